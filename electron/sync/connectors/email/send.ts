// Sends one frozen reply, and says exactly what is known of it afterwards: taken, certainly not sent, or unknown.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { doublingWait } from '../../../../shared/doubling-wait.ts';
import { AppError, errorData, throwIfCancelled } from '../../../../shared/errors.ts';
import type { EmailServers } from '../../../../shared/model/account.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { smtpError } from './error.ts';
import { connectSmtp, type SmtpTimeouts } from './smtp-client.ts';

/** After the first try of a refused reply; doubled with each further one up to the longest. */
const firstWaitMs = 60_000;
const longestWaitMs = 4 * 3_600_000;
/** Without a network nobody is bothered by trying: a reply must go soon after it is back. */
const longestOfflineWaitMs = 300_000;
const chunkBytes = 64 * 1024;

/** Epoch ms of the next try after `attempts` tries (1 or more) failed with `error`; never sooner than the server asked. */
export function retryTime(now: number, attempts: number, error: AppError): number {
  const longest = error.code === 'offline' ? longestOfflineWaitMs : longestWaitMs;
  return now + Math.max(doublingWait(attempts, firstWaitMs, longest), error.retryAfterMs ?? 0);
}

/** The account is to blame, not this message: the engine must stop and ask. */
const isOfAccount = (error: AppError): boolean =>
  ['auth-failed', 'auth-expired', 'tls-untrusted', 'cancelled', 'bug'].includes(error.code);

/** The outcome for a message of which no end was ever sent. @throws AppError what concerns the account */
function notSent(error: AppError, item: OutboxItem, now: number): SendOutcome {
  if (isOfAccount(error)) throw error;
  const isPassing = error.code === 'offline' || error.code === 'server-busy';
  return isPassing
    ? { kind: 'retry', error: errorData(error), retryAt: retryTime(now, item.attempts, error) }
    : { kind: 'failed', error: errorData(error) };
}

/** A recipient that the server refused, with its words. */
interface RefusedRecipient {
  recipient?: string;
  responseCode?: number;
  response?: string;
}

/**
 * See `Session.send`. What happens, by what the server does:
 *
 * | when | what | outcome |
 * | --- | --- | --- |
 * | before the first byte | line lost, 4xx, 421 | retry |
 * | before the first byte | 5xx, too large | failed |
 * | any recipient refused | 5xx for one: failed; only 4xx: retry; nobody has got it | failed, retry |
 * | login, certificate, `beforeBytes` | | throws |
 * | bytes begun, end not handed over | line lost | retry |
 * | end handed over | 4xx / 5xx | retry / failed |
 * | end handed over | line lost, time-out, garbage | ambiguous |
 * | end handed over | 2xx | accepted |
 */
export async function sendReply(
  servers: EmailServers,
  deps: ConnectorDeps,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
  timeouts?: SmtpTimeouts,
): Promise<SendOutcome> {
  const { payload, sha256, envelope } = item.frozen;
  if (createHash('sha256').update(payload).digest('hex') !== sha256) {
    return { kind: 'failed', error: errorData(new AppError('bad-data', 'The frozen reply was damaged')) };
  }
  let connection: SMTPConnection;
  try {
    connection = await connectSmtp(servers, deps, signal, timeouts);
  } catch (thrown) {
    return notSent(smtpError(thrown), item, deps.now());
  }
  let refused: RefusedRecipient[] = [];
  const body = makeBody(Buffer.from(payload, 'latin1'), async () => {
    refused = refusedRecipients(connection);
    if (refused.length > 0) throw refusalOf(refused);
    await beforeBytes();
    throwIfCancelled(signal);
  });
  const { info, error } = await transmit(connection, { ...envelope, size: payload.length }, body.stream, signal);
  if (info !== undefined) {
    connection.quit();
    return { kind: 'accepted', ...(info === '' ? {} : { serverWords: info.slice(0, 500) }) };
  }
  connection.close();
  const gate = body.gateError();
  if (gate !== undefined) {
    if (refused.length === 0) throw gate; // it may not be sent, or that could not be written down
    return notSent(gate, item, deps.now());
  }
  return afterFailure(error, body.phase(), item, deps.now());
}

