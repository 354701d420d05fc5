// Customer records: what the shop wrote down about a person.
import type { CustomerId } from '../../../shared/model/ids.ts';
import { customerIdOf } from '../mail/customers.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

/** The customer need not be known yet: the note waits in a row of its own for the mail to come. */
export async function applyCustomerRecord(work: WorkSet, record: RecordOf<'customer'>): Promise<void> {
  const { data } = record;
  const id = data === null ? (record.key as CustomerId) : customerIdOf(data.handle);
  await work.customers.load([id]);
  const before = work.customers.get(id);
  if (data === null) {
    if (before) work.customers.put({ ...before, note: '' });
    return;
  }
  const bare = { id, name: '', handles: [data.handle], since: data.changedAt, note: '', conversationCount: 0 };
  work.customers.put({ ...(before ?? bare), note: data.note });
}
