// What the program does next for each error code; the engine and the screens both ask here.
import type { ErrorCode, ErrorData } from './errors.ts';

/** retry: by itself, with back-off · ask: stop until a person acts · stop: report and leave it. */
export type ErrorPolicy = 'retry' | 'ask' | 'stop';

const policies: Record<ErrorCode, ErrorPolicy> = {
  offline: 'retry',
  'server-busy': 'retry',
  'auth-expired': 'ask',
  'auth-failed': 'ask',
  'tls-untrusted': 'ask',
  refused: 'stop',
  gone: 'stop',
  conflict: 'retry',
  'too-large': 'stop',
  'bad-data': 'stop',
  unsupported: 'stop',
  'read-only': 'stop',
  storage: 'retry',
  ambiguous: 'ask',
  cancelled: 'stop',
  bug: 'stop',
};

/** The policy for a code; exhaustive by type. */
export function policyOf(code: ErrorCode): ErrorPolicy {
  return policies[code];
}

/** Nothing was asked of a server: a person must sign in, or give the password, first. What waits for it loses nothing by waiting. */
export function isSignInMissing(error: ErrorData | undefined): boolean {
  return error?.code === 'auth-expired' || (error?.code === 'auth-failed' && error.detail?.['reason'] === 'not-given');
}
