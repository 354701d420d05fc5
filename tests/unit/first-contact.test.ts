// A customer's first contact: what their channel says, or whatever is older.
import { expect, it } from 'vitest';
import { firstContactOf } from '../../shared/service/first-contact.ts';

const nothing = { conversations: [], orders: [], touchpoints: [] };

it('is the oldest of what the channel says and of what is kept, and not made up where there is nothing', () => {
  expect(firstContactOf({}, nothing)).toBeUndefined();
  expect(firstContactOf({ since: 50 }, nothing)).toBe(50);
  const conversations = [{ firstAt: 60 }, { firstAt: 20 }, { firstAt: 40 }];
  expect(firstContactOf({ since: 50 }, { ...nothing, conversations })).toBe(20);
  expect(firstContactOf({ since: 10 }, { ...nothing, conversations })).toBe(10);
  expect(firstContactOf({}, { conversations, orders: [{ placedAt: 15 }], touchpoints: [{ at: 18 }] })).toBe(15);
  expect(firstContactOf({}, { ...nothing, touchpoints: [{ at: 18 }] })).toBe(18);
});

it('takes a customer of very many conversations', () => {
  const conversations = Array.from({ length: 300_000 }, (_, index) => ({ firstAt: 300_000 - index }));
  expect(firstContactOf({}, { ...nothing, conversations })).toBe(1);
});
