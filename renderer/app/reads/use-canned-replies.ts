// The library of canned replies, live.
import type { CannedReplyRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** All of them (some hundreds); undefined until they were read. */
export function useCannedReplies(): readonly CannedReplyRow[] | undefined {
  return useLive('canned-replies', () => database().cannedReplies.toArray());
}
