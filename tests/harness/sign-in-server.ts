// A real OpenID provider on loopback in place of Google's and Microsoft's, and a browser that signs a person in to it.
import { createServer, get, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { findFreePorts } from './free-ports.ts';

/** A public client, as programs on a computer are, and one with a secret, as Google's are. */
export const publicClient = 'defter-public';
export const secretClient = { id: 'defter-secret', secret: 'no-secret-at-all' };
/** Whoever signs in as this says no. */
export const unwilling = 'deny@test.local';

export interface SignInServer {
  readonly url: string;
  /** For Dovecot. */
  readonly introspectionUrl: string;
  /** Life of access tokens given from now on. */
  setTokenLife(seconds: number): void;
  /** Grants asked for at the token endpoint so far: authorization_code, refresh_token. */
  grants(): readonly string[];
  /** Whether a token is this person's and holds. */
  isTokenGood(user: string, token: string): Promise<boolean>;
  /** Every person takes their permission back. */
  revokeAll(): Promise<void>;
  /**
   * Does in a browser what a person does at `url`, who is already known there as the `login_hint`: the address on this machine that the
   * browser is sent to at last. Nothing is asked of it yet.
   */
  browse(url: string): Promise<URL>;
  stop(): Promise<void>;
}

export async function startSignInServer(): Promise<SignInServer> {
  const [port = 0] = await findFreePorts(1);
  const url = `http://127.0.0.1:${String(port)}`;
  let tokenLifeS = 3600;
  const granted: string[] = [];
  const permissions = new Map<string, { destroy(): Promise<void> }>();
  const redirectUris = ['http://127.0.0.1/', 'http://localhost/'];
  const grantTypes = ['authorization_code', 'refresh_token'];
  const native = { application_type: 'native', redirect_uris: redirectUris, grant_types: grantTypes };

  const provider = new Provider(url, {
    clients: [
      { ...native, client_id: publicClient, token_endpoint_auth_method: 'none' },
      {
        ...native,
        client_id: secretClient.id,
        client_secret: secretClient.secret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      {
        client_id: 'dovecot',
        client_secret: 'dovecot-secret',
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [],
        response_types: [],
        grant_types: [],
      },
    ],
    pkce: { required: () => true },
    scopes: [
      ...['openid', 'offline_access', 'https://mail.google.com/'],
      ...['https://outlook.office.com/IMAP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send'],
    ],
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true, allowedPolicy: async () => true },
    },
    extraTokenClaims: async (_context: unknown, token: { accountId: string }) => ({ username: token.accountId }),
    ttl: {
      AccessToken: () => tokenLifeS,
      AuthorizationCode: 60,
      RefreshToken: 86_400,
      Session: 3600,
      Interaction: 600,
      Grant: 86_400,
    },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    findAccount: async (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['of this test'] },
  });
  provider.on('grant.success', ({ oidc }) => {
    granted.push(String(oidc.params?.['grant_type']));
  });

  /** The person is known already, and agrees unless they are the unwilling one. */
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    const person = String(params['login_hint']);
    if (person === unwilling) {
      const refusal = { error: 'access_denied', error_description: 'The person said no' };
      return provider.interactionFinished(request, response, refusal);
    }
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: person } });
    const grant = new provider.Grant({
      accountId: session?.accountId ?? person,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    permissions.set(grantId, grant);
    return provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
  };
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const work = request.url?.startsWith('/interaction/') ? interact(request, response) : answer(request, response);
    work.catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  const introspectionUrl = `${url}/token/introspection`;
  return {
    url,
    introspectionUrl,
    setTokenLife(seconds) {
      tokenLifeS = seconds;
    },
    grants: () => [...granted],
    async isTokenGood(user, token) {
      const form = { token, client_id: 'dovecot', client_secret: 'dovecot-secret' };
      const told = (await (
        await fetch(introspectionUrl, { method: 'POST', body: new URLSearchParams(form) })
      ).json()) as {
        active: boolean;
        username?: string;
      };
      return told.active && told.username === user;
    },
    async revokeAll() {
      for (const permission of permissions.values()) await permission.destroy();
      permissions.clear();
    },
    browse: (first) => followTo(first, url),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

export interface Answer {
  status: number;
  body: string;
  headers: IncomingMessage['headers'];
}

/** One request to this machine, as anybody on it can make it. */
export function ask(url: URL, options: RequestOptions = {}): Promise<Answer> {
  const { port, pathname, search } = url;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: pathname + search, agent: false, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    }).on('error', reject);
  });
}

/** As a browser asks that was redirected there; `fetch` would say that it is a script. */
export const arrive = (url: URL): Promise<Answer> =>
  ask(url, { headers: { host: url.host, 'sec-fetch-mode': 'navigate' } });

/** Follows redirects with cookies while they stay at `origin`; the first address elsewhere. */
async function followTo(first: string, origin: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(first);
  for (let hop = 0; url.origin === origin; hop += 1) {
    if (hop === 12) throw new Error(`The sign-in page redirects without end: ${url.href}`);
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`The sign-in page says ${String(response.status)}: ${await response.text()}`);
    url = new URL(next, url);
  }
  return url;
}
