// What the program does next for each error code; the engine and the screens both ask here.
import type { ErrorCode } from './errors.ts';

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
  storage: 'retry',
  ambiguous: 'ask',
  cancelled: 'stop',
  bug: 'stop',
};

/** The policy for a code; exhaustive by type. */
export function policyOf(code: ErrorCode): ErrorPolicy {
  return policies[code];
}
