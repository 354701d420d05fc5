// The steps of adding or changing an account of a marketplace: check the fields, try the keys, choose how they are kept, save.
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { ErrorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';
import type { Manifest } from '../../../../shared/model/manifest.ts';
import { outcomeOf, type Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { addressOf, firstValues, problemOf, shownFields, splitValues, type FieldProblem } from './marketplace-values.ts';

type Phase = 'writing' | 'testing' | 'keeping' | 'saving';

/** Main gives a test 130 s; its answer is better than our own impatience. */
const testTimeoutMs = 135_000;

export function useMarketplaceForm(desk: Desk, manifest: Manifest, account: Account | null, onDone: () => void) {
  const text = useText();
  const { isDeveloper } = desk.app.get();
  const fields = shownFields(manifest, isDeveloper);
  const [values, setValues] = useState(() => firstValues(manifest, account));
  const [label, setLabel] = useState(account?.label ?? manifest.label);
  const [phase, setPhase] = useState<Phase>('writing');
  const [isChecked, setChecked] = useState(false);
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

  const problems = new Map<string, FieldProblem>();
  for (const field of fields) {
    const problem = problemOf(field, values[field.id] ?? '', account !== null, isDeveloper);
    if (problem) problems.set(field.id, problem);
  }
  const address = addressOf(manifest, values);

  const test = async (): Promise<void> => {
    const id = crypto.randomUUID();
    testId.current = id;
    setPhase('testing');
    setSteps([]);
    setError(null);
    setFailed(false);
    const unlisten = desk.bridge.onEvent((event) => {
      if (event.kind === 'test-step' && event.testId === id) setSteps((before) => [...before, event.step]);
    });
    const question = {
      channel: manifest.id,
      ...(account ? { accountId: account.id } : {}),
      address,
      ...splitValues(manifest, values),
    };
    const outcome = await outcomeOf(desk.main.testConnection({ testId: id, question }, { timeoutMs: testTimeoutMs }));
    unlisten();
    if (testId.current !== id) return; // stopped by hand
    testId.current = null;
    setPhase('writing');
    if (!outcome.isOk) {
      setError(outcome.error);
      setFailed(true);
      return;
    }
    setSteps(outcome.value.steps);
    setFailed(!outcome.value.isOk);
    if (outcome.value.isOk) await save();
  };

  const save = async (): Promise<void> => {
    const split = splitValues(manifest, values);
    if (desk.app.get().secrets.keeping === 'undecided' && Object.keys(split.secrets).length > 0) {
      setPhase('keeping');
      return;
    }
    setPhase('saving');
    const shown = label.trim() === '' ? manifest.label : label.trim();
    const outcome = await outcomeOf(
      account
        ? desk.main.updateAccount({ account: { ...account, label: shown, address, fields: split.fields }, secrets: split.secrets })
        : desk.main.addAccount({
            account: { channel: manifest.id, label: shown, address, senderName: '', fields: split.fields },
            secrets: split.secrets,
          }),
    );
    if (!outcome.isOk) {
      setPhase('writing');
      setError(outcome.error);
      return;
    }
    const saved = outcome.value;
    desk.app.update((app) => ({ ...app, accounts: [...app.accounts.filter((each) => each.id !== saved.id), saved] }));
    notifications.show({ message: text(account ? 'account.saved' : 'account.added'), color: 'teal' });
    onDone();
  };

  return {
    fields,
    values,
    label,
    phase,
    steps,
    error,
    hasFailed,
    /** Told once Save was tried. */
    problems: isChecked ? problems : new Map<string, FieldProblem>(),
    setLabel,
    change: (id: string, value: string) => {
      setValues((before) => ({ ...before, [id]: value }));
      setError(null);
      setFailed(false);
    },
    submit: () => {
      if (phase !== 'writing') return;
      setChecked(true);
      if (problems.size === 0) void test();
    },
    save: () => void save(),
    stop: () => {
      const stopped = testId.current;
      testId.current = null;
      setPhase('writing');
      if (stopped !== null) void outcomeOf(desk.main.cancelTest({ testId: stopped }));
    },
  };
}
