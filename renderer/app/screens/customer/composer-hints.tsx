// Above the composer: what was promised and given before, what must not be asked again, and how to greet.
import { Button, Group, Text } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconGift from '@tabler/icons-react/dist/esm/icons/IconGift.mjs';
import IconMailCheck from '@tabler/icons-react/dist/esm/icons/IconMailCheck.mjs';
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import type { ReactNode } from 'react';
import type { CustomerId } from '../../../../shared/model/ids.ts';
import { isByHand } from '../../../../shared/service/hand-channels.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { insertCannedReply } from '../../actions/insert-canned-reply.ts';
import { runActionById } from '../../actions/registry.ts';
import { useCustomer } from '../../reads/use-customer.ts';
import { useKnownFacts } from '../../reads/use-known-facts.ts';
import { useLoyalCustomers } from '../../reads/use-loyal-customers.ts';
import { usePraise } from '../../reads/use-praise.ts';
import { useDesk } from '../../state/desk.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './customer.module.css';
import { factText } from './known-section.tsx';

const mostFacts = 3;

/** Draws nothing while there is nothing to know. */
export function ComposerHints({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const now = useNow();
  const card = useCustomer(conversation.customerId) ?? null;
  const facts = useKnownFacts(conversation, card).slice(0, mostFacts);
  const desk = useDesk();
  const praise = usePraise(conversation);
  const isLoyal = useLoyalCustomers().has(conversation.customerId ?? ('' as CustomerId));
  const promises = (card?.promises ?? []).filter(({ state }) => state === 'open');
  const given = (card?.notes ?? []).filter(({ kind }) => kind === 'compensation');
  const pinned = (card?.notes ?? []).filter(
    ({ kind, isPinned }) => kind === 'handover' || (kind === 'note' && isPinned),
  );
  // where one answer is taken, or everybody reads it, saying that it arrived would be the answer
  const isOnlyAnswer = conversation.facts?.isOneAnswer === true || conversation.facts?.isPublic === true;
  const isUnanswered = conversation.unansweredAt !== undefined && !isByHand(conversation) && !isOnlyAnswer;
  if (promises.length + given.length + pinned.length + facts.length === 0 && !praise && !isUnanswered) return null;
  return (
    <aside className={classes['hints']} aria-label={text('hints.label')}>
      {promises.map((promise) => (
        <Hint key={promise.id} icon={<IconClock size={13} aria-hidden />} isUrgent={promise.dueAt <= now}>
          {text(promise.dueAt <= now ? 'hints.overdue' : 'hints.promised', {
            what: promise.text,
            time: dayAndTime(promise.dueAt, text.locale),
          })}
        </Hint>
      ))}
      {given.slice(0, 2).map((note) => (
        <Hint key={note.id} icon={<IconGift size={13} aria-hidden />}>
          {text('hints.given', { what: note.text, when: text.ago(note.createdAt, now) })}
        </Hint>
      ))}
      {pinned.slice(0, 2).map((note) => (
        <Hint key={note.id} icon={<IconPin size={13} aria-hidden />}>
          {note.text}
        </Hint>
      ))}
      {facts.length > 0 && (
        <Hint icon={<IconCircleCheck size={13} aria-hidden />}>
          {text('hints.known', { facts: facts.map((fact) => factText(text, fact)).join(' · ') })}
        </Hint>
      )}
      {(isUnanswered || praise) && (
        <Group gap={6}>
          {praise && (
            <Button
              size="compact-xs"
              variant="light"
              color="teal"
              title={text('hints.praise', { words: praise.join(', ') })}
              leftSection={<IconMoodSmile size={13} />}
              onClick={() =>
                void insertCannedReply(desk, conversation, isLoyal ? 'loyal-customer-thanks' : 'positive-review-thanks')
              }
            >
              {text(isLoyal ? 'hints.thankLoyal' : 'hints.thank')}
            </Button>
          )}
          {isUnanswered && !praise && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-keyshortcuts="a"
              leftSection={<IconMailCheck size={13} />}
              onClick={() => {
                runActionById(desk, 'acknowledge');
              }}
            >
              {text('hints.acknowledge')}
            </Button>
          )}
        </Group>
      )}
    </aside>
  );
}

function Hint(props: { icon: ReactNode; isUrgent?: boolean; children: string }) {
  return (
    <div className={classes['hint']}>
      {props.icon}
      <Text
        size="xs"
        truncate
        title={props.children}
        {...(props.isUrgent === true ? { c: 'var(--app-alarm)', fw: 600 } : {})}
      >
        {props.children}
      </Text>
    </div>
  );
}
