// Where a reply or an internal note is written: the draft is saved while typing, and sending can be taken back.
import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isByHand } from '../../../../shared/service/hand-channels.ts';
import { whyNoAnswer } from '../../../../shared/service/answer-rules.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { noticeWords } from '../../actions/notices.tsx';
import { useAnsweredRelay } from '../../reads/use-answered-relay.ts';
import { useDraft } from '../../reads/use-draft.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useMessages } from '../../reads/use-messages.ts';
import { useOutbox } from '../../reads/use-outbox.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { ComposerHints } from '../customer/composer-hints.tsx';
import classes from './composer.module.css';
import { NoAnswer } from './no-answer.tsx';
import { NoteBox } from './note-box.tsx';
import { PageAnswer } from './page-answer.tsx';
import { ReplyBox } from './reply-box.tsx';

type Mode = 'reply' | 'note';

/** The newest messages are enough to know whom to answer. */
const targetMessages = 30;

export function Composer({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const [mode, setMode] = useState<Mode>('reply');
  const desk = useDesk();
  const isArchive = useCellPart(desk.app, ({ accounts }) =>
    accounts.some(({ id, channel }) => id === conversation.accountId && channel === 'archive'),
  );
  const saved = useDraft(conversation.id);
  // Each reply gets a box of its own. The draft of the last one may still be on its way here: in the next box it would be sent twice.
  const [last, setLast] = useState({ sentAt: -Infinity, hadFocus: false });
  const draft = saved && saved.savedAt <= last.sentAt ? null : saved;
  useEffect(() => {
    if (last.hadFocus) desk.focusReply.send();
  }, [desk, last]);
  const messages = useMessages(conversation.id, targetMessages);
  const relay = useAnsweredRelay(conversation.id);
  const { facts } = conversation;
  const replies = useOutbox(conversation.id);
  const reason = whyNoAnswer(
    conversation,
    [...(replies?.values() ?? [])].map(({ state }) => state),
  );
  // new mail can be begun on its channel, and nothing stands in place of the reply
  const isPlainMail = useManifests()?.get(conversation.channel)?.canStart === true && relay?.answer !== 'page';
  const canForward = isPlainMail && !isArchive && reason === null && !isByHand(conversation);
  useEffect(
    () =>
      desk.writeAs.listen((next) => {
        if (next === 'forward' && !canForward) noticeWords('composer.cannotForward');
      }),
    [desk, canForward],
  );
  // the editor takes its first content from the draft, and before it is known whom to answer nothing can be sent: it waits (some ms)
  if (draft === undefined || messages === undefined || relay === undefined) return <div className={classes['room']} />;
  if (isByHand(conversation)) return <HandComposer conversation={conversation} />;
  return (
    <div className={classes['room']}>
      <ComposerHints conversation={conversation} />
      <div className={classes['composer']} data-tour="composer" data-mode={mode}>
        <div className={classes['modes']}>
          <SegmentedControl
            size="xs"
            value={mode}
            aria-label={text('composer.mode')}
            onChange={(value) => {
              setMode(value);
            }}
            data={[
              { value: 'reply', label: text('composer.reply') },
              { value: 'note', label: text('composer.note') },
            ]}
          />
          {mode === 'note' && (
            <Text size="xs" c="dimmed">
              {text('composer.note.hint')}{' '}
              <Anchor
                component="button"
                size="xs"
                onClick={() => {
                  setMode('reply');
                }}
              >
                {text('composer.note.back')}
              </Anchor>
            </Text>
          )}
        </div>
        {/* both stay mounted: what was begun in one is there when coming back from the other */}
        <div hidden={mode !== 'reply'}>
          {isArchive ? (
            <Text size="sm" c="dimmed" p="sm">
              {text('composer.archive')}
            </Text>
          ) : relay?.answer === 'page' ? (
            <PageAnswer conversation={conversation} marketplace={relay.label} pageUrl={relay.pageUrl} />
          ) : facts?.noReply === 'elsewhere' ? (
            <PageAnswer conversation={conversation} isReview={facts.kind === 'review'} pageUrl={facts.pageUrl} />
          ) : reason !== null ? (
            <NoAnswer conversation={conversation} reason={reason} />
          ) : (
            <ReplyBox
              key={last.sentAt}
              conversation={conversation}
              draft={draft}
              messages={messages}
              onSent={(hadFocus) => {
                setLast({ sentAt: Date.now(), hadFocus });
              }}
            />
          )}
        </div>
        <div hidden={mode !== 'note'}>
          <NoteBox
            conversation={conversation}
            isShown={mode === 'note'}
            onDone={() => {
              setMode('reply');
            }}
          />
        </div>
      </div>
    </div>
  );
}

/** For what was logged by hand: there is nobody to send a reply to, notes are kept all the same. */
function HandComposer({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  return (
    <div className={classes['room']}>
      <ComposerHints conversation={conversation} />
      <Text size="xs" c="dimmed" mb={6}>
        {text('composer.byHand')}
      </Text>
      <div className={classes['composer']} data-mode="note">
        <NoteBox conversation={conversation} isShown={false} onDone={() => undefined} />
      </div>
    </div>
  );
}
