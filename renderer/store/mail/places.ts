// Where a message lies on its server, as its row holds it: one key for each mailbox that has it.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Placement } from '../../../shared/model/message.ts';
import type { MessageRow } from '../../database/rows.ts';

/** Before the key of a place whose mailbox was reset since: it says only that the message was there. */
const staleMark = '~';

/** `accountId|mailbox|uidValidity|uid` */
export const placeKey = (accountId: AccountId, { mailbox, uidValidity, uid }: Placement): string =>
  `${accountId}|${mailbox}|${uidValidity}|${uid}`;

/** What the places in a mailbox begin with. */
export const placesIn = (accountId: AccountId, mailbox: string, which: 'fresh' | 'stale'): string =>
  `${which === 'stale' ? staleMark : ''}${accountId}|${mailbox}|`;

/** Whether a place is one in the mailbox of `prefix` itself: names of mailboxes may have a | in them. */
export const isPlaceIn =
  (prefix: string) =>
  (key: string): boolean =>
    key.startsWith(prefix) && /^[^|]*\|\d+$/.test(key.slice(prefix.length));

export const withPlace = (row: MessageRow, key: string): MessageRow => ({
  ...row,
  places: [...row.places.filter((place) => place !== `${staleMark}${key}`), key],
});

export const withoutPlaces = (row: MessageRow, isGone: (key: string) => boolean): MessageRow => ({
  ...row,
  places: row.places.filter((key) => !isGone(key)),
});

export const withStalePlaces = (row: MessageRow, isStale: (key: string) => boolean): MessageRow => ({
  ...row,
  places: row.places.map((key) => (isStale(key) ? `${staleMark}${key}` : key)),
});

/** Where the server has it now. */
export function placementsOf({ accountId, places }: MessageRow): Placement[] {
  return places.flatMap((key) => {
    if (key.startsWith(staleMark)) return [];
    const beforeUid = key.lastIndexOf('|');
    const beforeValidity = key.lastIndexOf('|', beforeUid - 1);
    return {
      mailbox: key.slice(accountId.length + 1, beforeValidity),
      uidValidity: key.slice(beforeValidity + 1, beforeUid),
      uid: Number(key.slice(beforeUid + 1)),
    };
  });
}
