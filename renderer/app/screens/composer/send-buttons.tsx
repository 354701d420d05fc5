// Send, and send and close.
import { Button, Group, Kbd } from '@mantine/core';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { shownKeys } from '../../actions/hotkeys.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

export function SendButtons(props: {
  isEmpty: boolean;
  /** Something is still missing: sending leads there. */
  isBlocked: boolean;
  isBusy: boolean;
  onSend: (closeAfter: boolean) => void;
}) {
  const { isEmpty, isBlocked, isBusy, onSend } = props;
  const text = useText();
  return (
    <Group gap={8} wrap="nowrap" ml="auto">
      <Button
        size="xs"
        variant="default"
        disabled={isEmpty}
        aria-disabled={isBlocked}
        loading={isBusy}
        onClick={() => {
          onSend(true);
        }}
      >
        {text('composer.sendAndClose')}
      </Button>
      <Button
        size="xs"
        disabled={isEmpty}
        loading={isBusy}
        aria-disabled={isBlocked}
        rightSection={<IconSend size={14} />}
        onClick={() => {
          onSend(false);
        }}
      >
        {text('composer.send')}
        <Kbd size="xs" ml={6} className={classes['sendKey'] ?? ''}>
          {shownKeys('Mod+Enter').join(' ')}
        </Kbd>
      </Button>
    </Group>
  );
}
