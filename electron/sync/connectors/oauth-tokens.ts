// Access tokens of OAuth 2.0 (RFC 6749): traded for a code that a person brought, renewed before they run out, kept with the secrets.
import * as z from 'zod';
import { AppError, errorData, type ErrorData } from '../../../shared/errors.ts';
import type { Secrets } from '../../../shared/model/secrets.ts';
import { checked } from './checked.ts';
import type { ConnectorDeps } from './connector.ts';
import type { Http } from './http.ts';

/** Renewed this much before it runs out: clocks differ, and requests take time. */
const marginMs = 120_000;

const tokenSchema = z.object({
  access_token: z.string().min(1).max(16_000),
  /** Seconds. */
  expires_in: z.union([z.number(), z.string()]).transform(Number),
  refresh_token: z.string().min(1).max(16_000).nullish(),
});

/** Words of `{error, error_description}` (RFC 6749 5.2). */
export function oauthWords(body: string): string | undefined {
  try {
    const { error, error_description } = z
      .object({ error: z.string(), error_description: z.string().nullish() })
      .parse(JSON.parse(body));
    return error_description ?? error;
  } catch {
    return undefined; // no answer of an authorisation server
  }
}

export interface TokenGrant {
  /** Where tokens are given; authenticates the program. */
  http: Http;
  path: string;
  /** The form for a code that was not used yet; null: there is none. */
  codeForm: (secrets: Secrets) => { code: string; form: Record<string, string> } | null;
  /** Beside grant_type and refresh_token. */
  refreshForm: Record<string, string>;
}

/** Lets one renewal at a time happen for all sessions of an account. */
export interface TokenMemory {
  underway: Promise<string> | undefined;
  /** Every secret met so far: one that was replaced belongs into no log either. */
  seen: Set<string>;
}
export const tokenMemory = (): TokenMemory => ({ underway: undefined, seen: new Set() });

/**
 * A token that holds; `isRefused`: the present one was not taken. `auth-failed` when a person must sign in (again).
 * @param memory shared by all sessions of the account
 */
export async function accessToken(
  deps: Pick<ConnectorDeps, 'credential' | 'keepSecrets' | 'now'>,
  grant: (secrets: Secrets) => TokenGrant,
  memory: TokenMemory,
  isRefused: boolean,
  signal: AbortSignal,
): Promise<string> {
  const present = memory.underway;
  if (present !== undefined) {
    try {
      return await present;
    } catch (thrown) {
      // whoever asked for it was stopped, we were not
      if (errorData(thrown).code !== 'cancelled' || signal.aborted) throw thrown;
    }
  }
  memory.underway ??= freshToken(deps, grant, memory.seen, isRefused, signal).finally(() => {
    memory.underway = undefined;
  });
  return memory.underway;
}

async function freshToken(
  deps: Pick<ConnectorDeps, 'credential' | 'keepSecrets' | 'now'>,
  grantFor: (secrets: Secrets) => TokenGrant,
  seen: Set<string>,
  isRefused: boolean,
  signal: AbortSignal,
): Promise<string> {
  const secrets = await deps.credential();
  for (const secret of Object.values(secrets)) seen.add(secret);
  const { accessToken: present, accessUntil = '0', refreshToken, usedCode } = secrets;
  const grant = grantFor(secrets);
  const brought = grant.codeForm(secrets);
  const isNewCode = brought !== null && brought.code !== usedCode;
  if (!isNewCode && !isRefused && present !== undefined && Number(accessUntil) - marginMs > deps.now()) return present;
  if (!isNewCode && refreshToken === undefined)
    throw new AppError('auth-failed', 'Nobody has signed in yet', { detail: { status: 401 } });
  const form = isNewCode
    ? { grant_type: 'authorization_code', ...brought.form }
    : { grant_type: 'refresh_token', refresh_token: refreshToken ?? '', ...grant.refreshForm };
  const given = await ask(grant, form, signal);
  await deps.keepSecrets({ ...tokenSecrets(given, deps.now()), ...(isNewCode ? { usedCode: brought.code } : {}) });
  return given.access_token;
}

/** As they are kept. @param given as the token endpoint said it */
export function tokenSecrets(given: z.infer<typeof tokenSchema>, now: number): Secrets {
  return {
    accessToken: given.access_token,
    accessUntil: String(now + given.expires_in * 1000),
    ...(given.refresh_token ? { refreshToken: given.refresh_token } : {}),
  };
}

/** Uses a token; where it is refused before anything was done, it may have been taken back early: once more with a new one. */
export async function withToken<Value>(
  tokenFor: (isRefused: boolean) => Promise<string>,
  use: (token: string) => Promise<Value>,
  isRefusal: (error: ErrorData) => boolean,
): Promise<Value> {
  const token = await tokenFor(false);
  try {
    return await use(token);
  } catch (thrown) {
    if (!isRefusal(errorData(thrown))) throw thrown;
    return use(await tokenFor(true));
  }
}

/** {@link withToken} for an API over HTTP. */
export const isTokenRefused = ({ detail }: ErrorData): boolean => detail?.['status'] === 401;

async function ask({ http, path }: TokenGrant, form: Record<string, string>, signal: AbortSignal) {
  try {
    const answer = await http.send(
      {
        method: 'POST',
        path,
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      signal,
    );
    return checked(tokenSchema, answer.json(), 'The token');
  } catch (thrown) {
    const { code, message, detail } = errorData(thrown);
    // 400 invalid_grant: the code ran out, or the person took the permission back
    if (code === 'refused') throw new AppError('auth-failed', message, { cause: thrown, detail: { ...detail } });
    throw thrown;
  }
}
