// One translator for what imapflow, nodemailer, TLS and sockets throw or answer.
import { AppError, type ErrorCode } from '../../../../shared/errors.ts';

/** What the two libraries and Node hang on their errors; all of it may be missing. */
interface Foreign {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  reason?: unknown;
  responseStatus?: unknown;
  responseText?: unknown;
  response?: unknown;
  responseCode?: unknown;
  serverResponseCode?: unknown;
  authenticationFailed?: unknown;
  mailboxMissing?: unknown;
  throttleReset?: unknown;
  throttleWaited?: unknown;
}

/** No way to the server, or the way broke. */
const lineCodes = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'ENETDOWN',
  ],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'ENODATA', 'EHOSTDOWN', 'ERR_SOCKET_CLOSED'],
  ...[
    'NoConnection',
    'EConnectionClosed',
    'StateLogout',
    'ClosedAfterConnectText',
    'ClosedAfterConnectTLS',
    'ETIMEOUT',
    'LockTimeout',
  ],
  ...[
    'CONNECT_TIMEOUT',
    'GREETING_TIMEOUT',
    'UPGRADE_TIMEOUT',
    'PollFailed',
    'COMPRESS_TRAILING_DATA',
    'Z_BUF_ERROR',
    'Z_DATA_ERROR',
  ],
  ...['ECONNECTION', 'ESOCKET'],
]);

/** The reasons of `tls-untrusted` (shared/model/discovery.ts) by Node's codes. */
const tlsReasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
  EPROTO: 'old-tls',
  ETLS: 'no-starttls',
  STARTTLS_INJECTION: 'no-starttls',
};

/** RFC 5530 and common response codes of IMAP. */
const imapCodes: Readonly<Record<string, ErrorCode>> = {
  UNAVAILABLE: 'server-busy',
  INUSE: 'server-busy',
  LIMIT: 'server-busy',
  THROTTLED: 'server-busy',
  SERVERBUG: 'server-busy',
  AUTHENTICATIONFAILED: 'auth-failed',
  AUTHORIZATIONFAILED: 'auth-failed',
  EXPIRED: 'auth-failed',
  PRIVACYREQUIRED: 'tls-untrusted',
  NONEXISTENT: 'gone',
  TRYCREATE: 'gone',
  OVERQUOTA: 'too-large',
  APPENDLIMIT: 'too-large',
  ALREADYEXISTS: 'conflict',
};

const patience =
  /too many|throttl|rate limit|try again|temporar|unavailable|busy|exceeded.*(connection|limit)|connection.*limit|not connected/i;
/** Exchange says so when too many clients are there, or for minutes after an outage; asking again at once makes it worse. */
const notConnected = /authenticated but not connected/i;
const notConnectedWaitMs = 300_000;
const tooManyWaitMs = 60_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The wait that a server's words ask for, in ms; undefined when they name none. */
export function retryHintMs(words: string): number | undefined {
  const exchange = /Backoff Time[:=\s]+(\d{1,9})/i.exec(words)?.[1];
  if (exchange !== undefined) return Number(exchange);
  if (!/try|retry|wait|grey|gray|again/i.test(words)) return undefined;
  const match = /(\d{1,5})\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?)?)\b/i.exec(words);
  if (match === null) return undefined;
  const unitMs = { s: 1000, m: 60_000, h: 3_600_000 }[match[2]?.charAt(0).toLowerCase() ?? ''];
  return unitMs === undefined ? undefined : Number(match[1]) * unitMs;
}

function wordsOf(error: Foreign): string {
  const words = text(error.responseText) || text(error.response) || text(error.reason) || text(error.message);
  return words.replace(/\s+/g, ' ').trim().slice(0, 500);
}

function busy(words: string, cause: unknown, leastMs?: number): AppError {
  const hint = retryHintMs(words);
  const retryAfterMs = leastMs === undefined ? hint : Math.max(leastMs, hint ?? 0);
  return new AppError('server-busy', words, { cause, retryAfterMs });
}

function tlsError(code: string, words: string, cause: unknown): AppError | undefined {
  const isOldTls = /unsupported protocol|alert protocol version|wrong version number|unknown protocol/i.test(words);
  const reason =
    code === 'EPROTO' || code.startsWith('ERR_SSL') ? (isOldTls ? 'old-tls' : undefined) : tlsReasons[code];
  if (reason === undefined) {
    return code.startsWith('ERR_SSL') || code === 'EPROTO'
      ? new AppError('tls-untrusted', words, { cause, detail: { reason: 'old-tls' } })
      : undefined;
  }
  return new AppError('tls-untrusted', words, { cause, detail: { reason } });
}

