// Writes everything the shop ever wrote into a journal that has lost its past: the database then is the only copy.
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { entryOf } from '../outbox/entry-of.ts';
import { customerDataRecords, customerRecordOf } from './customer-entries.ts';
import type { Store } from '../store.ts';

/** Records per append: replies carry their bytes. */
const chunk = 200;

/**
 * Puts the database's shop data on disk again, and takes over the journal's numbering. For a journal whose numbers are behind what the
 * database has applied: its folder was lost, or put back from an older copy.
 */
export async function rejournal(store: Store): Promise<void> {
  const records = await everyRecord(store);
  store.deps.log('error', `The journal has lost its past: writing ${records.length} records of the database into it`);
  let lastSeq = 0;
  for (let from = 0; from < records.length; from += chunk) {
    ({ lastSeq } = await store.journal.append({ records: records.slice(from, from + chunk) }));
  }
  await store.database.meta.put({ key: 'lastSeq', value: lastSeq });
  store.appliedSeq = lastSeq;
}

async function everyRecord(store: Store): Promise<JournalRecord[]> {
  const { database, deps } = store;
  const at = deps.now();
  const [drafts, notes, conversations, customers, replies, changes, outbox, waiting, facts, erasures] = await Promise.all([
    database.drafts.toArray(),
    database.notes.toArray(),
    database.conversations.filter((row) => row.decidedBy === 'shop').toArray(),
    database.customers.filter((row) => row.note !== '' || row.recordedAt !== undefined).toArray(),
    database.cannedReplies.filter((row) => !row.isBuiltIn).toArray(),
    database.serverChanges.toArray(),
    database.outbox.toArray(),
    database.waitingRecords.toArray(),
    database.facts.toArray(),
    database.erasures.toArray(),
  ]);
  return [
    ...waiting.map(({ record }) => record),
    ...drafts.map(({ keys: _keys, ...data }): JournalRecord => ({ kind: 'draft', key: data.conversationId, at, data })),
    ...notes.map((data): JournalRecord => ({ kind: 'note', key: data.id, at, data })),
    ...conversations.map(({ id, anchor, folder, snoozedUntil, tags, decidedAt = at }): JournalRecord => ({
      kind: 'conversation',
      key: id,
      at,
      data: {
        conversationId: id,
        anchor,
        folder,
        tags,
        changedAt: decidedAt,
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
      },
    })),
    ...customers.map((row): JournalRecord => ({
      kind: 'customer',
      key: row.id,
      at,
      data: { ...customerRecordOf(row), changedAt: at },
    })),
    ...(await customerDataRecords(store.database, at)),
    ...replies.map(({ useCount: _useCount, lastUsedAt: _lastUsedAt, isFromApp: _isFromApp, ...data }): JournalRecord => ({
      kind: 'canned-reply',
      key: data.id,
      at,
      data,
    })),
    ...facts.map((data): JournalRecord => ({ kind: 'fact', key: data.id, at, data })),
    ...changes.map(({ accountId, messageId, isSeen, changedAt }): JournalRecord => ({
      kind: 'seen',
      key: messageId,
      at,
      data: { accountId, messageId, isSeen, changedAt },
    })),
    ...outbox.flatMap((row) => replyRecords(row, at)),
    ...erasures.map((data): JournalRecord => ({ kind: 'erasure', key: data.id, at: data.erasedAt, data })),
  ];
}

function replyRecords(row: OutboxRow, at: number): JournalRecord[] {
  const entry = entryOf(row);
  // A claim is never journaled.
  const data = entry.state === 'claimed' ? { ...entry, state: 'queued' as const } : entry;
  const { frozen } = row;
  return [
    { kind: 'outbox', key: row.id, at, data },
    ...(frozen ? [{ kind: 'outbox-frozen' as const, key: row.id, at, data: frozen }] : []),
  ];
}
