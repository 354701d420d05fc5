// When a customer was first heard of: told by their row and by their conversations, which go further back as history is fetched.

/**
 * Epoch ms. Not kept in the customer's row: history comes newest first, and each batch would write nearly every customer anew.
 * @param conversations all of theirs
 */
export function firstContactOf(
  { since }: { readonly since: number },
  conversations: readonly { readonly firstAt: number }[],
): number {
  return conversations.reduce((first, { firstAt }) => Math.min(first, firstAt), since);
}
