// Signing in on the other side's page in the system's browser: the authorisation code flow with PKCE (RFC 6749, 7636, 8252).
import * as client from 'openid-client';
import { AppError, errorData } from '../../../shared/errors.ts';
import type { Secrets } from '../../../shared/model/secrets.ts';
import type { NetworkDeps } from './connector.ts';
import { listenOnLoopback } from './loopback-listener.ts';
import { tokenSecrets } from './oauth-tokens.ts';

/** The other side. */
export interface SignInPlace {
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  scope: string;
  /** As its rules name the redirect address of programs on a computer. */
  redirectHost: '127.0.0.1' | 'localhost';
  /** Beside what the flow itself asks with. */
  extra: Readonly<Record<string, string>>;
}

/** How the program is registered there; programs on a computer need no secret, or have one that is none (RFC 8252, 8.5). */
export interface SignInClient {
  id: string;
  secret?: string | undefined;
}

export interface SignInDeps extends NetworkDeps {
  openBrowser: (url: string) => Promise<void>;
  /** What the browser says when the person may go back to Defter. */
  returnWords: string;
}

const tokenTimeoutS = 30;
/** RFC 6749 leaves the life of a token open; an hour is what everybody gives. */
const usualLifeS = 3600;

/**
 * Opens the browser, waits for the person, and trades what it brings back for tokens. Rejects `refused` with the other side's words
 * (detail.reason: its error), `cancelled` (detail.reason `late` after two minutes), `unsupported` without a browser or where the other side
 * gives no refresh token, `offline`, `bad-data`.
 */
export async function signInByBrowser(
  place: SignInPlace,
  { id, secret }: SignInClient,
  loginHint: string,
  deps: SignInDeps,
  signal: AbortSignal,
): Promise<Secrets> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const config = configurationOf(place, id, secret, deps, either);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const { returnWords } = deps;
  const listener = await listenOnLoopback({ hostName: place.redirectHost, state, returnWords }, either);
  try {
    const url = client.buildAuthorizationUrl(config, {
      ...place.extra,
      redirect_uri: listener.redirectUri,
      response_type: 'code',
      scope: place.scope,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      login_hint: loginHint,
    });
    await deps.openBrowser(url.href);
    const checks = { pkceCodeVerifier: verifier, expectedState: state };
    const given = await client.authorizationCodeGrant(config, await listener.answer, checks);
    if (given.refresh_token === undefined) {
      throw new AppError('unsupported', 'The sign-in holds for an hour only', {
        detail: { reason: 'no-refresh-token' },
      });
    }
    return tokenSecrets({ ...given, expires_in: given.expires_in ?? usualLifeS }, deps.now());
  } catch (thrown) {
    const error = signInError(thrown, signal);
    deps.log('warn', `Signing in at ${place.issuer}: ${error.code}: ${error.message}`);
    throw error;
  } finally {
    over.abort();
  }
}

function configurationOf(
  { issuer, authorizeUrl, tokenUrl }: SignInPlace,
  id: string,
  secret: string | undefined,
  deps: SignInDeps,
  signal: AbortSignal,
): client.Configuration {
  const config = new client.Configuration(
    { issuer, authorization_endpoint: authorizeUrl, token_endpoint: tokenUrl },
    id,
    undefined,
    secret === undefined ? client.None() : client.ClientSecretPost(secret),
  );
  config.timeout = tokenTimeoutS;
  config[client.customFetch] = (url, { signal: tooLate, body, ...init }) =>
    deps.fetch(url, {
      ...init,
      ...(body === undefined ? {} : { body }),
      signal: tooLate ? AbortSignal.any([signal, tooLate]) : signal,
    });
  // the caller has made sure that plain http is a developer's, on this machine
  if (tokenUrl.startsWith('http:')) client.allowInsecureRequests(config);
  return config;
}

function signInError(thrown: unknown, signal: AbortSignal): AppError {
  if (thrown instanceof AppError) return thrown;
  if (signal.aborted) return new AppError('cancelled', 'The sign-in was stopped', { cause: thrown });
  if (thrown instanceof client.AuthorizationResponseError || thrown instanceof client.ResponseBodyError) {
    // the person said no, or the registration is not right; nothing of it is secret
    const words = (thrown.error_description ?? thrown.error).slice(0, 500);
    return new AppError('refused', words, { detail: { reason: thrown.error.slice(0, 100) } });
  }
  if (thrown instanceof client.ClientError && thrown.code !== 'OAUTH_TIMEOUT') {
    return new AppError('bad-data', `The answer to signing in cannot be taken: ${thrown.code ?? thrown.message}`);
  }
  const { message } = errorData(thrown);
  return new AppError('offline', message, { cause: thrown });
}
