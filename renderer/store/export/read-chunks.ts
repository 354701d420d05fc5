// Reads conversations for an export: a few hundred messages at a time, so that memory stays small and others have their turn.
import { Dexie, type Table } from 'dexie';
import type {
  ExportChunk,
  ExportedConversation,
  ExportedCustomer,
  ExportedMessage,
  ExportPlace,
} from '../../../shared/model/export.ts';
import type { ConversationId, CustomerId, OutboxId } from '../../../shared/model/ids.ts';
import { readBodies, type Body } from '../../database/bodies.ts';
import type { ConversationRow, FileRow, MessageRow, NoteRow, OutboxRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { idKey } from '../mail/thread-keys.ts';
import { rowsOf } from '../work/raw-store.ts';
import { readThreadIds } from '../work/thread-id-cache.ts';

const messagesAtOnce = 200;
/** By what the mails weigh: a newsletter may have a megabyte of HTML. */
const bytesAtOnce = 4 * 1024 * 1024;

export interface ReadInput {
  conversationIds: ConversationId[];
  place: ExportPlace;
  from?: number | undefined;
  to?: number | undefined;
  withNotes: boolean;
}

/** What lies from `place` on, up to some 200 messages. */
export async function readChunks(
  database: Database,
  input: ReadInput,
): Promise<{ chunks: ExportChunk[]; next: ExportPlace | null }> {
  const { conversationIds, place } = input;
  const rows = await takeRows(database, conversationIds, place.index);
  const stretches = await Promise.all(
    rows.map((row, at) => (row ? readStretch(database, row, at === 0 ? place.skip : 0, input) : Promise.resolve(null))),
  );
  const details = await readDetails(
    database,
    stretches.filter((stretch) => stretch !== null),
    input.withNotes,
  );
  const chunks: ExportChunk[] = [];
  let next: ExportPlace = { index: place.index + rows.length, skip: 0 };
  for (const [at, stretch] of stretches.entries()) {
    if (!stretch) continue;
    chunks.push(chunkOf(stretch, details));
    if (!stretch.isLast) next = { index: place.index + at, skip: stretch.skip + stretch.messages.length };
    if (!stretch.isLast) break;
  }
  return { chunks, next: next.index < conversationIds.length ? next : null };
}

/** As many conversations as make one slice, at least one. */
async function takeRows(
  database: Database,
  ids: readonly ConversationId[],
  index: number,
): Promise<(ConversationRow | undefined)[]> {
  const rows = await database.conversations.bulkGet(ids.slice(index, index + messagesAtOnce));
  let sum = 0;
  const end = rows.findIndex((row) => (sum += row?.messageCount ?? 0) > messagesAtOnce);
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}

interface Stretch {
  row: ConversationRow;
  skip: number;
  messages: MessageRow[];
  isLast: boolean;
}

async function readStretch(
  database: Database,
  row: ConversationRow,
  skip: number,
  { from, to }: Pick<ReadInput, 'from' | 'to'>,
): Promise<Stretch> {
  const all = database.messages
    .where('[conversationId+receivedAt]')
    .between([row.id, from ?? Dexie.minKey], [row.id, to ?? Dexie.maxKey], true, false);
  const found = await (skip === 0 ? all : all.offset(skip)).limit(messagesAtOnce + 1).toArray();
  let bytes = 0;
  const tooMany = found.findIndex(
    ({ sizeBytes }, at) => at >= messagesAtOnce || ((bytes += sizeBytes) > bytesAtOnce && at > 0),
  );
  const messages = tooMany === -1 ? found : found.slice(0, tooMany);
  return { row, skip, messages, isLast: tooMany === -1 };
}

interface Details {
  bodies: Map<number, Body>;
  files: Map<string, FileRow>;
  outbox: Map<string, OutboxRow>;
  /** Of the server's copies of replies of ours, by the key of their Message-ID. */
  replies: Map<string, OutboxId>;
  notes: NoteRow[];
  drafts: Map<ConversationId, { text: string; savedAt: number }>;
}

async function readDetails(database: Database, stretches: Stretch[], withNotes: boolean): Promise<Details> {
  const messages = stretches.flatMap((stretch) => stretch.messages);
  const fileIds = messages.flatMap((row) => row.attachments.map(({ ref }) => `${row.id}|${ref}`));
  const outboxIds = messages.map((row) => row.outboxId).filter((id) => id !== undefined);
  const ownKeys = messages.map(ownIdKey).filter((key) => key !== undefined);
  const firsts = stretches.filter(({ skip }) => skip === 0);
  const noted = firsts.filter(({ row }) => withNotes && row.noteCount > 0).map(({ row }) => row.id);
  const drafted = firsts.filter(({ row }) => withNotes && row.hasDraft).map(({ row }) => row.id);
  const [bodies, files, outbox, replies, notes, drafts] = await Promise.all([
    readBodies(
      database.bodies,
      messages.map((row) => row.n),
    ),
    presentOf(database.files, fileIds),
    presentOf(database.outbox, outboxIds),
    readThreadIds(database.threadIdPacks, ownKeys),
    rowsOf(database.notes, 'conversationId', noted),
    presentOf(database.drafts, drafted),
  ]);
  return {
    bodies,
    files: new Map(files.map((row) => [row.id, row])),
    outbox: new Map(outbox.map((row) => [row.id, row])),
    replies: new Map(replies.flatMap(({ key, outboxId }) => (outboxId === undefined ? [] : [[key, outboxId]]))),
    notes: notes.sort((a, b) => a.createdAt - b.createdAt),
    drafts: new Map(drafts.map(({ conversationId, text, savedAt }) => [conversationId, { text, savedAt }])),
  };
}

/** The key under which an outgoing message's own Message-ID is known. */
function ownIdKey({ direction, accountId, rfcMessageId }: MessageRow): string | undefined {
  return direction === 'out' && rfcMessageId !== undefined ? idKey(accountId, rfcMessageId) : undefined;
}

async function presentOf<Row, Key>(table: Table<Row, Key>, keys: readonly Key[]): Promise<Row[]> {
  if (keys.length === 0) return [];
  return (await table.bulkGet([...keys])).filter((row) => row !== undefined);
}

function chunkOf({ row, skip, messages, isLast }: Stretch, details: Details): ExportChunk {
  const draft = details.drafts.get(row.id);
  return {
    conversation: conversationOf(row),
    isFirst: skip === 0,
    isLast,
    notes: details.notes
      .filter((note) => note.conversationId === row.id)
      .map(({ text, author, createdAt, editedAt }) => ({
        text,
        author,
        createdAt,
        ...(editedAt === undefined ? {} : { editedAt }),
      })),
    ...(draft && skip === 0 ? { draft } : {}),
    messages: messages.map((message) => messageOf(message, details)),
  };
}

function conversationOf(row: ConversationRow): ExportedConversation {
  const { id, accountId, channel, subject, customerId, customerName, folder, tags, firstAt, lastAt, messageCount } =
    row;
  return {
    id,
    accountId,
    channel,
    subject,
    customerId,
    customerName,
    folder,
    tags,
    firstAt,
    lastAt,
    messageCount,
    ...(row.snoozedUntil === undefined ? {} : { snoozedUntil: row.snoozedUntil }),
    ...(row.orderNumber === undefined ? {} : { orderNumber: row.orderNumber }),
    ...(row.threadKey === undefined ? {} : { threadKey: row.threadKey }),
    ...(row.facts === undefined ? {} : { facts: row.facts }),
  };
}

function messageOf(row: MessageRow, details: Details): ExportedMessage {
  const body = details.bodies.get(row.n);
  const delivery = row.outboxId === undefined ? undefined : details.outbox.get(row.outboxId)?.state;
  const ownKey = ownIdKey(row);
  const outboxId = row.outboxId ?? (ownKey === undefined ? undefined : details.replies.get(ownKey));
  return {
    id: row.id,
    direction: row.direction,
    ...(row.rfcMessageId === undefined ? {} : { rfcMessageId: row.rfcMessageId }),
    inReplyTo: row.inReplyTo,
    references: row.references,
    from: row.from,
    to: row.to,
    cc: row.cc,
    replyTo: row.replyTo,
    subject: row.subject,
    sentAt: row.sentAt,
    receivedAt: row.receivedAt,
    text: body?.text ?? '',
    ...(body?.unsafeHtml === undefined ? {} : { html: body.unsafeHtml }),
    attachments: row.attachments.map((attachment) => {
      const file = details.files.get(`${row.id}|${attachment.ref}`);
      return {
        ...attachment,
        ...(file?.state === 'cached' && file.fileId !== undefined ? { sha256: file.fileId } : {}),
      };
    }),
    isSeen: row.isSeen,
    isAnswered: row.isAnswered,
    isAutomatic: row.isAutomatic,
    isTruncated: row.isTruncated,
    sizeBytes: row.sizeBytes,
    language: row.language,
    ...(delivery === undefined ? {} : { delivery }),
    ...(outboxId === undefined ? {} : { outboxId }),
    ...(row.relay === undefined ? {} : { relay: row.relay }),
    ...(row.moderation === undefined ? {} : { moderation: row.moderation }),
  };
}

/** Customers as they stand, each with its orders. */
export async function readCustomers(database: Database, ids: readonly CustomerId[]): Promise<ExportedCustomer[]> {
  const rows = (await database.customers.bulkGet([...ids])).filter((row) => row !== undefined);
  const found = rows.map((row) => row.id);
  const [orders, notes, promises, touchpoints] = await Promise.all([
    rowsOf(database.orders, 'customerId', found),
    rowsOf(database.customerNotes, 'customerId', found),
    rowsOf(database.promises, 'customerId', found),
    rowsOf(database.touchpoints, 'customerId', found),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    handles: row.handles,
    ...(row.language === undefined ? {} : { language: row.language }),
    ...(row.city === undefined ? {} : { city: row.city }),
    ...(row.since === undefined ? {} : { since: row.since }),
    note: row.note,
    orders: orders
      .filter((order) => order.customerId === row.id)
      .map(({ id: _id, customerId: _customerId, importedAt: _importedAt, ...order }) => order),
    ...(row.profile === undefined ? {} : { profile: row.profile }),
    notes: notes.filter((each) => each.customerId === row.id).map(({ customerId: _customerId, ...note }) => note),
    promises: promises
      .filter((each) => each.customerId === row.id)
      .map(({ customerId: _customerId, openDueAt: _openDueAt, ...promise }) => promise),
    touchpoints: touchpoints
      .filter((each) => each.customerId === row.id)
      .map(({ customerId: _customerId, ...touchpoint }) => touchpoint),
  }));
}
