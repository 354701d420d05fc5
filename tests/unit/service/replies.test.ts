// Facts that grow old, actions that add up, and what came after a reply.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../shared/model/fact.ts';
import type { FactId } from '../../../shared/model/ids.ts';
import { factState, factText } from '../../../shared/service/fact-state.ts';
import { isNoAction, mergeActions } from '../../../shared/service/merge-actions.ts';
import { outcomeOf } from '../../../shared/service/reply-outcome.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 5, 1, 12);
const fact = (more: Partial<Fact> = {}): Fact => ({
  id: 'f' as FactId,
  key: 'delivery_time',
  label: 'Delivery',
  kind: 'delivery',
  texts: { en: '2–3 days', tr: ' ' },
  checkedAt: now - 10 * day,
  freshDays: 90,
  ...more,
});

describe('facts', () => {
  it.each([
    [{}, 'fresh'],
    [{ checkedAt: now - 82 * day }, 'due'],
    [{ checkedAt: now - 90 * day }, 'stale'],
    [{ validUntil: '2026-05-31' }, 'expired'],
    [{ validUntil: '2026-06-01' }, 'fresh'],
  ] as const)('%j is %s', (more, state) => {
    expect(factState(fact(more), now, '2026-06-01')).toBe(state);
  });

  it('have words only in the languages they were written in, and none once they have expired', () => {
    expect(factText(fact(), 'en', '2026-06-01')).toBe('2–3 days');
    expect(factText(fact(), 'tr', '2026-06-01')).toBeUndefined();
    expect(factText(fact({ validUntil: '2026-05-31' }), 'en', '2026-06-01')).toBeUndefined();
  });
});

describe('actions', () => {
  it('add up: all tags, closing before snoozing, the sooner time', () => {
    expect(
      mergeActions([
        { addTags: ['Refund'], then: 'snooze', snoozeDays: 5 },
        undefined,
        { addTags: ['Refund', 'VIP'], then: 'snooze', snoozeDays: 2, followUpDays: 7 },
      ]),
    ).toEqual({ addTags: ['Refund', 'VIP'], then: 'snooze', snoozeDays: 2, followUpDays: 7 });
    expect(mergeActions([{ then: 'snooze', snoozeDays: 5 }, { then: 'close' }])).toEqual({ then: 'close' });
    expect(isNoAction(mergeActions([undefined, {}]))).toBe(true);
  });
  it('leave it open after an acknowledgement, but not after one with an answer in it', () => {
    expect(mergeActions([{ then: 'open' }])).toEqual({ then: 'open' });
    expect(mergeActions([{ then: 'open' }, undefined])).toEqual({});
    expect(mergeActions([{ then: 'open' }, { then: 'close' }])).toEqual({ then: 'close' });
  });
});

describe('outcomes', () => {
  const after = (text: string, more: object = {}) => ({ receivedAt: now + day, text, isAutomatic: false, ...more });
  it.each([
    [[after('Thank you so much!')], 'thanked'],
    [[after('Thanks! But when will it arrive?')], 'wrote-again'],
    [[after('Thanks, but it is broken.')], 'wrote-again'],
    [[after('🥰')], 'thanked'],
    [[after('Out of office', { isAutomatic: true })], 'quiet'],
    [[after('Thanks', { receivedAt: now + 15 * day })], 'quiet'],
    [[after('Thanks', { receivedAt: now - day })], 'quiet'],
    [[], 'quiet'],
  ] as const)('%#: %j', (later, outcome) => {
    expect(outcomeOf(now, later, 'en')).toBe(outcome);
  });
  it('knows Turkish and Greek thanks', () => {
    expect(outcomeOf(now, [after('Çok teşekkürler, elinize sağlık')], 'tr')).toBe('thanked');
    expect(outcomeOf(now, [after('Σας ευχαριστώ!')], 'el')).toBe('thanked');
    expect(outcomeOf(now, [after('Ευχαριστώ, πότε φτάνει;')], 'el')).toBe('wrote-again');
  });
});
