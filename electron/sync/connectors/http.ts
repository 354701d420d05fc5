// HTTP for connectors: time, size and rate limits, Retry-After, errors as AppError codes, and a log without a single secret.
import { AppError, throwIfCancelled, type ErrorCode } from '../../../shared/errors.ts';
import { onAbort } from '../../../shared/on-abort.ts';
import type { NetworkDeps } from './connector.ts';
import { redactor } from './redact.ts';
import { parseSafely } from './safe-json.ts';

export interface HttpOptions {
  /** As `checkedBaseUrl` gives it, without a slash at the end. */
  baseUrl: string;
  /** Sent with every request: authorisation, user agent, media types. */
  headers?: Readonly<Record<string, string>>;
  /** What must not get into a log or an error: keys, tokens. */
  secrets: readonly string[];
  /** Of every request; a request may bring one of its own besides. */
  rate?: Rate;
  /** From the first byte sent to the last one received. */
  timeoutMs?: number;
  /** Of an answer. */
  limitBytes?: number;
  /** The code of an answer that is no success, where the other side means something of its own by it; undefined: as usual. */
  codeOf?: (status: number, body: string) => ErrorCode | undefined;
  /** The other side's own words in such an answer; undefined: the beginning of it. */
  wordsOf?: (body: string) => string | undefined;
}

export interface HttpRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the base address on; or a whole https address. */
  path: string;
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  json?: unknown;
  body?: string | FormData | Uint8Array<ArrayBuffer>;
  rate?: Rate;
  timeoutMs?: number;
  limitBytes?: number;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  /** As UTF-8. */
  text(): string;
  /** Long whole numbers come as strings. `bad-data` when it is no JSON. */
  json(): unknown;
}

export interface Http {
  /**
   * One request, tried once. Rejects with `offline` (detail.sent = false: certainly nothing was sent; detail.reason: timeout, dropped,
   * unreachable), `server-busy` (429 and 503, with the wait that was asked for; detail.status), `auth-failed` (401, 403), `gone` (404, 410),
   * `too-large`, `bad-data`, `refused` (other 4xx and redirects), `offline` (other 5xx), `cancelled` within a moment of the signal.
   */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
}

const defaultTimeoutMs = 30_000;
/** A page of a hundred long conversations is below 2 MB on every marketplace seen. */
const defaultLimitBytes = 20 * 1024 * 1024;
/** What is waited when the other side asks for patience and names no time. */
const defaultBusyMs = 10_000;
const longestWords = 500;

/** At most `count` requests in any `perMs`; shared by whoever holds it. */
export interface Rate {
  /** Waits for a free place and takes it. */
  take(deps: Pick<NetworkDeps, 'now' | 'sleep'>, signal: AbortSignal): Promise<void>;
}

export function makeRate(count: number, perMs: number): Rate {
  let taken: number[] = [];
  return {
    async take(deps, signal) {
      for (;;) {
        throwIfCancelled(signal);
        const now = deps.now();
        taken = taken.filter((at) => now - at < perMs);
        const [oldest] = taken;
        if (taken.length < count || oldest === undefined) {
          taken.push(now);
          return;
        }
        await deps.sleep(oldest + perMs - now, signal);
      }
    },
  };
}

export function makeHttp(deps: NetworkDeps, options: HttpOptions): Http {
  const redact = redactor(options.secrets);
  return {
    async send(request, signal) {
      await options.rate?.take(deps, signal);
      await request.rate?.take(deps, signal);
      throwIfCancelled(signal);
      const url = addressOf(options.baseUrl, request);
      const startedAt = deps.now();
      const what = `${request.method ?? 'GET'} ${redact(url.host + url.pathname)}`;
      try {
        const answer = await exchange(deps, options, request, url, signal);
        deps.log('info', `${what}: ${answer.status} in ${deps.now() - startedAt} ms`);
        if (answer.status >= 200 && answer.status < 300) return answer;
        throw refusalOf(answer, options, deps.now());
      } catch (thrown) {
        const error = redacted(signal.aborted ? cancelled(thrown) : networkError(thrown), redact);
        if (error.code !== 'cancelled') deps.log('warn', `${what}: ${error.code}: ${error.message}`);
        throw error;
      }
    },
  };
}

