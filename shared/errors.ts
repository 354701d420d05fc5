// The closed list of error codes and the one error class; each code answers "what does the program do next?".
import * as z from 'zod';

/**
 * Every failure in Defter carries one of these. The policy per code (retry, stop, ask) is in error-policy.ts;
 * the sentence shown per code and language is in renderer/app/text.
 */
export const errorCodes = [
  'offline', // no way to the server: wait for the network
  'server-busy', // the server asked for patience: wait retryAfterMs
  'auth-expired', // a token ran out: refresh once, then ask
  'auth-failed', // wrong user name or password: stop and ask
  'tls-untrusted', // the server's certificate or encryption cannot be trusted: stop and ask
  'refused', // the server understood and said no: show its words
  'gone', // the thing is no longer there
  'conflict', // somebody else changed it meanwhile
  'too-large', // over a limit, ours or theirs
  'bad-data', // input that breaks a rule
  'unsupported', // the server or this system cannot do it
  'read-only', // what is open is there to be read: close it first
  'storage', // the disk or the database refused
  'ambiguous', // it may or may not have happened: a person decides
  'cancelled', // somebody asked to stop
  'bug', // a mistake in Defter: log and show
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as it crosses a border: plain values only. */
export const errorDataSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  retryAfterMs: z.number().nonnegative().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type ErrorData = z.infer<typeof errorDataSchema>;

type Extras = { retryAfterMs?: number | undefined; detail?: ErrorData['detail']; cause?: unknown };

/** The only error thrown on purpose. `message` is for logs and for the server's own words; screens show text by code. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly detail: ErrorData['detail'];

  constructor(code: ErrorCode, message: string, extras: Extras = {}) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.code = code;
    this.retryAfterMs = extras.retryAfterMs;
    this.detail = extras.detail;
  }
}

/** Plain values of any thrown thing; what is not an AppError is a bug of ours. */
export function errorData(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.retryAfterMs === undefined ? {} : { retryAfterMs: thrown.retryAfterMs }),
      ...(thrown.detail === undefined ? {} : { detail: thrown.detail }),
    };
  }
  return { code: 'bug', message: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
}

/** The AppError that `data` came from. */
export function errorFrom(data: ErrorData): AppError {
  return new AppError(data.code, data.message, { retryAfterMs: data.retryAfterMs, detail: data.detail });
}

/** Throws `cancelled` when the signal has been aborted. */
export function throwIfCancelled(signal: { aborted: boolean }): void {
  if (signal.aborted) throw new AppError('cancelled', 'The work was stopped');
}
