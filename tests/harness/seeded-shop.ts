// A profile that holds a shop before the app is started: imported mail, the journal of what the shop wrote, settings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { realDisk } from '../../electron/main/disk.ts';
import { Journal } from '../../electron/main/journal/journal.ts';
import { accountSchema } from '../../shared/model/account.ts';
import { archiveFiles } from '../../shared/model/archive.ts';
import type { Item } from '../../shared/model/item.ts';
import type { JournalRecord } from '../../shared/model/journal.ts';
import { incomingMessageSchema, type IncomingMessage } from '../../shared/model/message.ts';
import type { Settings } from '../../shared/model/settings.ts';

export const seededAccount = accountSchema.parse({
  id: 'old-mail',
  channel: 'archive',
  label: 'Old mail',
  address: '',
  senderName: '',
  createdAt: 0,
});

/** A mail of `from`, as a connector would deliver it. */
export function seededMail(
  key: string,
  from: { name: string; address: string },
  more: Partial<
    Pick<IncomingMessage, 'direction' | 'subject' | 'text' | 'references' | 'attachments' | 'channel' | 'to'>
  > = {},
): IncomingMessage {
  const at = Date.UTC(2026, 2, 5, 12) + key.length * 1000;
  const text = more.text ?? 'Hello';
  return incomingMessageSchema.parse({
    key,
    channel: 'email',
    direction: 'in',
    rfcMessageId: `${key}@mail.example`,
    inReplyTo: [],
    references: [],
    from,
    to: [{ name: 'Shop', address: 'shop@defter.example' }],
    cc: [],
    replyTo: [],
    subject: 'Vase',
    sentAt: at,
    receivedAt: at,
    attachments: [],
    isSeen: true,
    isAnswered: false,
    isAutomatic: false,
    isTruncated: false,
    sizeBytes: text.length,
    ...more,
    text,
  });
}

/** `files`: attachments by their SHA-256. */
export async function seedShop(
  userData: string,
  shop: { items: Item[]; records?: JournalRecord[]; settings?: Partial<Settings>; files?: Map<string, Uint8Array> },
): Promise<void> {
  const archive = join(userData, 'archives', seededAccount.id);
  mkdirSync(join(archive, archiveFiles.attachments), { recursive: true });
  for (const [hash, bytes] of shop.files ?? []) writeFileSync(join(archive, archiveFiles.attachments, hash), bytes);
  const messages = shop.items.filter(({ kind }) => kind === 'message').length;
  writeFileSync(join(archive, archiveFiles.head), JSON.stringify({ messages }));
  writeFileSync(join(archive, archiveFiles.items), shop.items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  const settings = { isTourDone: true, ...shop.settings };
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ settings, accounts: [seededAccount] }));
  const journal = await Journal.open(join(userData, 'journal'), realDisk, () => undefined);
  if (shop.records && shop.records.length > 0) await journal.append(shop.records);
  await journal.close();
}

/** How many rows this table of the app's database has; the app must have opened it. */
export function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const fail = () => reject(new Error(`${name} cannot be counted`));
        const opening = indexedDB.open('defter');
        opening.onerror = fail;
        opening.onupgradeneeded = fail; // it is not there yet
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onerror = fail;
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    table,
  );
}

/** Every row of these tables of the app's database, as the page sees them. */
export function databaseRows(
  page: Page,
  tables: readonly string[],
): Promise<Record<string, Record<string, unknown>[]>> {
  return page.evaluate(
    async (names) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('defter');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
      const rows: Record<string, Record<string, unknown>[]> = {};
      for (const name of names) {
        rows[name] = await new Promise((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll() as IDBRequest<
            Record<string, unknown>[]
          >;
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(new Error(String(request.error)));
          };
        });
      }
      database.close();
      return rows;
    },
    [...tables],
  );
}
