// Sending what was written: what keeps it back, what is asked first, and handing it over, once.
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { useDesk } from '../../state/desk.ts';
import { sendReply, type ReplyToSend } from './send-reply.ts';
import type { SendQuestionKind } from './send-question.tsx';

/** What may be asked before sending, in this order. */
const kinds = ['consent', 'attachment', 'coach'] as const satisfies readonly (SendQuestionKind | 'consent')[];
type Kind = (typeof kinds)[number];

export interface SendingParts {
  editor: Editor;
  /** Looks at the editor's words anew. */
  look: () => void;
  /** Something is still missing, or may not go out like this. */
  isBlocked: boolean;
  goToBlocker: () => void;
  /** Something in the words should be confirmed. */
  isToConfirm: boolean;
  /** Whether each question is due; asked only when Send is pressed. */
  isDue: Readonly<Record<Kind, () => boolean>>;
  /** @param isAnswerOnly the person says that it is an answer, no marketing */
  reply: (closeAfter: boolean, isAnswerOnly: boolean) => ReplyToSend;
  /** Settled when the draft as it stands is on disk. */
  saveDraft: () => Promise<void>;
  onSent: (conversationId: ConversationId) => void;
}

export interface Sending {
  isBusy: boolean;
  /** Send was pressed, and something in the words is to be confirmed first. */
  asking: { closeAfter: boolean } | null;
  question: { kind: Kind; closeAfter: boolean } | null;
  /** @param isConfirmed what is to be confirmed has been */
  send: (closeAfter: boolean, isConfirmed?: boolean) => Promise<void>;
  /** The question about marketing is answered; sends. */
  settleConsent: (closeAfter: boolean, isAnswerOnly: boolean) => void;
  /** Other marketing came in: its question is to be asked anew. */
  forgetConsent: () => void;
  /** The words have changed since. */
  forgetAsking: () => void;
  /** Back to the reply. */
  leaveQuestion: () => void;
}

export function useSending(parts: SendingParts): Sending {
  const { editor, isBlocked, isToConfirm, isDue } = parts;
  const desk = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Sending['asking']>(null);
  const [question, setQuestion] = useState<Sending['question']>(null);
  /** Asked once; consent: answered. */
  const asked = useRef(new Set<Kind>());
  const isAnswerOnly = useRef(false);

  const sendDrawn = async (closeAfter: boolean, isConfirmed: boolean): Promise<void> => {
    if (isBusy) return;
    if (isBlocked) {
      parts.goToBlocker();
      return;
    }
    if (isToConfirm && !isConfirmed) {
      setAsking({ closeAfter });
      return;
    }
    const kind = kinds.find((each) => !asked.current.has(each) && isDue[each]());
    if (kind !== undefined) {
      if (kind !== 'consent') asked.current.add(kind);
      setQuestion({ kind, closeAfter });
      return;
    }
    setQuestion(null);
    setBusy(true);
    const sentTo = await sendReply(desk, editor, parts.reply(closeAfter, isAnswerOnly.current), parts.saveDraft);
    setBusy(false);
    if (sentTo !== null) parts.onSent(sentTo);
  };

  const latest = useRef(sendDrawn);
  useLayoutEffect(() => {
    latest.current = sendDrawn;
  });
  const send = (closeAfter: boolean, isConfirmed = false): Promise<void> => {
    // quick fingers: the last letters are typed, but not drawn yet, and what is drawn says what may be sent
    flushSync(parts.look);
    return latest.current(closeAfter, isConfirmed);
  };

  return {
    isBusy,
    asking,
    question,
    send,
    settleConsent: (closeAfter, isAnswer) => {
      asked.current.add('consent');
      isAnswerOnly.current = isAnswer;
      void send(closeAfter, true);
    },
    forgetConsent: () => {
      asked.current.delete('consent');
      isAnswerOnly.current = false;
    },
    forgetAsking: () => {
      setAsking(null);
    },
    leaveQuestion: () => {
      setQuestion(null);
    },
  };
}
