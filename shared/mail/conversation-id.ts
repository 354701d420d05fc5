// The name of a conversation that nothing is known of yet, and the account in it.
import type { AccountId, ConversationId } from '../model/ids.ts';
import { stableHash } from './stable-hash.ts';

/** Content-made: a store that is rebuilt gives the same id in nearly every case. `root`: `i:<Message-ID>`, `t:<thread>` or `k:<key>`. */
export function conversationIdOf(accountId: AccountId, root: string): ConversationId {
  return `${accountId}:${stableHash(root)}` as ConversationId;
}

/** The account in whose mail a conversation lies. */
export function accountIdOf(id: string): AccountId {
  return id.slice(0, id.lastIndexOf(':')) as AccountId;
}
