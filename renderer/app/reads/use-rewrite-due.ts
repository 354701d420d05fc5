// Whether the database's files may hold traces of a person who was erased, live.
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useRewriteDue(): boolean {
  return useLive('rewrite-due', async () => (await database().meta.get('rewriteDue')) !== undefined) ?? false;
}
