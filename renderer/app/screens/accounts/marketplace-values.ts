// What a person filled into a marketplace's set-up form: checked, and split into what is secret and what is not.
import type { Account } from '../../../../shared/model/account.ts';
import type { AccountField, Manifest } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';

export type FieldValues = Readonly<Record<string, string>>;
export type FieldProblem = 'missing' | 'not-https' | 'wrong-form';

/** What the form starts with. Secrets never come back to the page. */
export function firstValues(manifest: Manifest, account: Account | null): FieldValues {
  return Object.fromEntries(
    manifest.accountFields.map((field) => [
      field.id,
      account?.fields?.[field.id] ?? (account ? '' : (field.initial ?? '')),
    ]),
  );
}

export function shownFields(manifest: Manifest, isDeveloper: boolean): readonly AccountField[] {
  return manifest.accountFields.filter((field) => field.isForDevelopers !== true || isDeveloper);
}

/** What is wrong with a value, or null. `isKept`: a secret that is left blank stays as it is. */
export function problemOf(
  field: AccountField,
  value: string,
  isKept: boolean,
  isDeveloper: boolean,
): FieldProblem | null {
  const given = value.trim();
  if (given === '') return field.isRequired && !(isKept && field.kind === 'secret') ? 'missing' : null;
  if (field.kind === 'url' && !isAddress(given, isDeveloper)) return 'not-https';
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(given)) return 'wrong-form';
  return null;
}

function isAddress(given: string, isDeveloper: boolean): boolean {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(whole)) return false;
  const { protocol, hostname } = new URL(whole);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return protocol === 'https:' || (isDeveloper && isHere && protocol === 'http:');
}

/** Without the fields that were left blank. */
export function splitValues(
  manifest: Manifest,
  values: FieldValues,
): { fields: Record<string, string>; secrets: Secrets } {
  const given = manifest.accountFields.flatMap((field) => {
    const value = (values[field.id] ?? '').trim();
    return value === '' ? [] : [{ field, value }];
  });
  const of = (isSecret: boolean) =>
    Object.fromEntries(
      given.filter(({ field }) => (field.kind === 'secret') === isSecret).map(({ field, value }) => [field.id, value]),
    );
  return { fields: of(false), secrets: of(true) };
}

/** By what the account is told apart on its channel. */
export function addressOf(manifest: Manifest, values: FieldValues): string {
  return manifest.addressField === undefined ? '' : (values[manifest.addressField] ?? '').trim();
}
