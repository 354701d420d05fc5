// When a customer was first heard of: told by their channel and by what is kept of them, which goes further back as history is fetched.
import { smallest } from '../extremes.ts';

/**
 * Epoch ms; undefined where nothing was heard of them. Not kept in the customer's row: history comes newest first, each batch would write
 * nearly every customer anew, and what came first would depend on the order of fetching.
 * @param kept all that is theirs
 */
export function firstContactOf(
  { since }: { readonly since?: number },
  kept: {
    readonly conversations: readonly { readonly firstAt: number }[];
    readonly orders: readonly { readonly placedAt: number }[];
    readonly touchpoints: readonly { readonly at: number }[];
  },
): number | undefined {
  // a shop's own contact form writes as one customer, in any number of conversations
  const first = smallest([
    since ?? Infinity,
    ...kept.conversations.map(({ firstAt }) => firstAt),
    ...kept.orders.map(({ placedAt }) => placedAt),
    ...kept.touchpoints.map(({ at }) => at),
  ]);
  return first === Infinity ? undefined : first;
}
