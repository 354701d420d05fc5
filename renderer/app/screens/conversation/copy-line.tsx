// Under the header of a mail that is only a copy of a message which came by the marketplace's API: where it is answered.
import { Anchor, Group, Text } from '@mantine/core';
import type { ConversationRow } from '../../../database/rows.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './conversation.module.css';

export function CopyLine({ conversation: { copyOf, channel } }: { conversation: ConversationRow }) {
  const desk = useDesk();
  const text = useText();
  const nameOf = useChannelNames();
  if (copyOf === undefined) return null;
  return (
    <Group gap={10} className={classes['facts'] ?? ''} role="note">
      <Text size="xs">{text('copy.body', { marketplace: nameOf(channel).label })}</Text>
      <Anchor
        component="button"
        type="button"
        size="xs"
        ml="auto"
        onClick={() => {
          desk.selection.update((selection) => show(selection, copyOf, selection.index));
        }}
      >
        {text('copy.open')}
      </Anchor>
    </Group>
  );
}
