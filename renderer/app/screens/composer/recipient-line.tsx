// Whom the reply goes to.
import { Group, Text, Tooltip } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { Address } from '../../../../shared/model/message.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import type { ReplyTarget } from './reply-target.ts';

export function RecipientLine({ target }: { target: ReplyTarget | null }) {
  const text = useText();
  if (!target) return <div className={classes['recipients']} />;
  return (
    <Group gap={6} className={classes['recipients'] ?? ''} wrap="nowrap">
      <Tooltip label={target.to.map(({ address }) => address).join(', ')} openDelay={400} position="top-start">
        <Text size="xs" c="dimmed" truncate>
          {text('composer.to', { names: names(target.to) })}
          {target.cc.length > 0 && ` · ${text('composer.cc', { names: names(target.cc) })}`}
        </Text>
      </Tooltip>
      {target.isNoReply && (
        <Group gap={4} wrap="nowrap" role="alert">
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="xs" fw={550}>
            {text('composer.noReply')}
          </Text>
        </Group>
      )}
    </Group>
  );
}

function names(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => (name === '' ? address : name)).join(', ');
}
