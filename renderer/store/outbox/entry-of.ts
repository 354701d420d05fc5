// Between the rows of the outbox and what the journal keeps of them.
import type { JournalRecord } from '../../../shared/model/journal.ts';
import { outboxEntrySchema, type OutboxEntry } from '../../../shared/model/outbox.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { needsFrozen } from './outbox-states.ts';

const entryFields = Object.keys(outboxEntrySchema.shape);

/** The journaled part of a row. */
export function entryOf(row: OutboxRow): OutboxEntry {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => entryFields.includes(name)),
  ) as unknown as OutboxEntry;
}

/** The records that put an entry on disk; one that has reached its end lets go of its bytes and its formatting. */
export function outboxRecords(entry: OutboxEntry, at: number): JournalRecord[] {
  if (needsFrozen(entry.state)) return [{ kind: 'outbox', key: entry.id, at, data: entry }];
  const data = { ...entry, content: { ...entry.content, html: '' } };
  return [
    { kind: 'outbox', key: entry.id, at, data },
    { kind: 'outbox-frozen', key: entry.id, at, data: null },
  ];
}
