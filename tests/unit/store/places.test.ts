// Where a message lies: keys that can be read back, whatever a mailbox is called, and told from those of before a reset.
import { expect, test } from 'vitest';
import type { MessageRow } from '../../../renderer/database/rows.ts';
import {
  isPlaceIn,
  placeKey,
  placementsOf,
  placesIn,
  withPlace,
  withStalePlaces,
} from '../../../renderer/store/mail/places.ts';
import type { AccountId } from '../../../shared/model/ids.ts';

const account = 'acc1' as AccountId;
const rowAt = (...places: string[]) => ({ accountId: account, places }) as unknown as MessageRow;
const inbox = { mailbox: 'INBOX', uidValidity: '3', uid: 7 };
const odd = { mailbox: 'INBOX|3', uidValidity: '1', uid: 9 };

test('a place is read back as it was, also where the mailbox has a | in its name', () => {
  expect(placementsOf(rowAt(placeKey(account, inbox), placeKey(account, odd)))).toEqual([inbox, odd]);
});

test('a mailbox whose name begins like another is not taken for it', () => {
  const isInInbox = isPlaceIn(placesIn(account, 'INBOX', 'fresh'));
  expect([inbox, odd].map((placement) => isInInbox(placeKey(account, placement)))).toEqual([true, false]);
});

test('what was there before a reset is no place any more, until it is told anew', () => {
  const isInInbox = isPlaceIn(placesIn(account, 'INBOX', 'fresh'));
  const stale = withStalePlaces(rowAt(placeKey(account, inbox), placeKey(account, odd)), isInInbox);
  expect(placementsOf(stale)).toEqual([odd]);
  expect(stale.places.filter(isPlaceIn(placesIn(account, 'INBOX', 'stale')))).toHaveLength(1);
  expect(withPlace(stale, placeKey(account, inbox)).places).toEqual(
    [odd, inbox].map((each) => placeKey(account, each)),
  );
});
