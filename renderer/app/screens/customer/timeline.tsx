// One timeline of everything between the shop and a customer, over all channels, newest first.
import { Button, Text, UnstyledButton } from '@mantine/core';
import IconArrowDownLeft from '@tabler/icons-react/dist/esm/icons/IconArrowDownLeft.mjs';
import IconArrowUpRight from '@tabler/icons-react/dist/esm/icons/IconArrowUpRight.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs';
import { useState } from 'react';
import type { ConversationId, CustomerId } from '../../../../shared/model/ids.ts';
import { touchpointConversationId } from '../../../../shared/service/hand-channels.ts';
import { useTimeline, type TimelineItem } from '../../reads/use-timeline.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './customer.module.css';
import { orderStatusText } from './order-card.tsx';
import { SectionTitle } from './section-title.tsx';

const firstLimit = 12;
const moreStep = 40;

export function Timeline({ customerId, shownId }: { customerId: CustomerId; shownId: ConversationId | null }) {
  const text = useText();
  const [limit, setLimit] = useState(firstLimit);
  const timeline = useTimeline(customerId, limit);
  return (
    <section aria-busy={timeline === undefined}>
      <SectionTitle>{text('timeline.title')}</SectionTitle>
      <ol className={classes['timeline']}>
        {timeline?.items.map((item) => (
          <li key={item.key}>
            <Entry item={item} shownId={shownId} />
          </li>
        ))}
      </ol>
      {timeline?.items.length === 0 && (
        <Text size="xs" c="dimmed">
          {text('timeline.none')}
        </Text>
      )}
      {timeline?.hasMore === true && (
        <Button
          size="compact-xs"
          variant="subtle"
          fullWidth
          onClick={() => {
            setLimit(limit + moreStep);
          }}
        >
          {text('timeline.more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ item, shownId }: { item: TimelineItem; shownId: ConversationId | null }) {
  const desk = useDesk();
  const text = useText();
  const now = useNow();
  const { icon, title, words, conversationId } = useEntry(item);
  const content = (
    <>
      <span className={classes['entryIcon']}>{icon}</span>
      <span className={classes['entryWords']}>
        <span className={classes['entryTitle']}>
          <Text span size="xs" fw={600} truncate>
            {title}
          </Text>
          <Text span size="xs" c="dimmed" className={classes['money'] ?? ''} title={text.full(item.at)}>
            {text.ago(item.at, now)}
          </Text>
        </span>
        <Text span size="xs" c="dimmed" lineClamp={2}>
          {words}
        </Text>
      </span>
    </>
  );
  if (conversationId === null) return <div className={classes['entry']}>{content}</div>;
  return (
    <UnstyledButton
      className={classes['entry'] ?? ''}
      aria-current={conversationId === shownId || undefined}
      onClick={() => {
        desk.selection.update((selection) => show(selection, conversationId, selection.index));
      }}
    >
      {content}
    </UnstyledButton>
  );
}

function useEntry(item: TimelineItem) {
  const text = useText();
  const nameOf = useChannelNames();
  switch (item.kind) {
    case 'message': {
      const { message, conversation } = item;
      const { icon, label } = nameOf(conversation.channel);
      const Arrow = message.direction === 'in' ? IconArrowDownLeft : IconArrowUpRight;
      return {
        icon: (
          <>
            <ChannelIcon icon={icon} label={label} sizePx={14} />
            <Arrow
              size={11}
              role="img"
              aria-label={text(message.direction === 'in' ? 'timeline.in' : 'timeline.out')}
            />
          </>
        ),
        title: message.subject === '' ? label : message.subject,
        words: message.snippet,
        conversationId: conversation.id,
      };
    }
    case 'order':
      return {
        icon: <IconPackage size={14} aria-hidden />,
        title: text('timeline.order', { number: item.order.number }),
        words: [text(orderStatusText(item.order.status)), item.order.items.map(({ title }) => title).join(', ')]
          .filter(Boolean)
          .join(' · '),
        conversationId: null,
      };
    case 'note':
      return {
        icon: <IconNote size={14} aria-hidden />,
        title: text('timeline.note'),
        words: item.note.text,
        conversationId: null,
      };
    case 'promise':
      return {
        icon: <IconClock size={14} aria-hidden />,
        title: text('timeline.promise', { time: dayAndTime(item.promise.dueAt, text.locale) }),
        words: item.promise.text,
        conversationId: item.promise.conversationId,
      };
    case 'touchpoint': {
      const { touchpoint } = item;
      const { icon, label } = nameOf(touchpoint.channel);
      return {
        icon: <ChannelIcon icon={icon} label={label} sizePx={14} />,
        title: touchpoint.isMissed ? text('timeline.missed') : label,
        words: touchpoint.text,
        conversationId: touchpoint.isInInbox ? touchpointConversationId(touchpoint.id) : null,
      };
    }
  }
}
