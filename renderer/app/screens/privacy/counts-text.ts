// What an erasure takes, in words.
import type { ErasureCounts } from '../../../../shared/model/erasure.ts';
import type { Text } from '../../text/use-text.ts';

export function countsText(counts: ErasureCounts, text: Text): string {
  return [
    text('export.count', { messages: counts.messages, conversations: counts.conversations }),
    counts.notes > 0 ? text('erase.count.notes', { count: counts.notes }) : '',
    counts.orders > 0 ? text('customer.orderCount', { count: counts.orders }) : '',
    counts.attachments > 0 ? text('export.result.attachments', { count: counts.attachments }) : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
