// The outbox's table, row by row: what each outcome makes of each state, and that nothing leaves an end state.
import { expect, it } from 'vitest';
import { mostPressing, nextLookAt, stateAfter } from '../../../renderer/store/outbox/outbox-states.ts';
import { outboxStateSchema, type OutboxState, type SendOutcome } from '../../../shared/model/outbox.ts';

const outcomes: SendOutcome['kind'][] = ['accepted', 'filed', 'retry', 'failed', 'ambiguous', 'requeue'];
const table: Record<OutboxState, (OutboxState | null | 'conflict')[]> = {
  //           accepted    filed    retry        failed       ambiguous    requeue
  queued: ['conflict', 'filed', 'conflict', 'conflict', 'conflict', 'conflict'],
  claimed: ['accepted', 'filed', 'queued', 'failed', 'ambiguous', 'queued'],
  inflight: ['accepted', 'filed', 'queued', 'failed', 'ambiguous', 'queued'],
  ambiguous: ['accepted', 'filed', 'ambiguous', 'ambiguous', 'ambiguous', 'queued'],
  accepted: ['accepted', 'filed', 'accepted', 'accepted', 'accepted', 'accepted'],
  failed: ['conflict', 'filed', 'conflict', 'conflict', 'conflict', 'conflict'],
  filed: [null, null, null, null, null, null],
  cancelled: [null, null, null, null, null, null],
};

it.each(outboxStateSchema.options)('%s', (state) => {
  const found = outcomes.map((outcome) => {
    try {
      return stateAfter(state, outcome);
    } catch (thrown) {
      return (thrown as { code: string }).code;
    }
  });
  expect(found).toEqual(table[state]);
});

it('shows the most pressing state, and none when all have ended', () => {
  expect(mostPressing(['filed', 'accepted', 'queued', 'failed'])).toBe('failed');
  expect(mostPressing(['inflight', 'ambiguous', 'failed'])).toBe('ambiguous');
  expect(mostPressing(['filed', 'cancelled'])).toBeUndefined();
});

it('looks for proof three times, and for the copy in Sent for ever', () => {
  expect([0, 1, 2, 3].map((count) => nextLookAt('ambiguous', count, 1000))).toEqual([11_000, 61_000, 301_000, null]);
  expect([0, 1, 2, 3, 50].map((count) => nextLookAt('accepted', count, 0))).toEqual([
    10_000, 60_000, 300_000, 300_000, 300_000,
  ]);
});
