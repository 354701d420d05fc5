// Cuts what was fetched into batches that the store can take in one transaction.
import type { MessageItem } from './fetch-mails.ts';

/** Each batch writes anew the conversations and customers that the one before wrote; while one is written a person's change has to wait. */
export const maxBatchItems = 800;
const maxBatchChars = 4_000_000;

/** About how many characters a message takes in a batch. */
function weightOf({ message }: MessageItem): number {
  const { text, unsafeHtml = '', attachments, to, cc, replyTo, references } = message;
  const entries = attachments.length + to.length + cc.length + replyTo.length;
  return 1000 + text.length + unsafeHtml.length + 200 * entries + 60 * references.length;
}

/** Messages in batches, in their order; `isLast` marks the last batch. Nothing for nothing. */
export function* slices(items: readonly MessageItem[]): Generator<{ some: MessageItem[]; isLast: boolean }> {
  let some: MessageItem[] = [];
  let chars = 0;
  for (const item of items) {
    const weight = weightOf(item);
    if (some.length > 0 && (some.length >= maxBatchItems || chars + weight > maxBatchChars)) {
      yield { some, isLast: false };
      [some, chars] = [[], 0];
    }
    some.push(item);
    chars += weight;
  }
  if (some.length > 0) yield { some, isLast: true };
}

/** Any items in portions of `size`. */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
