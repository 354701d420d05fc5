// Signing in to Allegro on another page: the device flow (RFC 8628), a code that the person types there, tokens that renew themselves.
import * as z from 'zod';
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked } from '../checked.ts';
import type { ConnectorDeps } from '../connector.ts';
import { makeHttp, type Http } from '../http.ts';
import { accessToken, oauthWords, type TokenGrant, type TokenMemory } from '../oauth-tokens.ts';
import { allegroClientId } from './client.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const deviceSchema = z.object({
  device_code: z.string().min(1),
  user_code: z.string().min(1),
  verification_uri: z.string(),
  verification_uri_complete: z.string().nullish(),
  /** Seconds. */
  expires_in: z.number(),
  interval: z.number().nullish(),
});
const defaultIntervalMs = 5000;

type SignInDeps = Pick<
  ConnectorDeps,
  'credential' | 'keepSecrets' | 'now' | 'sleep' | 'log' | 'fetch' | 'allowsPlaintextOnLoopback'
>;

/** `unsupported` while Defter is not registered with Allegro. */
export function clientIdOf(fields: Account['fields']): string {
  const given = fields?.['clientId']?.trim() ?? '';
  const id = given === '' ? allegroClientId : given;
  if (id === '') throw new AppError('unsupported', 'Defter is not registered with Allegro yet');
  return id;
}

function authHttp(authUrl: string, secrets: Iterable<string>, deps: SignInDeps): Http {
  return makeHttp(deps, {
    baseUrl: authUrl,
    headers: { accept: 'application/json' },
    secrets: [...secrets],
    wordsOf: oauthWords,
    // the person has not typed the code yet
    codeOf: (_status, body) => (/"(?:authorization_pending|slow_down)"/.test(body) ? 'server-busy' : undefined),
  });
}

/**
 * A token that holds. While the person has not signed in: `server-busy`, to be asked again, with `userCode` and `signInUrl` in its detail.
 */
export async function allegroToken(
  fields: Account['fields'],
  authUrl: string,
  deps: SignInDeps,
  memory: TokenMemory,
  isRefused: boolean,
  signal: AbortSignal,
): Promise<string> {
  const clientId = clientIdOf(fields);
  const credential = (): Promise<Secrets> => secretsOrNone(deps);
  const grant = (secrets: Secrets): TokenGrant => ({
    http: authHttp(authUrl, [...memory.seen, ...Object.values(secrets)], deps),
    path: '/auth/oauth/token',
    codeForm: ({ deviceCode, deviceUntil = '0' }) =>
      deviceCode === undefined || Number(deviceUntil) <= deps.now()
        ? null
        : { code: deviceCode, form: { grant_type: deviceGrant, device_code: deviceCode, client_id: clientId } },
    refreshForm: { client_id: clientId },
  });
  try {
    return await accessToken({ ...deps, credential }, grant, memory, isRefused, signal);
  } catch (thrown) {
    const { code, message, detail, retryAfterMs } = errorData(thrown);
    if (code === 'server-busy' && detail?.['status'] === 400) throw waiting(await credential(), retryAfterMs);
    const mustSignIn = code === 'auth-failed' && (detail?.['status'] === 400 || message === 'Nobody has signed in yet');
    if (!mustSignIn) throw thrown;
    throw waiting(await startSignIn(clientId, authUrl, deps, signal), undefined);
  }
}

async function startSignIn(clientId: string, authUrl: string, deps: SignInDeps, signal: AbortSignal): Promise<Secrets> {
  const answer = await authHttp(authUrl, [], deps).send(
    {
      method: 'POST',
      path: '/auth/oauth/device',
      body: new URLSearchParams({ client_id: clientId }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    signal,
  );
  const device = checked(deviceSchema, answer.json(), 'The code for signing in');
  const begun: Secrets = {
    deviceCode: device.device_code,
    deviceUntil: String(deps.now() + device.expires_in * 1000),
    deviceInterval: String((device.interval ?? defaultIntervalMs / 1000) * 1000),
    userCode: device.user_code,
    signInUrl: device.verification_uri_complete ?? device.verification_uri,
  };
  await deps.keepSecrets(begun);
  return begun;
}

function waiting(secrets: Secrets, retryAfterMs: number | undefined): AppError {
  const { userCode = '', signInUrl = '', deviceInterval = '' } = secrets;
  return new AppError('server-busy', 'Waiting until the person has signed in', {
    retryAfterMs: Math.max(Number(deviceInterval) || defaultIntervalMs, retryAfterMs ?? 0),
    // shown to the person: worth nothing to anybody else without their own password
    detail: { userCode, ...(signInUrl.startsWith('https://') ? { signInUrl } : {}) },
  });
}

/** Before the first sign-in nothing has been kept. */
async function secretsOrNone(deps: SignInDeps): Promise<Secrets> {
  try {
    return await deps.credential();
  } catch (thrown) {
    if (errorData(thrown).code === 'auth-failed') return {};
    throw thrown;
  }
}
