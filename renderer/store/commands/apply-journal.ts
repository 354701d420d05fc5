// Brings in what main has put into the journal by itself.
import { enforceErasures } from '../erase/erase-person.ts';
import { catchUp } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Nobody who was erased comes back with it. */
export async function applyJournal(store: Store): Promise<void> {
  await store.queue.run('person', () => catchUp(store));
  await enforceErasures(store);
}
