// The plan of what an SMTP server does wrong, where, and how often.
import type { Cut } from './tcp-front.ts';

/** The places at which a session can be broken, in the order in which it passes them. */
export const smtpPoints = [
  'connect', // accepted by the system, before any word
  'greeting',
  'ehlo', // in clear
  'starttls',
  'handshake', // the client's first bytes of TLS have come
  'ehlo-tls',
  'auth',
  'auth-verdict', // credentials have come, the answer has not gone
  'mail',
  'rcpt',
  'data', // before 354
  'body-10', // a tenth of the message has come (any byte, when the client told no SIZE)
  'body-90', // nine tenths (all but the end, when the client told no SIZE)
  'dot-unaccepted', // the whole message has come, and is not kept
  'dot-accepted', // the message is kept, 250 has not gone
  'done', // 250 has gone
] as const;
export type SmtpPoint = (typeof smtpPoints)[number];

interface Where {
  at: SmtpPoint;
  /** How often; for ever unless told. */
  times?: number;
  /** Only for this recipient (`rcpt`, or a message to it). */
  recipient?: string;
}

/**
 * cut: the line breaks. reply: these words instead of the usual answer, as `451 4.7.1 Greylisted`; 421 closes the connection.
 * delayMs: the usual answer, late (a late 250 is `dot-accepted` with a delay).
 */
export type SmtpFault = Where & ({ cut: Cut } | { reply: string; thenClose?: boolean } | { delayMs: number });

/** A fault for one command, taken from the plan. */
export type TakenFault = SmtpFault | undefined;

export interface FaultPlan {
  /** Replaces the plan; the first fault that fits is used. */
  set(faults: readonly SmtpFault[]): void;
  /** The fault for this point, counted as used once; undefined when all is well here. */
  take(point: SmtpPoint, recipients?: readonly string[]): TakenFault;
}

/** A plan in which nothing is wrong yet. */
export function makeFaultPlan(faults: readonly SmtpFault[] = []): FaultPlan {
  let entries = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  return {
    set(wanted) {
      entries = wanted.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    take(point, recipients = []) {
      const entry = entries.find(
        ({ fault, left }) =>
          left > 0 && fault.at === point && (fault.recipient === undefined || recipients.includes(fault.recipient)),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

/** Common misbehaviours of real servers, by what an operator would call them. */
export const knownFaults = {
  greylist: { at: 'rcpt', reply: '451 4.7.1 Greylisted, please try again later', times: 1 },
  mailboxFull: { at: 'rcpt', reply: '452 4.2.2 Mailbox full' },
  noSuchUser: { at: 'rcpt', reply: '550 5.1.1 Recipient address rejected: User unknown' },
  tooBusy: { at: 'greeting', reply: '421 4.3.2 Too many connections, try again later' },
  shuttingDown: { at: 'rcpt', reply: '421 4.3.2 System shutting down' },
  tooBig: { at: 'dot-unaccepted', reply: '552 5.3.4 Message too big' },
  spam: { at: 'dot-unaccepted', reply: '554 5.7.1 Message rejected as spam' },
  localError: { at: 'dot-unaccepted', reply: '451 4.3.0 Local error in processing' },
  authBusy: { at: 'auth-verdict', reply: '454 4.7.0 Temporary authentication failure' },
  authRefused: { at: 'auth-verdict', reply: '535 5.7.8 Authentication credentials invalid' },
  /** Kept, but the sender never hears of it: the case that makes duplicates. */
  acceptedThenLost: { at: 'dot-accepted', cut: 'rst' },
  garbageInsteadOf250: { at: 'dot-accepted', reply: '\u0000 garbage' },
} as const satisfies Record<string, SmtpFault>;
