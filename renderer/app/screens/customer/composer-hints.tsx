// Above the composer: what was promised and given before, what must not be asked again, and how to greet.
import { Text } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconGift from '@tabler/icons-react/dist/esm/icons/IconGift.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../database/rows.ts';
import { useCustomer } from '../../reads/use-customer.ts';
import { useKnownFacts } from '../../reads/use-known-facts.ts';
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
  if (!card) return null;
  const promises = card.promises.filter(({ state }) => state === 'open');
  const given = card.notes.filter(({ kind }) => kind === 'compensation');
  const pinned = card.notes.filter(({ kind, isPinned }) => kind === 'handover' || (kind === 'note' && isPinned));
  if (promises.length + given.length + pinned.length + facts.length === 0) return null;
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
    </aside>
  );
}

function Hint(props: { icon: ReactNode; isUrgent?: boolean; children: string }) {
  return (
    <div className={classes['hint']}>
      {props.icon}
      <Text size="xs" truncate title={props.children} {...(props.isUrgent === true ? { c: 'red', fw: 600 } : {})}>
        {props.children}
      </Text>
    </div>
  );
}
