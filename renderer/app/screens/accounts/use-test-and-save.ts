// Trying an account's servers or keys, and keeping the account: the same steps for mail and for marketplaces.
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { ErrorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { ConnectionQuestionData, ConnectionStep } from '../../../../shared/model/discovery.ts';
import { outcomeOf, type Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** writing: the person is at it · signing-in: in the browser · the others say what is waited for; keeping: the person chooses how passwords are kept. */
export type Phase = 'writing' | 'looking' | 'signing-in' | 'testing' | 'keeping' | 'saving';

/** Main gives a test 130 s; its answer is better than our own impatience. */
const testTimeoutMs = 135_000;

/** @param account that is changed; null for a new one @param onDone once it is kept */
export function useTestAndSave(desk: Desk, account: Account | null, onDone: () => void) {
  const text = useText();
  const [phase, setPhase] = useState<Phase>('writing');
  const [steps, setSteps] = useState<readonly ConnectionStep[]>([]);
  const [error, setError] = useState<ErrorData | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const testId = useRef<string | null>(null);

  useEffect(
    () => () => {
      if (testId.current !== null) void outcomeOf(desk.main.cancelTest({ testId: testId.current }));
    },
    [desk],
  );

  const clearError = (): void => {
    setError(null);
    setFailed(false);
  };

  const begin = (next: Phase): void => {
    setPhase(next);
    setSteps([]);
    clearError();
  };

  return {
    phase,
    steps,
    error,
    hasFailed,
    setPhase,
    setError,
    clearError,
    begin,
    clearSteps: () => {
      setSteps([]);
    },

    /** Whether every step passed; false also when it was stopped by hand. What failed is in `steps` or `error`. */
    test: async (question: ConnectionQuestionData): Promise<boolean> => {
      const id = crypto.randomUUID();
      testId.current = id;
      begin('testing');
      const unlisten = desk.bridge.onEvent((event) => {
        if (event.kind === 'test-step' && event.testId === id) setSteps((before) => [...before, event.step]);
      });
      const outcome = await outcomeOf(desk.main.testConnection({ testId: id, question }, { timeoutMs: testTimeoutMs }));
      unlisten();
      if (testId.current !== id) return false; // stopped by hand
      testId.current = null;
      setPhase('writing');
      if (!outcome.isOk) {
        setError(outcome.error);
        setFailed(true);
        return false;
      }
      setSteps(outcome.value.steps);
      setFailed(!outcome.value.isOk);
      return outcome.value.isOk;
    },

    stopTest: (): void => {
      const stopped = testId.current;
      testId.current = null;
      if (stopped !== null) void outcomeOf(desk.main.cancelTest({ testId: stopped }));
    },

    /** Writes the account, unless the person has first to choose how its secrets are kept: `keeping`, and this once more. */
    save: async (hasSecrets: boolean, write: () => Promise<Account>): Promise<void> => {
      if (desk.app.get().secrets.keeping === 'undecided' && hasSecrets) {
        setPhase('keeping');
        return;
      }
      setPhase('saving');
      const outcome = await outcomeOf(write());
      if (!outcome.isOk) {
        setPhase('writing');
        setError(outcome.error);
        return;
      }
      const saved = outcome.value;
      desk.app.update((app) => ({ ...app, accounts: [...app.accounts.filter(({ id }) => id !== saved.id), saved] }));
      notifications.show({ message: text(account ? 'account.saved' : 'account.added'), color: 'teal' });
      onDone();
    },
  };
}
