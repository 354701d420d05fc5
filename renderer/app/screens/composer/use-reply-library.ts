// The library beside a reply: what is suggested for the message, which replies went in, what they ask for, and facts to be checked.
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import type { CannedReplyRow, ConversationRow, DraftRow, FactRow } from '../../../database/rows.ts';
import { applyVoice } from '../../../../shared/language/apply-voice.ts';
import { fillTemplate, type FilledTemplate, type TemplateValues } from '../../../../shared/language/fill-template.ts';
import { guessLanguage } from '../../../../shared/language/guess-language.ts';
import { stillStands } from '../../../../shared/language/still-stands.ts';
import { suggestReplies, type Suggestion } from '../../../../shared/language/suggest/suggest-replies.ts';
import { splitQuoted } from '../../../../shared/mail/quoting.ts';
import type { ReplyActions } from '../../../../shared/model/canned-reply.ts';
import type { CannedReplyId } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { factState, factText, needsCheck } from '../../../../shared/service/fact-state.ts';
import { isNoAction, mergeActions } from '../../../../shared/service/merge-actions.ts';
import { useCannedReplies } from '../../reads/use-canned-replies.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';
import { useFacts } from '../../reads/use-facts.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { todayAt } from '../replies/use-field-names.ts';
import { factKeysIn, refreshFacts } from './fact-mark.ts';
import { templateValues } from './template-values.ts';

const none: readonly never[] = [];
const isMarketing = ({ purpose }: CannedReplyRow): boolean => purpose === 'marketing';
const dayMs = 24 * 60 * 60 * 1000;

export interface ReplyLibrary {
  suggestions: readonly Suggestion<CannedReplyRow>[];
  /** What is done when the reply is sent; empty where nothing is, or the person does not want it. */
  after: ReplyActions;
  /** Facts in the reply that somebody should look at first. */
  staleFacts: readonly FactRow[];
  facts: readonly FactRow[];
  /** The reply's words, in this shop's voice, filled with what is known. */
  fill(reply: CannedReplyRow): FilledTemplate;
  /** It was put into the text. */
  note(reply: CannedReplyRow): void;
  /** Other words were put into it, which ask for something too. */
  noteText(text: string, after: ReplyActions): void;
  /** Does nothing of what the replies ask for. */
  declineAfter(): void;
  draftPart(): { cannedReplyIds?: CannedReplyId[] };
  /** Those of the replies in the text that are marketing. */
  marketing: readonly CannedReplyRow[];
  /** For the store, when the reply is sent. @param isAnswerOnly it does not go out as marketing */
  sendPart(isAnswerOnly: boolean): { cannedReplyIds: CannedReplyId[]; after: ReplyActions };
  /** The reminder that the replies ask for, as a promise to be recorded with the reply. */
  followUp(): { text: string; dueAt: number; author: string }[];
}

export interface LibrarySource {
  conversation: ConversationRow;
  draft: DraftRow | null;
  answered: MessageWithText | undefined;
  card: CustomerCard | null;
  editor: Editor;
  /** The reply as plain text, renewed with each change. */
  words: string;
}

export function useReplyLibrary({ conversation, draft, answered, card, editor, words }: LibrarySource): ReplyLibrary {
  const desk = useDesk();
  const text = useText();
  const now = useNow();
  const replies = useCannedReplies() ?? none;
  const facts = useFacts() ?? none;
  const settings = useCellPart(desk.app, (app) => app.settings);
  const [usedIds, setUsedIds] = useState<readonly CannedReplyId[]>(draft?.cannedReplyIds ?? none);
  const [other, setOther] = useState<{ text: string; after: ReplyActions } | null>(null);
  const [isDeclined, setDeclined] = useState(false);
  // A draft that the store put back brings along what went into it.
  const kept = draft?.cannedReplyIds?.join() ?? '';
  useEffect(() => {
    if (kept !== '') setUsedIds((before) => (before.length > 0 ? before : (kept.split(',') as CannedReplyId[])));
  }, [kept]);
  const today = todayAt(now);
  useEffect(() => {
    refreshFacts(editor, facts, today);
  }, [editor, facts, today, draft]);

  const agentId = currentAgent(settings).id;
  const suggestions = useMemo(
    () => suggestionsFor(conversation, answered, card, replies),
    [conversation, answered, card, replies],
  );
  // What was taken out of the text again, by undo or by hand, is neither counted nor done.
  const used =
    words.trim() === '' ? none : replies.filter(({ id, body }) => usedIds.includes(id) && stillStands(body, words));
  const merged = mergeActions([
    ...used.map(({ actions }) => actions),
    ...(other && stillStands(other.text, words) ? [other.after] : []),
  ]);
  const after = isDeclined ? {} : merged;
  // Read anew with each change of the words: the document holds which facts are told.
  const keys = useMemo(() => (words === '' ? [] : factKeysIn(editor.state.doc)), [editor, words]);
  const staleFacts = facts.filter((fact) => keys.includes(fact.key) && needsCheck(factState(fact, now, today)));

  return {
    suggestions,
    after,
    staleFacts,
    facts,
    fill: (reply) => {
      const body = applyVoice(reply.body, settings.voice, reply.language, conversation.channel);
      const values: TemplateValues = {
        ...templateValues(conversation, card, settings, reply.language, now),
        ...Object.fromEntries(
          facts.map((fact) => {
            const known = factText(fact, reply.language, today);
            return [`fact.${fact.key}`, known === undefined ? null : { verbatim: known }];
          }),
        ),
      };
      return fillTemplate(body, values, reply.language, today);
    },
    note: (reply) => {
      setUsedIds((before) => (words.trim() === '' ? [reply.id] : [...new Set([...before, reply.id])]));
      setDeclined(false);
    },
    noteText: (put, asked) => {
      setOther({ text: put, after: asked });
      setDeclined(false);
    },
    declineAfter: () => {
      setDeclined(true);
    },
    draftPart: () => (usedIds.length === 0 ? {} : { cannedReplyIds: [...usedIds] }),
    marketing: used.filter(isMarketing),
    sendPart: (isAnswerOnly) => ({
      cannedReplyIds: used
        .filter(({ draftOf }) => draftOf === undefined || draftOf === agentId)
        .filter((reply) => !(isAnswerOnly && isMarketing(reply)))
        .map(({ id }) => id),
      after: isNoAction(after) ? {} : after,
    }),
    followUp: () => {
      const { followUpDays } = after;
      if (followUpDays === undefined) return [];
      const author = currentAgent(settings).name;
      return [{ text: text('composer.followUp.text'), dueAt: Date.now() + followUpDays * dayMs, author }];
    },
  };
}

function suggestionsFor(
  conversation: ConversationRow,
  answered: MessageWithText | undefined,
  card: CustomerCard | null,
  replies: readonly CannedReplyRow[],
): readonly Suggestion<CannedReplyRow>[] {
  if (answered?.direction !== 'in') return none;
  const { fresh } = splitQuoted(answered.text);
  const order = card?.orders.find(({ number }) => number === conversation.orderNumber);
  return suggestReplies(
    {
      text: fresh,
      subject: conversation.subject,
      language: card?.customer.profile?.language ?? conversation.language ?? guessLanguage(fresh) ?? 'en',
      channel: conversation.channel,
      orderStatus: order?.status ?? null,
      isAnswered: conversation.messageCount > 1,
      isAutomatic: answered.isAutomatic,
    },
    replies,
  );
}
