// A buyer's message by eBay's API and its copy by mail: one of them waits in the inbox, whichever came first.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../shared/model/item.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { IncomingMessage } from '../../shared/model/message.ts';
import { message, minute } from './items.ts';
import { account, openTestStore, type TestStore } from './test-store.ts';

const ebay = 'acc-ebay' as AccountId;
const words = 'Hello, can you ship the blue vase to Greece, and how long does it take?';
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const mail = (key: string, agoMs: number, more: Partial<IncomingMessage> = {}): Item => {
  const sender = '0123456789abcdef0123@members.ebay.com';
  const item = message({ key, agoMs });
  return {
    ...item,
    message: {
      ...item.message,
      channel: 'ebay',
      from: { name: 'Test_Buyer', address: sender },
      text: `New message from: test_buyer\n${words}\nOrder number: 12-34567-89012`,
      relay: { marketplace: 'ebay', label: 'eBay', isVerified: true, answer: 'mail', sender },
      ...more,
    },
  };
};
const byMail = (...items: Item[]) => store.batch(items, 'live');
const byApi = async (key: string, agoMs: number, text = words): Promise<void> => {
  const { rfcMessageId: _none, ...bare } = message({ key, agoMs }).message;
  const said = { ...bare, threadKey: `t-${key}`, from: { name: 'test_buyer', address: 'test_buyer' }, text };
  await store.toStore.applyBatch({
    accountId: ebay,
    channel: 'ebay',
    items: [{ kind: 'message', message: said }],
    cursor: '1',
    phase: 'live',
  });
};
const conversationsOf = async (accountId: AccountId) =>
  (await store.rows.conversations.toArray()).filter((row) => row.accountId === accountId);
const arrivals = async () => {
  const row = await store.rows.meta.get('arrivals');
  return row?.key === 'arrivals' ? row.value.length : 0;
};

it('closes the mail when the message comes by the API, and rings once', async () => {
  await byMail(mail('m1', 5 * minute));
  expect(await conversationsOf(account)).toMatchObject([{ folder: 'open', unreadCount: 1 }]);
  await byApi('e1', 6 * minute);
  const [own] = await conversationsOf(ebay);
  expect(own).toMatchObject({ folder: 'open', unreadCount: 1 });
  expect(await conversationsOf(account)).toMatchObject([{ folder: 'closed', unreadCount: 0, copyOf: own?.id }]);
  expect(await store.rows.serverChanges.count()).toBe(1); // the mailbox hears that it was read
  expect(await arrivals()).toBe(1);
});

it('closes the mail that comes after the message, and rings once', async () => {
  await byApi('e1', 6 * minute);
  await byMail(mail('m1', 5 * minute));
  expect(await conversationsOf(account)).toMatchObject([{ folder: 'closed', unreadCount: 0 }]);
  expect(await arrivals()).toBe(1);
});

it('leaves alone what is not the same', async () => {
  await byApi('e1', 30 * minute); // too long ago
  await byApi('e2', 5 * minute, 'Something else altogether');
  await byMail(
    mail('m1', 5 * minute),
    mail('m2', 30 * minute, {
      from: { name: 'other_buyer', address: '1123456789abcdef0123@members.ebay.com' },
      subject: 'Other',
    }),
    mail('m3', 30 * minute, {
      subject: 'Forged',
      relay: { marketplace: 'ebay', label: 'eBay', isVerified: false, answer: 'page', sender: 'x@members.ebay.com' },
    }),
  );
  const folders = (await conversationsOf(account)).map(({ folder }) => folder);
  expect(new Set(folders)).toEqual(new Set(['open']));
});
