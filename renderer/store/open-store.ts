// Opens the store: finds out whether the database is the one we left, rebuilds it from the journal when not, and replays what it missed.
import { Dexie } from 'dexie';
import type { journalApi } from '../../shared/contract/journal-api.ts';
import type { ConversationId, CustomerId } from '../../shared/model/ids.ts';
import type { Sentinel } from '../../shared/model/journal.ts';
import type { Client } from '../../shared/rpc.ts';
import type { Rebuilt } from '../database/rows.ts';
import { databaseName, defineSchema, type Database } from '../database/schema.ts';
import { loadBuiltInReplies } from './commands/canned-replies.ts';
import { unpackRows } from './erase/carry-over.ts';
import { enforceErasures } from './erase/erase-person.ts';
import { readErased } from './erase/read-erased.ts';
import { catchUp } from './records/journal.ts';
import { rejournal } from './records/rejournal.ts';
import { messageCountOf, writeSentinel } from './sentinel.ts';
import type { StoreDeps } from './store-deps.ts';
import type { Store } from './store.ts';
import { createMutationQueue } from './work/mutation-queue.ts';
import type { Progress } from './work/progress.ts';
import { storageError } from './work/storage-error.ts';
import { RecentWork } from './work/recent-rows.ts';
import { WrittenKeys } from './work/written-keys.ts';

/**
 * The store, ready for use: every journal record applied, the sentinel written. `storage` when the database cannot be opened (a full disk
 * does that: nothing is wiped then).
 */
export async function openStore(
  deps: StoreDeps,
  journal: Client<typeof journalApi>,
  progress: Progress,
): Promise<Store> {
  const database = defineSchema(
    // Relaxed, the default, was seen to lose acknowledged writes in every power cut.
    new Dexie(deps.databaseName ?? databaseName, { chromeTransactionDurability: 'strict' }),
  );
  try {
    return await openWith(database, deps, journal, progress);
  } catch (thrown) {
    database.close();
    throw storageError(thrown);
  }
}

async function openWith(
  database: Database,
  deps: StoreDeps,
  journal: Client<typeof journalApi>,
  progress: Progress,
): Promise<Store> {
  database.on('blocked', () => deps.log('warn', 'Another window keeps an older database open'));
  await database.open();
  const [sentinel, isReadOnly] = await Promise.all([journal.readSentinel({}), journal.isReadOnly({})]);
  let before = await readLife(database);
  const isCarriedOver = before.epoch === null && (await unpackRows(database, sentinel?.epoch, progress));
  if (isCarriedOver) before = await readLife(database);
  const loss = isCarriedOver ? 'none' : lossOf(before, sentinel);
  if (loss !== 'none') {
    await startLife(database, deps, loss);
    if (loss !== 'fresh')
      deps.log('error', `The local store was ${loss}: rebuilding it from the journal and the servers`);
  } else {
    await forgetLastRun(database);
    if (isCarriedOver) {
      await markRebuilt(database, deps, 'erased');
      await database.meta.delete('rewriteDue');
    }
  }
  const life = await readLife(database);
  const store: Store = {
    database,
    deps,
    journal,
    queue: createMutationQueue(),
    progress,
    sync: null,
    syncEpoch: '',
    epoch: life.epoch ?? '',
    isReadOnly,
    appliedSeq: life.lastSeq,
    nextN: await nextNumber(database),
    hasWaiting: (await database.waitingRecords.count()) > 0,
    written: {
      messages: new WrittenKeys(),
      places: new WrittenKeys(),
      threadIds: new WrittenKeys(),
      customers: new WrittenKeys(),
    },
    recent: new RecentWork(),
    keyless: new Set(await readKeyless(database)),
    aliases: await readAliases(database),
    erased: await readErased(database),
    sentinelCount: 0,
    sentinelSeq: 0,
    whileWriting: [],
  };
  await loadBuiltInReplies(store);
  // The sentinel lies beside the journal: without it the journal is most likely gone too.
  if (loss === 'none' && sentinel === null && store.appliedSeq > 0) await rejournal(store);
  const count = await catchUp(store);
  if (loss !== 'none') await enforceErasures(store); // the journal may be older than what was erased
  if (count > 0 && loss === 'none') deps.log('info', `Replayed ${count} journal records`);
  // an export that is read begins with a full journal and no database
  if (count > 0 && loss === 'fresh' && !isReadOnly) await markRebuilt(database, deps, 'lost');
  await writeSentinel(store);
  return store;
}

interface Life {
  epoch: string | null;
  lastSeq: number;
  messageCount: number;
}

async function readLife(database: Database): Promise<Life> {
  const [epoch, lastSeq] = await database.meta.bulkGet(['epoch', 'lastSeq']);
  return {
    epoch: epoch?.key === 'epoch' ? epoch.value : null,
    lastSeq: lastSeq?.key === 'lastSeq' ? lastSeq.value : 0,
    messageCount: await messageCountOf(database),
  };
}

type Loss = 'none' | 'fresh' | 'lost' | 'older';

/** Whether the database is the one that the sentinel speaks of. Without a sentinel there is nothing to miss. */
export function lossOf(life: Life, sentinel: Sentinel | null): Loss {
  if (life.epoch === null) return sentinel === null ? 'fresh' : 'lost';
  if (sentinel === null) return 'none';
  if (sentinel.epoch !== life.epoch) return 'lost';
  // The sentinel is written after the rows and again after every marked fall, so fewer rows than this were never there.
  const least = Math.floor(sentinel.messageCount * 0.75) - 100;
  return life.lastSeq < sentinel.lastSeq || life.messageCount < least ? 'older' : 'none';
}

/** Empties the database and gives it a new name. Clearing, not deleting: the page may have it open. */
async function startLife(database: Database, deps: StoreDeps, loss: Loss): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    await database.meta.bulkPut([
      { key: 'epoch', value: deps.randomId() },
      { key: 'lastSeq', value: 0 },
    ]);
  });
  if (loss === 'lost' || loss === 'older') await markRebuilt(database, deps, loss);
}

async function markRebuilt(database: Database, deps: StoreDeps, reason: Rebuilt['reason']): Promise<void> {
  await database.meta.put({ key: 'rebuilt', value: { at: deps.now(), reason } });
}

/** What only the run before knew: its news, its progress, fetches that were cut off. A rebuild is told for one run. */
async function forgetLastRun(database: Database): Promise<void> {
  await database.transaction('rw', database.meta, database.syncStates, database.files, async () => {
    await database.meta.bulkDelete(['arrivals', 'rebuilt']);
    await database.syncStates.clear();
    await database.files.filter((file) => file.state === 'fetching').delete();
  });
}

async function readKeyless(database: Database): Promise<ConversationId[]> {
  const row = await database.meta.get('keyless');
  return row?.key === 'keyless' ? row.value : [];
}

async function readAliases(database: Database): Promise<Map<CustomerId, CustomerId>> {
  const rows = await database.customers.orderBy('mergedInto').toArray();
  return new Map(rows.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, mergedInto] as const])));
}

/** Local numbers are never used twice: the search index knows messages by them. */
async function nextNumber(database: Database): Promise<number> {
  const last = await database.messages.orderBy(':id').lastKey();
  const indexed = await database.meta.get('indexedTo');
  const indexedTo = indexed?.key === 'indexedTo' ? indexed.value : 0;
  return Math.max(typeof last === 'number' ? last : 0, indexedTo) + 1;
}
