// Messages and notes of a conversation, oldest first, opened at the newest.
import { Button, Center, Skeleton, Stack } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConversationRow, NoteRow } from '../../../database/rows.ts';
import { useMessages, type MessageWithText } from '../../reads/use-messages.ts';
import { useNotes } from '../../reads/use-notes.ts';
import { useOutbox } from '../../reads/use-outbox.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './conversation.module.css';
import { MessageBubble } from './message-bubble.tsx';
import { NoteCard } from './note-card.tsx';

/** What fits a few screens; older ones are read when asked for. */
const firstLimit = 30;
const moreStep = 100;
/** Near enough to the end to be taken along when something arrives. */
const nearEndPx = 120;

type Entry = { at: number } & ({ kind: 'message'; message: MessageWithText } | { kind: 'note'; note: NoteRow });

export function Thread({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const now = useNow();
  const [limit, setLimit] = useState(firstLimit);
  const messages = useMessages(conversation.id, limit);
  const notes = useNotes(conversation.id);
  const replies = useOutbox(conversation.id);
  const entries = useMemo(() => entriesOf(messages ?? [], notes ?? []), [messages, notes]);
  const scroller = useStayAtEnd(entries.length, messages !== undefined && notes !== undefined);

  if (!messages || !notes) return <ThreadSkeleton />;
  const olderCount = Math.max(0, conversation.messageCount - messages.length);
  return (
    <div
      ref={scroller}
      className={classes['thread']}
      role="log"
      aria-label={text('conversation.thread')}
      tabIndex={0} // a region that scrolls must be reachable by keyboard
    >
      {olderCount > 0 && (
        <Center>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              setLimit(limit + moreStep);
            }}
          >
            {text('conversation.showOlder', { count: olderCount })}
          </Button>
        </Center>
      )}
      {entries.map((entry) =>
        entry.kind === 'message' ? (
          <MessageBubble
            key={entry.message.id}
            message={entry.message}
            reply={entry.message.outboxId === undefined ? undefined : replies?.get(entry.message.outboxId)}
            now={now}
            isReview={conversation.facts?.kind === 'review'}
          />
        ) : (
          <NoteCard key={entry.note.id} note={entry.note} now={now} />
        ),
      )}
    </div>
  );
}

function entriesOf(messages: readonly MessageWithText[], notes: readonly NoteRow[]): Entry[] {
  const oldest = messages[0]?.receivedAt ?? -Infinity;
  const entries: Entry[] = messages.map((message) => ({ kind: 'message', message, at: message.receivedAt }));
  for (const note of notes) {
    // a note before the oldest shown message waits until that part is shown
    if (note.createdAt >= oldest || messages.length === 0) entries.push({ kind: 'note', note, at: note.createdAt });
  }
  return entries.sort((a, b) => a.at - b.at);
}

/** Opens at the end; stays there when something arrives while the end is in view. */
function useStayAtEnd(count: number, isThere: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, isThere]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const note = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
    };
    // frames and pictures grow after they were laid out, and the composer takes its room later
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
      observer.disconnect();
    };
  }, [count, isThere]);
  return scroller;
}

function ThreadSkeleton() {
  return (
    <Stack className={classes['thread']} aria-hidden>
      <Skeleton animate={false} height={90} width="70%" radius="lg" />
      <Skeleton animate={false} height={60} width="60%" radius="lg" ml="auto" />
    </Stack>
  );
}