function afterFailure(error: unknown, phase: BodyPhase, item: OutboxItem, now: number): SendOutcome {
  const {
    command,
    responseCode = 0,
    rejectedErrors,
  } = (error ?? {}) as {
    command?: string;
    responseCode?: number;
    rejectedErrors?: RefusedRecipient[];
  };
  const known =
    rejectedErrors === undefined || rejectedErrors.length === 0 ? smtpError(error) : refusalOf(rejectedErrors);
  // nodemailer says CONN for a broken line in every phase: only our own knowledge of the bytes tells what it means.
  const isAnswer = command === 'DATA' && responseCode >= 400 && responseCode < 600;
  if (phase === 'ended' && !isAnswer) return { kind: 'ambiguous', error: errorData(known) };
  if (known.code === 'cancelled' && phase !== 'waiting') {
    return {
      kind: 'retry',
      error: errorData(new AppError('offline', 'Stopped before the end of the message')),
      retryAt: now,
    };
  }
  return notSent(known, item, now);
}

/** nodemailer keeps them to itself until the message is through; then it would be too late. */
function refusedRecipients(connection: SMTPConnection): RefusedRecipient[] {
  const envelope: unknown = Reflect.get(connection, '_envelope');
  const errors: unknown =
    typeof envelope === 'object' && envelope !== null ? Reflect.get(envelope, 'rejectedErrors') : [];
  return Array.isArray(errors) ? (errors as RefusedRecipient[]) : [];
}

/** All or nothing: a copy that reached only some could never be sent again without reaching those twice. */
function refusalOf(refused: readonly RefusedRecipient[]): AppError {
  const final = refused.find(({ responseCode = 0 }) => responseCode >= 500) ?? refused[0];
  const error = smtpError(final ?? new Error('Recipient refused'));
  const words = final?.recipient === undefined ? error.message : `${final.recipient}: ${error.message}`;
  return new AppError(error.code, words, {
    cause: error,
    retryAfterMs: error.retryAfterMs,
    ...(final?.recipient === undefined ? {} : { detail: { recipient: final.recipient } }),
  });
}

/** waiting: no byte was asked for. begun: bytes are on their way. ended: the end of the message was handed over too. */
type BodyPhase = 'waiting' | 'begun' | 'ended';

/**
 * The message as a stream. nodemailer reads it only after the server's 354, so `gate` runs at the last moment before the first byte;
 * when it rejects, nothing is sent.
 */
function makeBody(bytes: Buffer, gate: () => Promise<void>) {
  let phase: BodyPhase = 'waiting';
  let gateError: AppError | undefined;
  let at = 0;
  const pushOn = (stream: Readable): void => {
    if (at >= bytes.length) {
      phase = 'ended';
      stream.push(null);
      return;
    }
    phase = 'begun';
    const chunk = bytes.subarray(at, at + chunkBytes);
    at += chunk.length;
    stream.push(chunk);
  };
  let isOpen = false;
  const stream = new Readable({
    highWaterMark: chunkBytes,
    read() {
      if (isOpen) {
        pushOn(this);
        return;
      }
      gate().then(
        () => {
          isOpen = true;
          pushOn(this);
        },
        (thrown: unknown) => {
          gateError = thrown instanceof AppError ? thrown : new AppError('bug', String(thrown), { cause: thrown });
          // nodemailer writes into the error it is given, so it gets one of its own.
          this.destroy(new Error('Not to be sent'));
        },
      );
    },
  });
  return { stream, phase: () => phase, gateError: () => gateError };
}

/** Sends, and resolves with the server's words or the error, whatever way it ends. */
function transmit(
  connection: SMTPConnection,
  envelope: { from: string; to: string[]; size: number },
  stream: Readable,
  signal: AbortSignal,
): Promise<{ info?: string; error?: unknown }> {
  return new Promise((resolve) => {
    const onAbort = (): void => {
      resolve({ error: new AppError('cancelled', 'The work was stopped') });
    };
    signal.addEventListener('abort', onAbort, { once: true });
    connection.send(envelope, stream, (error, info) => {
      signal.removeEventListener('abort', onAbort);
      // The types promise an info; with an error there is none.
      resolve(error === null ? { info: info.response } : { error });
    });
  });
}
