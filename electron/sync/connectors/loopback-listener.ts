// Waits on this machine for the browser to come back from signing in (RFC 8252, 7.3): one answer, two minutes, nobody else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../../shared/errors.ts';

/** Signing in takes longer only where somebody has left. */
const lifeMs = 120_000;
/** Whoever says nothing for this long is no browser. */
const silenceMs = 5_000;
/** For the last bytes of the last answer. */
const closeWithinMs = 500;

export interface LoopbackListener {
  /** Where the browser is to come back to. */
  redirectUri: string;
  /** The address that it came back to. Rejects `cancelled` by the signal, and after two minutes (detail.reason `late`). */
  answer: Promise<URL>;
}

/**
 * Listens on 127.0.0.1, on a port that the system picks, until the one right answer, the signal or the end of its time; closed within a
 * second after that. Only a browser that was sent here is answered: GET of `/` at `hostName`, by navigation, with `state` and with either
 * `code` or `error`. Everything else is refused and changes nothing.
 * @param hostName as it stands in the redirect address: some providers know only `localhost`
 * @param returnWords what the browser shows at the end
 * @throws AppError `unsupported` when no port can be had
 */
export async function listenOnLoopback(
  { hostName, state, returnWords }: { hostName: '127.0.0.1' | 'localhost'; state: string; returnWords: string },
  signal: AbortSignal,
): Promise<LoopbackListener> {
  const server = createServer({
    headersTimeout: silenceMs,
    requestTimeout: silenceMs,
    connectionsCheckingInterval: 500,
  });
  server.maxConnections = 50;
  await listen(server);
  const host = `${hostName}:${String((server.address() as AddressInfo).port)}`;
  const redirectUri = `http://${host}/`;

  const answer = new Promise<URL>((resolve, reject) => {
    let isOver = false;
    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(life);
      signal.removeEventListener('abort', stop);
      server.close();
      setTimeout(() => server.closeAllConnections(), closeWithinMs);
      settle();
    };
    const stop = (): void => end(() => reject(new AppError('cancelled', 'The sign-in was stopped')));
    const life = setTimeout(() => {
      end(() => reject(new AppError('cancelled', 'Nobody signed in in time', { detail: { reason: 'late' } })));
    }, lifeMs);
    signal.addEventListener('abort', stop, { once: true });
    server.on('request', (request, response) => {
      const url = isOver ? 410 : rightAnswer(request, host, state);
      if (typeof url === 'number') {
        say(response, url, '');
        return;
      }
      say(response, 200, returnWords);
      end(() => resolve(url));
    });
    if (signal.aborted) stop();
  });
  answer.catch(() => undefined); // whoever waits for it hears of it; until then it is no unhandled one
  return { redirectUri, answer };
}

async function listen(server: Server): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
  } catch (thrown) {
    throw new AppError('unsupported', `No port on this machine: ${String(thrown)}`, { cause: thrown });
  }
}

/** The address, or the status to refuse with. A page elsewhere can make the browser ask, but not with our name, by navigation and our state. */
function rightAnswer(request: IncomingMessage, host: string, state: string): URL | number {
  const { method, headers, url: path = '' } = request;
  if (headers.host !== host) return 421;
  if (headers.origin !== undefined || !['navigate', undefined].includes(header(headers['sec-fetch-mode']))) return 403;
  if (method !== 'GET') return 405;
  if (!/^\/(?:\?|$)/.test(path)) return 404;
  const url = new URL(path, `http://${host}`);
  const has = (name: string): number => url.searchParams.getAll(name).length;
  const isAnswer = has('state') === 1 && has('code') + has('error') === 1;
  return isAnswer && url.searchParams.get('state') === state ? url : 400;
}

const header = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join();

function say(response: ServerResponse, status: number, words: string): void {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(
    `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Defter</title><p style="font:18px system-ui;margin:20vh auto;max-width:30em;text-align:center">${safe}</p>`,
  );
}
