// Every key of a conversation in the store.
import type { ThreadIdRow } from '../../renderer/database/rows.ts';
import type { Database } from '../../renderer/database/schema.ts';
import { unpackThreadIds } from '../../renderer/database/thread-ids.ts';

export async function allThreadIds({ threadIdPacks }: Pick<Database, 'threadIdPacks'>): Promise<ThreadIdRow[]> {
  return (await threadIdPacks.toArray()).flatMap(unpackThreadIds);
}
