// The keys of conversations lie in the database in packs, and come out as they were put in through changes, deletions and new works.
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountId, ConversationId } from '../../shared/model/ids.ts';
import type { ThreadIdRow } from '../../renderer/database/rows.ts';
import { defineSchema, type Database } from '../../renderer/database/schema.ts';
import { RecentRows } from '../../renderer/store/work/recent-rows.ts';
import { deleteThreadIdsOf, readThreadIds, ThreadIdCache } from '../../renderer/store/work/thread-id-cache.ts';
import { allThreadIds } from './all-thread-ids.ts';

let database: Database;

beforeEach(() => {
  database = defineSchema(new Dexie(`thread-ids-${crypto.randomUUID()}`));
});
afterEach(async () => {
  await database.delete();
});

const rowOf = (key: string, conversation: number): ThreadIdRow => ({
  key,
  conversationId: `c${conversation}` as ConversationId,
  ...(conversation % 5 === 0 ? { wantsParent: true as const } : {}),
});
const flush = (cache: ThreadIdCache) =>
  database.transaction('rw', database.threadIdPacks, async () => {
    await cache.flush();
  });
const sorted = (rows: readonly ThreadIdRow[]): ThreadIdRow[] =>
  rows.map(({ pack: _pack, ...row }) => row).sort((a, b) => (a.key < b.key ? -1 : 1));

it('keeps many keys in few records, and never two accounts in one', async () => {
  const cache = new ThreadIdCache(database.threadIdPacks);
  for (const account of ['a', 'b']) {
    const rows = Array.from({ length: 40 }, (_, index) => rowOf(`${account}|i:${index}`, index));
    await cache.load(rows.map(({ key }) => key));
    for (const row of rows) cache.put(row);
  }
  await flush(cache);
  expect((await database.threadIdPacks.toArray()).map(({ keys }) => keys.length).sort()).toEqual([32, 32, 8, 8]);
  await deleteThreadIdsOf(database.threadIdPacks, 'a' as AccountId);
  expect((await allThreadIds(database)).map(({ key }) => key.slice(0, 2))).toEqual(Array<string>(40).fill('b|'));
});

it('agrees with a plain table, whatever is put, moved and deleted, with and without rows of the work before', async () => {
  const key = fc.nat(90).map((n) => `a|i:${n}`);
  const step = fc.record({
    put: fc.array(fc.tuple(key, fc.nat(12)), { maxLength: 60 }),
    moved: fc.option(fc.tuple(fc.nat(12), fc.nat(12)), { nil: null }),
    deleted: fc.array(key, { maxLength: 10 }),
    hasRecent: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await database.threadIdPacks.clear();
      const truth = new Map<string, ThreadIdRow>();
      let recent = new RecentRows<ThreadIdRow, string>();
      for (const { put, moved, deleted, hasRecent } of steps) {
        if (!hasRecent) recent = new RecentRows();
        const cache = new ThreadIdCache(database.threadIdPacks, { recent });
        await cache.load([...put.map(([name]) => name), ...deleted]);
        for (const [name, conversation] of put) {
          cache.put(rowOf(name, conversation));
          truth.set(name, rowOf(name, conversation));
        }
        if (moved) {
          const [from, to] = moved;
          const theirs = await cache.ofConversations([rowOf('', from).conversationId]);
          expect(theirs.map((row) => row.key).sort()).toEqual(
            [...truth.values()]
              .filter((row) => row.conversationId === `c${from}`)
              .map((row) => row.key)
              .sort(),
          );
          for (const row of theirs) {
            const after = { ...row, conversationId: rowOf('', to).conversationId };
            cache.put(after);
            truth.set(row.key, after);
          }
        }
        for (const name of deleted) {
          cache.delete(name);
          truth.delete(name);
        }
        await flush(cache);
        cache.remember();
        expect(sorted(await allThreadIds(database))).toEqual(sorted([...truth.values()]));
        const wanted = [...new Set(put.map(([name]) => name))];
        expect(sorted(await readThreadIds(database.threadIdPacks, wanted))).toEqual(
          sorted(wanted.map((name) => truth.get(name)).filter((row) => row !== undefined)),
        );
      }
    }),
    { numRuns: 40 },
  );
});
