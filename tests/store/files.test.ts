// Attachments and pictures: fetched once, said in a row while it happens, fetched again when the cache was swept.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { Attachment } from '../../shared/model/message.ts';
import { message } from './items.ts';
import { account, openTestStore, refused, type TestStore } from './test-store.ts';

const attachment = (ref: string, mimeType: string): Attachment => ({
  ref,
  name: `a.${ref}`,
  mimeType,
  sizeBytes: 3,
  isInline: false,
});
const messageId = 'acc1:m';
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
  await store.batch([
    message({ key: 'm', uid: 4, attachments: [attachment('2', 'image/png'), attachment('3', 'image/svg+xml')] }),
  ]);
});
afterEach(async () => {
  await store.close();
});

it('fetches an attachment once and remembers it', async () => {
  const answer = { fileId: 'file-2', mimeType: 'image/png', sizeBytes: 3 };
  expect(await store.page.fetchAttachment({ messageId, ref: '2' })).toEqual(answer);
  expect(await store.page.fetchAttachment({ messageId, ref: '2' })).toEqual(answer);
  expect(store.sync.fetched).toEqual(['m|2']);
  expect(await store.rows.files.toArray()).toMatchObject([{ id: 'acc1:m|2', state: 'cached', fileId: 'file-2' }]);
  store.sync.readError = new AppError('gone', 'swept');
  await store.page.fetchAttachment({ messageId, ref: '2' });
  expect(store.sync.fetched).toHaveLength(2);
});

it('says in the row what went wrong, and tries again when asked', async () => {
  store.sync.fetchError = new AppError('offline', 'no network');
  expect(await refused(store.page.fetchAttachment({ messageId, ref: '2' }))).toMatchObject({ code: 'offline' });
  expect(await store.rows.files.toArray()).toMatchObject([{ state: 'failed', error: { code: 'offline' } }]);
  store.sync.fetchError = null;
  await store.page.fetchAttachment({ messageId, ref: '2' });
  expect(await store.rows.files.toArray()).toMatchObject([{ state: 'cached' }]);
  expect(await refused(store.page.fetchAttachment({ messageId, ref: '99' }))).toMatchObject({ code: 'gone' });
});

it('hands out pictures, but no kind that can hold scripts', async () => {
  expect(await store.page.readPicture({ messageId, ref: '2' })).toEqual({
    mimeType: 'image/png',
    bytes: new Uint8Array([1, 2, 3]),
  });
  expect(await refused(store.page.readPicture({ messageId, ref: '3' }))).toMatchObject({ code: 'unsupported' });
  expect(await store.page.fetchPictures({ urls: ['https://a.example/x.png'] })).toMatchObject([
    { mimeType: 'image/png' },
  ]);
});

it('passes on the wish to look for news', async () => {
  await store.page.syncNow({ accountId: account });
  await store.page.syncNow({ accountId: null });
  expect(store.sync.syncNows).toEqual([account, null]);
});
