// Whether the customer's newest message, still without an answer, is praise, live.
import { useMemo } from 'react';
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { praiseIn } from '../../../shared/language/praise.ts';
import { splitQuoted } from '../../../shared/mail/quoting.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { useMessages } from './use-messages.ts';

/** The words that say so; null when it is none, or was answered. */
export function usePraise(conversation: ConversationRow): readonly string[] | null {
  const newest = useMessages(conversation.id, 1)?.[0];
  const isOpen = conversation.lastDirection === 'in' && !conversation.isAutomatic;
  return useMemo(() => {
    if (!isOpen || newest?.direction !== 'in') return null;
    const { fresh } = splitQuoted(newest.text);
    const words = praiseIn(fresh, guessLanguage(fresh) ?? conversation.language ?? 'en');
    return words.length > 0 ? words : null;
  }, [newest, isOpen, conversation.language]);
}
