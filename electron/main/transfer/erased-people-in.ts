// Who was erased, as journals have it.
import { createHash } from 'node:crypto';
import type { JournaledRecord, JournalRecord } from '../../../shared/model/journal.ts';
import { ErasedPeople } from '../../../shared/service/erased-people.ts';

/** Of several journals: an erasure in one holds for what the others bring. */
export async function erasedPeopleIn(
  ...journals: AsyncIterable<JournaledRecord | JournalRecord>[]
): Promise<ErasedPeople> {
  const people = new ErasedPeople((text) => createHash('sha256').update(text).digest('hex'));
  for (const journal of journals) {
    for await (const each of journal) {
      const record = 'record' in each ? each.record : each;
      if (record.kind === 'erasure' && record.data !== null) people.add(record.data);
    }
  }
  return people;
}
