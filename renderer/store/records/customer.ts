// Customer records: what the shop wrote down about a person, and how to address and reach them.
import type { CustomerId } from '../../../shared/model/ids.ts';
import { bareCustomer, customerIdOf } from '../mail/customers.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

/** The customer need not be known yet: what was written waits in a row of its own for the mail to come. */
export async function applyCustomerRecord(work: WorkSet, record: RecordOf<'customer'>): Promise<void> {
  const { data } = record;
  const id = data === null ? (record.key as CustomerId) : customerIdOf(data.handle);
  await work.customers.load([id]);
  const present = work.customers.get(id);
  if (!present && data === null) return;
  const before = present ?? bareCustomer(data?.handle ?? id);
  const { profile: _profile, recordedAt: _recordedAt, ...rest } = before;
  const row =
    data === null
      ? { ...rest, note: '' }
      : {
          ...rest,
          note: data.note,
          recordedAt: data.changedAt,
          ...(data.profile === undefined ? {} : { profile: data.profile }),
        };
  work.customers.put(row);
}
