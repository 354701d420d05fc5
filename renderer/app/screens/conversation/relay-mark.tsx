// Says that a message came by way of a marketplace, or that it claims to and could not be verified.
import { Text, Tooltip } from '@mantine/core';
import IconShieldQuestion from '@tabler/icons-react/dist/esm/icons/IconShieldQuestion.mjs';
import type { Relay } from '../../../../shared/model/relay.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';

export function RelayMark({ relay }: { relay: Relay }) {
  const text = useText();
  const { label: marketplace, sender } = relay;
  if (relay.isVerified) {
    return (
      <Text size="xs" c="dimmed" truncate>
        {text('relay.via', { marketplace, sender })}
      </Text>
    );
  }
  return (
    <Tooltip label={text('relay.unverified.why', { marketplace })} multiline maw={360}>
      <span tabIndex={0} aria-label={`${text('relay.unverified')}. ${text('relay.unverified.why', { marketplace })}`}>
        <Badge tone="bad" icon={<IconShieldQuestion size={12} />}>
          {text('relay.unverified')}
        </Badge>
      </span>
    </Tooltip>
  );
}
