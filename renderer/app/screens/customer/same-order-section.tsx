// Other conversations about the same order, on whatever channel and by whomever.
import { Text, UnstyledButton } from '@mantine/core';
import type { ConversationRow } from '../../../database/rows.ts';
import { useSameOrder } from '../../reads/use-same-order.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './customer.module.css';
import { SectionTitle } from './section-title.tsx';

export function SameOrderSection({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const nameOf = useChannelNames();
  const others = useSameOrder(conversation) ?? [];
  if (others.length === 0) return null;
  return (
    <section>
      <SectionTitle>{text('sameOrder.title')}</SectionTitle>
      {others.map(({ id, channel, subject, snippet, customerName, lastAt }) => (
        <UnstyledButton
          key={id}
          className={classes['entry'] ?? ''}
          onClick={() => {
            desk.selection.update((selection) => show(selection, id, selection.index));
          }}
        >
          <span className={classes['entryIcon']}>
            <ChannelIcon icon={nameOf(channel).icon} sizePx={14} />
          </span>
          <span className={classes['entryWords']}>
            <Text span size="xs" fw={600} truncate display="block">
              {text('sameOrder.alsoOn', { channel: nameOf(channel).label })}
            </Text>
            <Text span size="xs" c="dimmed" lineClamp={2}>
              {customerName} · {subject === '' ? snippet : subject} · {text.ago(lastAt, now)}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </section>
  );
}
