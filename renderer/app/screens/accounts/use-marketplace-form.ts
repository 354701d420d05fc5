// The steps of adding or changing an account of a marketplace: check the fields, try the keys, choose how they are kept, save.
import { useState } from 'react';
import type { Account } from '../../../../shared/model/account.ts';
import type { Manifest } from '../../../../shared/model/manifest.ts';
import type { Desk } from '../../state/desk.ts';
import {
  addressOf,
  firstValues,
  problemOf,
  shownFields,
  splitValues,
  type FieldProblem,
} from './marketplace-values.ts';
import { useTestAndSave } from './use-test-and-save.ts';

export function useMarketplaceForm(desk: Desk, manifest: Manifest, account: Account | null, onDone: () => void) {
  const { isDeveloper } = desk.app.get();
  const fields = shownFields(manifest, isDeveloper);
  const [values, setValues] = useState(() => firstValues(manifest, account));
  const [label, setLabel] = useState(account?.label ?? manifest.label);
  const [isChecked, setChecked] = useState(false);
  const { phase, steps, error, hasFailed, ...trial } = useTestAndSave(desk, account, onDone);

  const problems = new Map<string, FieldProblem>();
  for (const field of fields) {
    const problem = problemOf(field, values[field.id] ?? '', account !== null, isDeveloper);
    if (problem) problems.set(field.id, problem);
  }
  const address = addressOf(manifest, values);

  const test = async (): Promise<void> => {
    const question = {
      channel: manifest.id,
      ...(account ? { accountId: account.id } : {}),
      address,
      ...splitValues(manifest, values),
    };
    if (await trial.test(question)) await save();
  };

  const save = (): Promise<void> => {
    const { fields: plain, secrets } = splitValues(manifest, values);
    const shown = label.trim() === '' ? manifest.label : label.trim();
    return trial.save(Object.keys(secrets).length > 0, () =>
      account
        ? desk.main.updateAccount({ account: { ...account, label: shown, address, fields: plain }, secrets })
        : desk.main.addAccount({
            account: { channel: manifest.id, label: shown, address, senderName: '', fields: plain },
            secrets,
          }),
    );
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
      trial.clearError();
    },
    submit: () => {
      if (phase !== 'writing') return;
      setChecked(true);
      if (problems.size === 0) void test();
    },
    save: () => void save(),
    stop: () => {
      trial.stopTest();
      trial.setPhase('writing');
    },
  };
}
