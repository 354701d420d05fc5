// Facts of the shop: prices, delivery times, return periods, each with the day it was last checked.
import { AppError } from '../../../shared/errors.ts';
import type { FactChange } from '../../../shared/model/fact.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Sets facts; null deletes. Answers with how they were. `conflict` when two facts would have the same key. */
export function changeFacts(store: Store, { changes }: { changes: FactChange[] }): Promise<FactChange[]> {
  return store.queue.run('person', async () => {
    const at = store.deps.now();
    const all = new Map((await store.database.facts.toArray()).map((fact) => [fact.id, fact]));
    const before = changes.map(({ id }): FactChange => ({ id, fact: all.get(id) ?? null }));
    for (const { id, fact } of changes) {
      if (fact === null) all.delete(id);
      else all.set(id, { ...fact, id });
    }
    if (new Set([...all.values()].map(({ key }) => key)).size < all.size) {
      throw new AppError('conflict', 'Another fact has this name');
    }
    await commit(
      store,
      changes.map(({ id, fact }): JournalRecord => ({
        kind: 'fact',
        key: id,
        at,
        data: fact === null ? null : { ...fact, id },
      })),
    );
    return before;
  });
}
