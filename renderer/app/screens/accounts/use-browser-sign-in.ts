// One sign-in on a provider's page at a time: started, waited for, stopped. The tokens stay with main; the page holds their id.
import { useEffect, useRef } from 'react';
import type { ConnectionQuestionData } from '../../../../shared/model/discovery.ts';
import { outcomeOf, type Desk, type Outcome } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** The 160 s of main and a little more: main's answer is better than our own impatience. */
const timeoutMs = 165_000;

export function useBrowserSignIn(desk: Desk) {
  const text = useText();
  const running = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  return {
    /** The id under which main keeps what it gave; `cancelled` without a reason when it was stopped here. */
    async signIn(question: ConnectionQuestionData): Promise<Outcome<string>> {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const signInId = crypto.randomUUID();
      const returnWords = text('signIn.returned');
      const asked = desk.main.signIn({ signInId, question, returnWords }, { signal: stop.signal, timeoutMs });
      const outcome = await outcomeOf(asked);
      return outcome.isOk ? { isOk: true, value: signInId } : outcome;
    },
    stop(): void {
      running.current?.abort();
    },
  };
}
