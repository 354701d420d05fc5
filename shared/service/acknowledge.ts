// Whether and how a message is acknowledged by a rule: once, to a person, naming a person and a time, and never to a machine.
import type { BusinessHours } from '../model/business-hours.ts';
import { isNoReply, normaliseAddress } from '../mail/addresses.ts';
import type { Channel } from '../model/ids.ts';
import type { Address } from '../model/message.ts';
import { businessDue } from './business-time.ts';

export interface AcknowledgementCase {
  channel: Channel;
  /** Of the conversation: everything in it came from machines, or some of it went out. */
  isAutomatic: boolean;
  hasOutbound: boolean;
  isClosed: boolean;
  message: {
    direction: 'in' | 'out';
    isAutomatic: boolean;
    /** Came through a marketplace's relay. */
    isRelayed: boolean;
    from: Address;
    replyTo: readonly Address[];
    receivedAt: number;
  };
  /** The shop's own addresses. */
  own: readonly string[];
  /** When this customer was last written to on any channel (epoch ms). */
  lastWrittenAt: number | null;
  /** Who will answer: an acknowledgement without a name is not sent. */
  agentName: string;
}

/** Why nothing is sent by itself. */
export type NoAcknowledgement =
  'channel' | 'automatic' | 'answered' | 'closed' | 'no-reply' | 'own' | 'old' | 'recent' | 'nobody';

const dayMs = 86_400_000;

/**
 * null when the message may be acknowledged by a rule, else why not. Mail only: on marketplaces an acknowledgement counts as the one answer.
 * Loop-safe (RFC 3834 section 2): never to automatic mail, lists and no-reply addresses, never to ourselves, once per conversation and at
 * most once a day per customer.
 */
export function whyNotAcknowledged(given: AcknowledgementCase, now: number): NoAcknowledgement | null {
  const { message, own } = given;
  const receivers = message.replyTo.length > 0 ? message.replyTo : [message.from];
  const ownAddresses = own.map(normaliseAddress);
  if (given.channel !== 'email' || message.isRelayed) return 'channel';
  if (given.isAutomatic || message.isAutomatic || message.direction === 'out') return 'automatic';
  if (given.hasOutbound) return 'answered';
  if (given.isClosed) return 'closed';
  if (receivers.some(({ address }) => address === '' || isNoReply(address))) return 'no-reply';
  if (receivers.some(({ address }) => ownAddresses.includes(normaliseAddress(address)))) return 'own';
  if (now - message.receivedAt > dayMs) return 'old';
  if (given.lastWrittenAt !== null && now - given.lastWrittenAt < dayMs) return 'recent';
  return given.agentName.trim() === '' ? 'nobody' : null;
}

/** Times are promised on the half hour: nobody believes 14:07. */
const roundMs = 30 * 60_000;

/** By when a person answers (epoch ms): so many open minutes from now, on the next half hour; null for a shop that never opens. */
export function answerTime(hours: BusinessHours, now: number, withinMinutes: number): number | null {
  const due = businessDue(hours, now, withinMinutes);
  if (due === null) return null;
  const rounded = Math.ceil(due / roundMs) * roundMs;
  // Not past closing time, where the half hour does not fit the opening hours.
  return businessDue(hours, now, withinMinutes + (rounded - due) / 60_000) === rounded ? rounded : due;
}
