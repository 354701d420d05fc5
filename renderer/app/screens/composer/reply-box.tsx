// The reply, also to all, or the newest mail passed on: recipients in a line above the words.
import { Group } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationRow, DraftRow } from '../../../database/rows.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import { contentOf } from './editor-text.ts';
import { EnvelopeFields } from './envelope-fields.tsx';
import { answeredOf } from './envelope.ts';
import { forwardedText } from './forwarded-text.ts';
import { ModeMenu, RecipientLine, type AnswerMode } from './recipient-line.tsx';
import { useEnvelope } from './use-envelope.ts';
import { WritingBox, type WritingControls } from './writing-box.tsx';

export interface ReplyBoxProps {
  conversation: ConversationRow;
  draft: DraftRow | null;
  /** The newest of the conversation: they say whom to answer. */
  messages: readonly MessageWithText[];
  /** It is queued, and its draft gone. @param hadFocus the person was in the words, and may want to write on */
  onSent: (hadFocus: boolean) => void;
}

export function ReplyBox({ conversation, draft, messages, onSent }: ReplyBoxProps) {
  const text = useText();
  const desk = useDesk();
  const answered = useMemo(() => answeredOf(messages), [messages]);
  const account = useCellPart(desk.app, ({ accounts }) => accounts.find(({ id }) => id === conversation.accountId));
  const canChoose = useManifests()?.get(conversation.channel)?.canStart === true;
  const [isUnfolded, setUnfolded] = useState(false);
  const controls = useRef<WritingControls>(null);
  const first = useRef<HTMLInputElement>(null);
  const handle = useEnvelope({ draft, answered, account, onEdit: () => controls.current?.noteChange() });
  const { mode, envelope } = handle;
  const isShownAsFields =
    canChoose && (isUnfolded || mode === 'forward' || (answered !== undefined && envelope.to.length === 0));

  const write = (next: AnswerMode) => {
    const before = mode;
    handle.setMode(next);
    const editor = controls.current?.editor;
    if (!editor) return;
    if (next === 'forward' && before !== 'forward' && answered) {
      editor
        .chain()
        .insertContentAt(editor.state.doc.content.size, contentOf(forwardedText(answered, text)))
        .run();
      editor.commands.setTextSelection(0);
      controls.current?.attachments().takeOver(
        answered.id,
        answered.attachments.filter(({ isInline }) => !isInline),
      );
    }
    // an empty list of people is the first thing to fill
    if (next === 'forward') requestAnimationFrame(() => first.current?.focus());
    else editor.commands.focus(before === 'forward' ? 'start' : 'end');
  };
  const latestWrite = useRef(write);
  useEffect(() => {
    latestWrite.current = write;
  });
  useEffect(
    () =>
      desk.writeAs.listen((next) => {
        if (canChoose) latestWrite.current(next);
        else desk.focusReply.send();
      }),
    [desk, canChoose],
  );

  return (
    <WritingBox
      conversation={conversation}
      draft={draft}
      answered={answered}
      handle={handle}
      label={text('composer.reply')}
      placeholder={text('composer.placeholder', { name: conversation.customerName })}
      onSent={() => {
        onSent(controls.current?.editor.isFocused === true);
      }}
      onReady={(ready) => {
        controls.current = ready;
      }}
    >
      {isShownAsFields ? (
        <Group gap={4} wrap="nowrap" align="flex-start" className={classes['recipients'] ?? ''}>
          <ModeMenu mode={mode} onMode={write} />
          <EnvelopeFields envelope={envelope} onEdit={handle.edit} ref={first} />
        </Group>
      ) : (
        <RecipientLine
          mode={mode}
          envelope={envelope}
          canChoose={canChoose}
          onMode={write}
          onChange={() => {
            setUnfolded(true);
            requestAnimationFrame(() => first.current?.focus());
          }}
        />
      )}
    </WritingBox>
  );
}
