// One sentence per error code: what happened, and what to do next. Exhaustive by type.
import type { ErrorCode } from '../../../shared/errors.ts';
import type { TextId } from './texts.ts';

const sentences: Readonly<Record<ErrorCode, { what: TextId; next: TextId }>> = {
  offline: { what: 'error.offline.what', next: 'error.offline.next' },
  'server-busy': { what: 'error.serverBusy.what', next: 'error.serverBusy.next' },
  'auth-expired': { what: 'error.authExpired.what', next: 'error.authExpired.next' },
  'auth-failed': { what: 'error.authFailed.what', next: 'error.authFailed.next' },
  'tls-untrusted': { what: 'error.tlsUntrusted.what', next: 'error.tlsUntrusted.next' },
  refused: { what: 'error.refused.what', next: 'error.refused.next' },
  gone: { what: 'error.gone.what', next: 'error.gone.next' },
  conflict: { what: 'error.conflict.what', next: 'error.conflict.next' },
  'too-large': { what: 'error.tooLarge.what', next: 'error.tooLarge.next' },
  'bad-data': { what: 'error.badData.what', next: 'error.badData.next' },
  unsupported: { what: 'error.unsupported.what', next: 'error.unsupported.next' },
  'read-only': { what: 'error.readOnly.what', next: 'error.readOnly.next' },
  storage: { what: 'error.storage.what', next: 'error.storage.next' },
  ambiguous: { what: 'error.ambiguous.what', next: 'error.ambiguous.next' },
  cancelled: { what: 'error.cancelled.what', next: 'error.cancelled.next' },
  bug: { what: 'error.bug.what', next: 'error.bug.next' },
};

const keysRefused = { what: 'error.keysRefused.what', next: 'error.keysRefused.next' } as const;

/** Ids of the two sentences for a code. */
export function errorText(code: ErrorCode): { what: TextId; next: TextId } {
  return sentences[code];
}

/** The same for an account of this channel: a mailbox has a password, a marketplace has keys. */
export function accountErrorText(code: ErrorCode, channel: string): { what: TextId; next: TextId } {
  return code === 'auth-failed' && channel !== 'email' ? keysRefused : sentences[code];
}
