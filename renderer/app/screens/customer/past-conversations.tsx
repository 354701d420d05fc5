// Earlier and other conversations with the same customer, over all their channels.
import { Text, UnstyledButton } from '@mantine/core';
import type { ConversationRow } from '../../../database/rows.ts';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { useChannelNames } from '../inbox/channel-names.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './customer.module.css';
import { SectionTitle } from './section-title.tsx';

export interface PastConversationsProps {
  conversations: readonly ConversationRow[];
  shownId: ConversationId;
}

export function PastConversations({ conversations, shownId }: PastConversationsProps) {
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const channelName = useChannelNames();
  const others = conversations.filter(({ id }) => id !== shownId);
  return (
    <section>
      <SectionTitle>{text('customer.past', { count: others.length })}</SectionTitle>
      {others.length === 0 && (
        <Text size="xs" c="dimmed">
          {text('customer.past.none')}
        </Text>
      )}
      {others.map(({ id, channel, subject, snippet, lastAt, folder }) => (
        <UnstyledButton
          key={id}
          className={classes['past'] ?? ''}
          onClick={() => {
            desk.selection.update((selection) => show(selection, id, selection.index));
          }}
        >
          <ChannelIcon icon={channelName(channel).icon} sizePx={14} />
          <span className={classes['pastText']}>
            <Text size="xs" fw={550} truncate>
              {subject === '' ? snippet : subject}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {text(`folder.${folder}`)} · {text.ago(lastAt, now)}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </section>
  );
}
