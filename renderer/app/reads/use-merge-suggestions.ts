// Customers who may be the same person as the one that is shown, with the reasons, live.
import { distinctKey } from '../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { sameReasons, type SameReason } from '../../../shared/service/same-person.ts';
import type { ConversationRow, CustomerRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface MergeSuggestion {
  customer: CustomerRow;
  /** The strongest first. */
  reasons: SameReason[];
}

const weights: Readonly<Record<SameReason, number>> = { email: 5, phone: 4, order: 4, 'name-city': 3, name: 1 };
/** A name alone is too common a reason to look at more of them. */
const mostCandidates = 50;

/** The strongest suggestion first; undefined until they were read. */
export function useMergeSuggestions(
  customer: CustomerRow,
  conversation: ConversationRow,
): readonly MergeSuggestion[] | undefined {
  const { orderNumber } = conversation;
  return useLive(`merges/${customer.id}/${orderNumber ?? ''}`, async () => {
    const { customers, customerDistincts } = database();
    const present = await customers.get(customer.id);
    if (!present) return [];
    const members = await customers.bulkGet(present.handles as CustomerId[]);
    const keys = [present, ...members].flatMap((row) => row?.matchKeys ?? []);
    const sharing = orderNumber === undefined ? new Set<CustomerId>() : await namedWith(orderNumber);
    const alike = await customers
      .where('matchKeys')
      .anyOf([...new Set(keys)])
      .distinct()
      .limit(mostCandidates)
      .toArray();
    const homes = new Set<CustomerId>(sharing);
    for (const row of alike) homes.add(row.mergedInto ?? row.id);
    homes.delete(present.id);
    const others = (await customers.bulkGet([...homes])).filter((row) => row !== undefined);
    const verdicts = await customerDistincts.bulkGet(others.map((row) => distinctKey(row.id, present.id)));
    return others
      .filter((row, index) => row.mergedInto === undefined && verdicts[index] === undefined)
      .map((row) => ({ customer: row, reasons: sameReasons(present, row, sharing.has(row.id)) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => weightOf(b) - weightOf(a));
  });
}

const weightOf = ({ reasons }: MergeSuggestion): number => reasons.reduce((sum, reason) => sum + weights[reason], 0);

/** Who else is named with an order number, by their orders and their conversations. */
async function namedWith(orderNumber: string): Promise<Set<CustomerId>> {
  const { orders, conversations } = database();
  const [placed, asked] = await Promise.all([
    orders.where('number').equals(orderNumber).toArray(),
    conversations.where('orderNumber').equals(orderNumber).toArray(),
  ]);
  return new Set([...placed, ...asked].map((row) => row.customerId).filter((id) => id !== null));
}
