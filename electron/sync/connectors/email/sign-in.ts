// Signing in to mail with Google or Microsoft: where, as which client, and a token that holds.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { MailSignIn, MailSignInProvider } from '../../../../shared/model/account.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { signInClients } from '../../../../shared/model/sign-in-clients.ts';
import type { SignInClient, SignInDeps, SignInPlace } from '../browser-sign-in.ts';
import type { ConnectionQuestion, ConnectorDeps, NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp } from '../http.ts';
import { accessToken, oauthWords, tokenMemory, withToken, type TokenGrant, type TokenMemory } from '../oauth-tokens.ts';
import { sharedBySessions } from '../session-parts.ts';

const places: Readonly<Record<MailSignInProvider, SignInPlace>> = {
  // developers.google.com/identity/protocols/oauth2/native-app
  google: {
    issuer: 'https://accounts.google.com',
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
    redirectHost: '127.0.0.1',
    // asked again: without it a second sign-in of the same person gives no refresh token
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  // learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow; `common`: work, school and personal accounts
  microsoft: {
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
    // its form takes no http://127.0.0.1, and any port of localhost
    redirectHost: 'localhost',
    extra: {},
  },
};

/** `unsupported` while there is neither a client of Defter's nor one of the shop's own. */
function clientOf({ provider, clientId }: MailSignIn, { clientSecret }: Secrets): SignInClient {
  if (clientId !== undefined) return { id: clientId, secret: clientSecret };
  const { id, secret } = signInClients[provider];
  if (id === '') throw new AppError('unsupported', `Defter is not registered with ${provider} yet`);
  return { id, secret: secret === '' ? undefined : secret };
}

function placeOf({ provider, address }: MailSignIn, deps: Pick<NetworkDeps, 'allowsPlaintextOnLoopback'>): SignInPlace {
  const place = places[provider];
  const issuer = checkedBaseUrl(address, place.issuer, deps);
  return issuer === place.issuer
    ? place
    : { ...place, issuer, authorizeUrl: `${issuer}/auth`, tokenUrl: `${issuer}/token` };
}

/** See `Connector.signIn`. The library is read only now: most people sign in once. */
export async function signInToMail(
  { servers, address, secrets }: ConnectionQuestion,
  deps: SignInDeps,
  signal: AbortSignal,
): Promise<Secrets> {
  const signIn = servers?.signIn;
  if (signIn === undefined) throw new AppError('bad-data', 'The account has no page to sign in on');
  const { signInByBrowser } = await import('../browser-sign-in.ts');
  return signInByBrowser(placeOf(signIn, deps), clientOf(signIn, secrets), address, deps, signal);
}

export type TokenDeps = Pick<ConnectorDeps, 'credential' | 'keepSecrets'> & NetworkDeps;

/** All sessions of an account share its token. */
const memoryOf = sharedBySessions<TokenMemory, TokenDeps>(tokenMemory);

/**
 * Logs in with a token, once more with a new one where the server refuses it. `auth-expired` when the permission ran out or was taken back:
 * a person must sign in again.
 */
export function withMailToken<Value>(
  signIn: MailSignIn,
  deps: TokenDeps,
  login: (token: string) => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const memory = memoryOf(deps);
  const tokenFor = async (isRefused: boolean): Promise<string> => {
    try {
      return await accessToken(deps, (secrets) => grantOf(signIn, secrets, memory, deps), memory, isRefused, signal);
    } catch (thrown) {
      const { code, message, detail } = errorData(thrown);
      if (code !== 'auth-failed' || detail?.['reason'] === 'not-given') throw thrown;
      throw new AppError('auth-expired', message, { cause: thrown, detail });
    }
  };
  return withToken(tokenFor, login, ({ code }) => code === 'auth-failed');
}

function grantOf(signIn: MailSignIn, secrets: Secrets, { seen }: TokenMemory, deps: NetworkDeps): TokenGrant {
  const { id, secret } = clientOf(signIn, secrets);
  return {
    http: makeHttp(deps, {
      baseUrl: placeOf(signIn, deps).tokenUrl,
      headers: { accept: 'application/json' },
      secrets: [...seen, ...Object.values(secrets)],
      wordsOf: oauthWords,
    }),
    path: '',
    codeForm: () => null,
    refreshForm: { client_id: id, ...(secret === undefined ? {} : { client_secret: secret }) },
  };
}

/** What XOAUTH2 sends (Google's, spoken by Microsoft too). */
export const bearerWords = (user: string, token: string): string =>
  Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
