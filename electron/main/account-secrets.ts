// The secrets of an account as one kept text: tagged JSON. An untagged text is a password from before accounts had several secrets.
import { AppError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { secretsSchema, type Secrets } from '../../shared/model/secrets.ts';
import type { Secrets as SecretsKeeper } from './secrets.ts';

type Keeper = Pick<SecretsKeeper, 'get' | 'put'>;

const tag = 'defter-secrets:1:';

export function encodeSecrets(secrets: Secrets): string {
  return tag + JSON.stringify(secrets);
}

export function decodeSecrets(kept: string): Secrets {
  if (!kept.startsWith(tag)) return { password: kept };
  try {
    const parsed = secretsSchema.safeParse(JSON.parse(kept.slice(tag.length)));
    if (parsed.success) return parsed.data;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
  }
  return { password: kept }; // a password that happens to begin like the tag
}

/** `auth-failed` when a person must give them, or the passphrase, first. */
export async function readSecrets(keeper: Keeper, accountId: AccountId): Promise<Secrets> {
  return decodeSecrets(await keeper.get(accountId));
}

/** Of a new account; keeps nothing where there are none to keep. */
export async function putSecrets(keeper: Keeper, accountId: AccountId, secrets: Secrets): Promise<void> {
  await keeper.put(accountId, encodeSecrets(secrets));
}

/** Keeps `changed` beside those that are there. Where none can be read any more, they are all that is kept. */
export async function changeSecrets(keeper: Keeper, accountId: AccountId, changed: Secrets): Promise<void> {
  if (Object.keys(changed).length === 0) return;
  await putSecrets(keeper, accountId, { ...(await keptSecrets(keeper, accountId)), ...changed });
}

/** Those that can be read without a person: none where they were lost or never given. */
export async function keptSecrets(keeper: Keeper, accountId: AccountId): Promise<Secrets> {
  try {
    return await readSecrets(keeper, accountId);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'auth-failed') return {};
    throw thrown;
  }
}