/**
 * The AppError for anything thrown while talking IMAP or TLS. An AppError stays itself. Authentication failures are told apart from
 * lines that broke during the login (imapflow marks both): only a server's own refusal is `auth-failed`.
 */
export function imapError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return new AppError('bug', `imapflow: ${String(thrown)}`);
  const error: Foreign = thrown;
  const code = text(error.code);
  const words = wordsOf(error);

  if (code === 'ETHROTTLE') {
    const asked = Number(error.throttleReset ?? 0) - Number(error.throttleWaited ?? 0);
    return new AppError('server-busy', words, { cause: thrown, retryAfterMs: Math.max(0, asked) });
  }
  if (notConnected.test(words)) return busy(words, thrown, notConnectedWaitMs);
  const untrusted = tlsError(code, words, thrown);
  if (untrusted !== undefined) return untrusted;
  if (/STARTTLS/.test(words) && error.responseStatus === undefined && code === '') {
    return new AppError('tls-untrusted', words, { cause: thrown, detail: { reason: 'no-starttls' } });
  }
  if (lineCodes.has(code)) {
    // The server said BYE and why.
    if (patience.test(text(error.reason))) return busy(text(error.reason), thrown, tooManyWaitMs);
    return new AppError('offline', words, { cause: thrown });
  }
  const known = imapCodes[text(error.serverResponseCode).toUpperCase()];
  if (known === 'server-busy') return busy(words, thrown, tooManyWaitMs);
  if (known !== undefined) return new AppError(known, words, { cause: thrown });
  if (error.authenticationFailed === true) {
    return patience.test(words)
      ? busy(words, thrown, tooManyWaitMs)
      : new AppError('auth-failed', words, { cause: thrown });
  }
  if (error.mailboxMissing === true || code === 'NotFound') return new AppError('gone', words, { cause: thrown });
  if (error.responseStatus === 'NO' || error.responseStatus === 'BAD') return refusal(words, thrown);
  if (/TooLarge$|^ParserError|^MAX_IMAP|InvalidResponse|UnexpectedTag|ResponseProcessingFailed/.test(code)) {
    return new AppError('bad-data', `The server's answer cannot be read: ${words}`, { cause: thrown });
  }
  return new AppError('bug', `imapflow: ${code} ${words}`.trim(), { cause: thrown });
}

function refusal(words: string, cause: unknown): AppError {
  if (/quota|over ?limit|mailbox (is )?full/i.test(words)) return new AppError('too-large', words, { cause });
  return patience.test(words) ? busy(words, cause, tooManyWaitMs) : new AppError('refused', words, { cause });
}

/** For imapflow's `false` and `undefined`, which stand for "the server said no": `words` are what it was heard to say last. */
export function imapRefusal(what: string, words: string | undefined): AppError {
  return refusal(words === undefined || words === '' ? `${what} was refused` : words, undefined);
}

/**
 * The AppError for anything that nodemailer's connection reports. Says nothing of whether a message left: that is the sender's own
 * knowledge. 4xx is `server-busy`, 5xx `refused`; 535 and its like `auth-failed`, 454 on login `server-busy`.
 */
export function smtpError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return new AppError('bug', `nodemailer: ${String(thrown)}`);
  const error: Foreign = thrown;
  const code = text(error.code);
  const words = wordsOf(error);
  const reply = typeof error.responseCode === 'number' ? error.responseCode : 0;

  if (code === 'EAUTH') {
    if (reply >= 400 && reply < 500) return busy(words, thrown, tooManyWaitMs);
    return new AppError('auth-failed', words, { cause: thrown });
  }
  if (code === 'ETLS' && reply >= 400 && reply < 500) return busy(words, thrown);
  const untrusted = tlsError(text(error.originalCode), words, thrown) ?? tlsError(code, words, thrown);
  if (untrusted !== undefined) return untrusted;
  // Submission without login: the account is wrong, not the mail.
  if (reply === 530 || reply === 535) return new AppError('auth-failed', words, { cause: thrown });
  if (reply === 552 || /message size|too (big|large)/i.test(words))
    return new AppError('too-large', words, { cause: thrown });
  if (reply >= 400 && reply < 500) return busy(words, thrown);
  if (reply >= 500) return new AppError('refused', words, { cause: thrown });
  if (code === 'EENVELOPE') return new AppError('bad-data', words, { cause: thrown });
  if (lineCodes.has(code) || code === 'EPROTOCOL' || code === 'EMESSAGE')
    return new AppError('offline', words, { cause: thrown });
  return new AppError('bug', `nodemailer: ${code} ${words}`.trim(), { cause: thrown });
}
