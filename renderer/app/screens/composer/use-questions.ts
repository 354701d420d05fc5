// What the customer asked in the message that is answered, and which of it the reply seems to answer as it stands.
import { useDeferredValue, useMemo } from 'react';
import { guessLanguage } from '../../../../shared/language/guess-language.ts';
import { answersTo, findQuestions, type AnsweredQuestion } from '../../../../shared/language/questions.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';

/** @param language where the words are too few to tell */
export function useQuestions(
  answered: MessageWithText | undefined,
  words: string,
  language: Language,
): readonly AnsweredQuestion[] {
  const questions = useMemo(
    () => (answered?.direction === 'in' ? findQuestions(answered.text, guessLanguage(answered.text) ?? language) : []),
    [answered, language],
  );
  const reply = useDeferredValue(words); // typing goes first
  return useMemo(() => answersTo(questions, reply, guessLanguage(reply) ?? language), [questions, reply, language]);
}