function addressOf(baseUrl: string, request: HttpRequest): URL {
  const url = new URL(/^https?:/.test(request.path) ? request.path : baseUrl + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  return url;
}

async function exchange(
  deps: NetworkDeps,
  options: HttpOptions,
  request: HttpRequest,
  url: URL,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const over = new AbortController();
  const unlisten = onAbort(signal, () => over.abort(signal.reason));
  const timeoutMs = request.timeoutMs ?? options.timeoutMs ?? defaultTimeoutMs;
  const timer = startTimer(deps, timeoutMs, over);
  try {
    const response = await deps.fetch(url.href, {
      method: request.method ?? 'GET',
      headers: {
        ...options.headers,
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      // Never followed: a key must not travel to another host.
      redirect: 'manual',
      signal: over.signal,
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const bytes = await bytesOf(response, request.limitBytes ?? options.limitBytes ?? defaultLimitBytes);
    const text = (): string => new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, bytes, text, json: () => parseSafely(text()) };
  } catch (thrown) {
    if (timer.isOver() && !signal.aborted) {
      const words = `No answer within ${timeoutMs} ms`;
      throw new AppError('offline', words, { cause: thrown, detail: { reason: 'timeout' } });
    }
    throw thrown;
  } finally {
    unlisten();
    timer.stop();
  }
}

/** Ends `over` after `timeoutMs` on the injected clock. */
function startTimer(deps: Pick<NetworkDeps, 'sleep'>, timeoutMs: number, over: AbortController) {
  const stopping = new AbortController();
  let isOver = false;
  deps.sleep(timeoutMs, stopping.signal).then(
    () => {
      isOver = true;
      over.abort();
    },
    () => undefined, // stopped: the answer came first
  );
  return { isOver: () => isOver, stop: () => stopping.abort() };
}

async function bytesOf(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) throw new AppError('too-large', `The answer is larger than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  const all = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The AppError of an answer that is no success. */
function refusalOf(answer: HttpAnswer, options: HttpOptions, now: number): AppError {
  const { status } = answer;
  const body = answer.text().slice(0, 100_000);
  const code = options.codeOf?.(status, body) ?? codeOfStatus(status);
  const said = (options.wordsOf?.(body) ?? plainWords(body)).trim().slice(0, longestWords);
  const words = said === '' ? `HTTP ${status}` : said;
  const asked = retryAfterMs(answer.headers.get('retry-after'), now);
  return new AppError(code, words, {
    detail: { status, ...(status >= 500 ? { reason: 'server-error' } : {}) },
    ...(code === 'server-busy' ? { retryAfterMs: asked ?? defaultBusyMs } : {}),
  });
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'auth-failed';
  if (status === 404 || status === 410) return 'gone';
  if (status === 409) return 'conflict';
  if (status === 413) return 'too-large';
  if (status === 429 || status === 503) return 'server-busy';
  return status >= 500 ? 'offline' : 'refused';
}

/** Of an error page, only what a person can read. */
function plainWords(body: string): string {
  const text = /<[a-z!]/i.test(body) ? (/<title>([^<]*)/i.exec(body)?.[1] ?? '') : body;
  return text.replace(/\s+/g, ' ');
}

/** The wait that a Retry-After header asks for (RFC 9110 section 10.2.3): seconds or a date. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,7}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Node's codes for a connection that never came to be: not a byte of the request has left. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function networkError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = systemCode(thrown);
  const words = code ?? (thrown instanceof Error ? thrown.message : String(thrown));
  if (code !== undefined && /CERT|SSL|TLS|SIGNATURE|SIGNED|ISSUER|EPROTO/.test(code)) {
    const reason = code.includes('SELF_SIGNED')
      ? 'self-signed'
      : code.includes('EXPIRED')
        ? 'expired'
        : 'unknown-issuer';
    return new AppError('tls-untrusted', words, { cause: thrown, detail: { reason, sent: false } });
  }
  const detail =
    code !== undefined && neverSent.has(code) ? { reason: 'unreachable', sent: false } : { reason: 'dropped' };
  return new AppError('offline', words, { cause: thrown, detail });
}

/** fetch hides the system's error behind `cause`, sometimes twice. */
function systemCode(thrown: unknown): string | undefined {
  let error: unknown = thrown;
  for (let depth = 0; depth < 4 && typeof error === 'object' && error !== null; depth += 1) {
    const code: unknown = Reflect.get(error, 'code');
    if (typeof code === 'string') return code;
    const errors: unknown = Reflect.get(error, 'errors');
    error = Array.isArray(errors) ? (errors[0] as unknown) : Reflect.get(error, 'cause');
  }
  return undefined;
}

function cancelled(cause: unknown): AppError {
  return new AppError('cancelled', 'The work was stopped', { cause });
}

/** A server may repeat a key in its complaint. The cause is left behind: it may hold the whole request. */
function redacted(error: AppError, redact: (text: string) => string): AppError {
  return new AppError(error.code, redact(error.message), { retryAfterMs: error.retryAfterMs, detail: error.detail });
}

/**
 * The base address of an API: `standard`, or where developer settings are on the one that an account's field names.
 * `bad-data` for anything but https, plain http on this machine with developer settings excepted.
 */
export function checkedBaseUrl(
  address: string | undefined,
  standard: string,
  deps: Pick<NetworkDeps, 'allowsPlaintextOnLoopback'>,
): string {
  if (!deps.allowsPlaintextOnLoopback || address === undefined || address.trim() === '') return standard;
  return checkedAddress(address, deps);
}

/** An address that a person typed, without a slash at the end; `https://` is put before a bare host. */
export function checkedAddress(typed: string, deps: Pick<NetworkDeps, 'allowsPlaintextOnLoopback'>): string {
  const address = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  } catch (thrown) {
    throw new AppError('bad-data', 'This is not an address', { cause: thrown });
  }
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  const isAllowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback && deps.allowsPlaintextOnLoopback);
  if (!isAllowed || url.username !== '' || url.password !== '') {
    throw new AppError('bad-data', 'Only https addresses are taken');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}
