// Attachments and pictures: fetched by sync into its cache; the store keeps what is there.
import { AppError } from '../../../shared/errors.ts';
import type { FileId, MessageId } from '../../../shared/model/ids.ts';
import type { Attachment, OutgoingFile } from '../../../shared/model/message.ts';
import type { FileRow, MessageRow } from '../../database/rows.ts';
import type { Store } from '../store.ts';
import { needsFrozen } from '../outbox/outbox-states.ts';
import { keptFileOf } from '../mail/local-reply.ts';
import { placementsOf } from '../mail/places.ts';
import { askSync } from '../sync-link.ts';

interface Which {
  messageId: MessageId;
  ref: string;
}

/** Sync streams up to 100 MB over slow lines. */
const fetchTimeoutMs = 330_000;
/** Larger pictures are not shown inside a mail. */
const pictureLimitBytes = 10_000_000;
/** Of what can be shown inside a mail: no SVG, which can hold scripts. */
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const picturesTimeoutMs = 60_000;

/** Fetches an attachment into the cache unless it is there. Its row says `fetching`, then `cached` or `failed` with the error. */
export async function fetchAttachment(
  store: Store,
  which: Which,
): Promise<{ fileId: FileId; mimeType: string; sizeBytes: number }> {
  const { message, attachment } = await attachmentOf(store, which);
  const kept = keptFileOf(which.ref);
  if (kept !== undefined) return { fileId: kept, mimeType: attachment.mimeType, sizeBytes: attachment.sizeBytes };
  const id = `${which.messageId}|${which.ref}`;
  const before = await store.database.files.get(id);
  const { mimeType } = attachment;
  if (before?.state === 'cached' && before.fileId !== undefined && (await isStillCached(store, before.fileId))) {
    return { fileId: before.fileId, mimeType, sizeBytes: before.sizeBytes ?? attachment.sizeBytes };
  }
  return fetchNow(store, id, message, attachment);
}

/** The cache may have been swept: a look at the file's first byte tells. While sync is away the row is believed. */
async function isStillCached(store: Store, fileId: FileId): Promise<boolean> {
  if (!store.sync) return true;
  try {
    await store.sync.readFile({ fileId, limitBytes: 1 });
  } catch (thrown) {
    return !(thrown instanceof AppError && thrown.code === 'gone');
  }
  return true;
}

async function fetchNow(store: Store, id: string, message: MessageRow, attachment: Attachment) {
  const { database } = store;
  const put = (row: FileRow) => store.queue.run('person', async () => database.files.put(row));
  await put({ id, state: 'fetching' });
  try {
    const { accountId } = message;
    const messageKey = message.id.slice(accountId.length + 1);
    const input = { accountId, messageKey, placements: placementsOf(message), attachment };
    const { fileId, sizeBytes } = await askSync(store, (sync) =>
      sync.fetchAttachment(input, { timeoutMs: fetchTimeoutMs }),
    );
    await put({ id, state: 'cached', fileId, sizeBytes });
    return { fileId, mimeType: attachment.mimeType, sizeBytes };
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown : new AppError('bug', String(thrown));
    await put({ id, state: 'failed', error: { code: error.code, message: error.message } });
    throw thrown;
  }
}

/** As much as any mail provider takes in one mail. */
const keptLimitBytes = 25_000_000;
/** Writing and flushing 25 MB to a slow disk. */
const keepTimeoutMs = 60_000;

/** Keeps a file for a draft; on disk when answered. `too-large` over 25 MB. */
export async function keepFile(
  store: Store,
  { name, mimeType, bytes }: { name: string; mimeType: string; bytes: Uint8Array },
): Promise<OutgoingFile> {
  if (bytes.length > keptLimitBytes) throw new AppError('too-large', 'The file is larger than 25 MB');
  const kept = await askSync(store, (sync) => sync.keepFile({ bytes }, { timeoutMs: keepTimeoutMs }));
  return { ...kept, name, mimeType };
}

/** Keeps an attachment of a message for a draft that passes it on. `too-large` over 25 MB; what fetching is refused with. */
export async function keepAttachment(store: Store, which: Which): Promise<OutgoingFile> {
  const { attachment } = await attachmentOf(store, which);
  const { fileId, mimeType, sizeBytes } = await fetchAttachment(store, which);
  if (sizeBytes > keptLimitBytes) throw new AppError('too-large', 'The attachment is larger than 25 MB');
  const name = attachment.name.slice(0, 255) || 'attachment';
  if (keptFileOf(which.ref) !== undefined) return { fileId, name, mimeType, sizeBytes };
  const kept = await askSync(store, (sync) => sync.keepCached({ fileId }, { timeoutMs: keepTimeoutMs }));
  return { ...kept, name, mimeType };
}

/** Tells sync which kept files drafts, canned replies and unsettled replies name; it removes those that have not been named for long. */
export async function sweepKeptFiles(store: Store): Promise<void> {
  const { database, sync } = store;
  if (!sync) return;
  const inUse = new Set<FileId>();
  const add = ({ attachments }: { attachments?: readonly OutgoingFile[] | undefined }) => {
    for (const { fileId } of attachments ?? []) inUse.add(fileId);
  };
  for (const draft of await database.drafts.toArray()) add(draft);
  for (const reply of await database.cannedReplies.toArray()) add(reply);
  for (const row of await database.outbox.filter(({ state }) => needsFrozen(state)).toArray()) {
    add(row.content);
    if (row.frozen?.payloadFile !== undefined) inUse.add(row.frozen.payloadFile);
  }
  for (const { record } of await database.waitingRecords.toArray()) {
    if (record.data === null) continue;
    if (record.kind === 'draft') add(record.data);
    if (record.kind === 'outbox') add(record.data.content);
    if (record.kind === 'outbox-frozen' && record.data.payloadFile !== undefined) inUse.add(record.data.payloadFile);
  }
  await sync.sweepKept({ inUse: [...inUse] });
}

/** Bytes of a picture that is attached to a mail. `unsupported` for other kinds, `too-large` over 10 MB. */
export async function readPicture(store: Store, which: Which): Promise<{ mimeType: string; bytes: Uint8Array }> {
  const { attachment } = await attachmentOf(store, which);
  const mimeType = attachment.mimeType.toLowerCase();
  if (!pictureTypes.has(mimeType)) throw new AppError('unsupported', `Not a picture that can be shown: ${mimeType}`);
  const { fileId, sizeBytes } = await fetchAttachment(store, which);
  if (sizeBytes > pictureLimitBytes) throw new AppError('too-large', 'The picture is larger than 10 MB');
  const bytes = await askSync(store, (sync) => sync.readFile({ fileId, limitBytes: pictureLimitBytes }));
  return { mimeType, bytes };
}

/** Remote pictures of a mail, without cookies; those that cannot be had are left out. */
export function fetchPictures(store: Store, input: { urls: string[] }) {
  return askSync(store, (sync) => sync.fetchPictures(input, { timeoutMs: picturesTimeoutMs }));
}

async function attachmentOf(store: Store, which: Which): Promise<{ message: MessageRow; attachment: Attachment }> {
  const message = await store.database.messages.where('id').equals(which.messageId).first();
  const attachment = message?.attachments.find((candidate) => candidate.ref === which.ref);
  if (!message || !attachment) throw new AppError('gone', 'The attachment is not there any more');
  return { message, attachment };
}
