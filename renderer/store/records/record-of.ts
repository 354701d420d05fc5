// The type of journal records of one kind.
import type { JournalRecord } from '../../../shared/model/journal.ts';

export type RecordOf<K extends JournalRecord['kind']> = Extract<JournalRecord, { kind: K }>;
