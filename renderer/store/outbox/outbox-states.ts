// The states of a reply on its way out, and what moves it from one to the next: pure.
import { AppError } from '../../../shared/errors.ts';
import type { OutboxEntry, OutboxState, SendOutcome } from '../../../shared/model/outbox.ts';

/**
 * | from      | by                                  | to        |
 * | --------- | ----------------------------------- | --------- |
 * | queued    | undo                                | cancelled |
 * | queued    | claimed by sync                     | claimed   |
 * | claimed   | sync came back without it           | queued    |
 * | claimed   | about to send the first byte        | inflight  |
 * | claimed   | retry                               | queued    |
 * | inflight  | sync came back without it, ambiguous | ambiguous |
 * | inflight  | retry (refused for now, for certain) | queued    |
 * | claimed, inflight | failed                      | failed    |
 * | claimed, inflight, ambiguous | accepted         | accepted  |
 * | ambiguous | retry, ambiguous (no proof yet)     | ambiguous |
 * | ambiguous | requeue, a person: send again       | queued    |
 * | ambiguous | a person: it was sent               | accepted  |
 * | accepted  | retry (no copy in Sent yet), failed | accepted  |
 * | any but cancelled | filed                       | filed     |
 * | failed    | a person: again                     | queued    |
 * | failed    | a person: edit                      | cancelled |
 *
 * Nothing leaves filed or cancelled. Only `queued → claimed` is not journaled: a claim is a lease, and after a loss it is queued again.
 */
const endStates: ReadonlySet<OutboxState> = new Set(['filed', 'cancelled']);

export const isSettled = (state: OutboxState): boolean => endStates.has(state);

/** The bytes are in use until the reply is filed or taken back. */
export const needsFrozen = (state: OutboxState): boolean => !isSettled(state);

/** While one of these is unsettled, later replies of the same conversation wait: order is part of what was said. */
export const blocksLater = (state: OutboxState): boolean => state !== 'accepted' && !isSettled(state);

/** Most pressing first; the end states press nobody. */
const pressing: readonly OutboxState[] = ['ambiguous', 'failed', 'inflight', 'claimed', 'queued', 'accepted'];

/** What a conversation shows of its replies. */
export function mostPressing(states: Iterable<OutboxState>): OutboxState | undefined {
  const all = new Set(states);
  return pressing.find((state) => all.has(state));
}

/** The state after a try; null when the outcome comes too late to change anything (it was settled already). */
export function stateAfter(state: OutboxState, outcome: SendOutcome['kind']): OutboxState | null {
  if (outcome === 'filed' && !isSettled(state)) return 'filed';
  switch (state) {
    case 'filed':
    case 'cancelled':
      return null;
    case 'claimed':
    case 'inflight': {
      if (outcome === 'retry' || outcome === 'requeue') return 'queued';
      return outcome;
    }
    case 'ambiguous': {
      if (outcome === 'requeue') return 'queued';
      return outcome === 'accepted' ? 'accepted' : 'ambiguous';
    }
    case 'accepted':
      return 'accepted';
    case 'queued':
    case 'failed':
      return refuse(state, outcome);
  }
}

function refuse(state: OutboxState, outcome: string): never {
  throw new AppError('conflict', `A reply that is ${state} cannot settle as ${outcome}`);
}

/** How long after a try the next look for proof, or for the copy in Sent, is made: 10 s, 60 s, then 5 min. */
const lookDelaysMs = [10_000, 60_000, 300_000];

/**
 * When to look next after `lookCount` looks; null: no more by itself. An ambiguous one then waits for a person; filing goes on.
 */
export function nextLookAt(state: 'ambiguous' | 'accepted', lookCount: number, now: number): number | null {
  const delayMs = lookDelaysMs[lookCount] ?? (state === 'accepted' ? lookDelaysMs.at(-1) : undefined);
  return delayMs === undefined ? null : now + delayMs;
}

/** Farther than any clock: such an entry is not due by itself. */
export const never = 8_640_000_000_000_000;

/** The entry in its next state; fields that belong to another state go. */
export function entryIn(
  entry: OutboxEntry,
  state: OutboxState,
  change: Partial<Pick<OutboxEntry, 'notBeforeAt' | 'attempts' | 'serverWords' | 'error'>>,
  now: number,
): OutboxEntry {
  const { error: _error, serverWords, settledAt: _settledAt, lookCount: _lookCount, ...rest } = entry;
  const words = change.serverWords ?? serverWords;
  return {
    ...rest,
    ...change,
    ...(words === undefined ? {} : { serverWords: words }),
    state,
    ...(isSettled(state) ? { settledAt: now } : {}),
  };
}
