// A customer's first contact: what their row says, or an older conversation.
import { expect, it } from 'vitest';
import { firstContactOf } from '../../shared/service/first-contact.ts';

it('goes back to the oldest conversation, and no further than the row where that is older', () => {
  expect(firstContactOf({ since: 50 }, [])).toBe(50);
  expect(firstContactOf({ since: 50 }, [{ firstAt: 60 }, { firstAt: 20 }, { firstAt: 40 }])).toBe(20);
  expect(firstContactOf({ since: 10 }, [{ firstAt: 20 }])).toBe(10);
});
