// The keys of conversations during a piece of work: rows like any other, but stored several in a record.
import type { Table } from 'dexie';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId, ConversationId } from '../../../shared/model/ids.ts';
import { packThreadIds, threadIdPackSize, unpackThreadIds, type ThreadIdPackRow } from '../../database/thread-ids.ts';
import type { ThreadIdRow } from '../../database/rows.ts';
import { primaryKeysOf, rowsOf, writeUnwatched } from './raw-store.ts';
import { CachedRows, type Spared } from './row-cache.ts';

export type ThreadIdPacks = Table<ThreadIdPackRow, number>;

const isThere = <T>(value: T | undefined): value is T => value !== undefined;
const accountOf = (key: string): string => key.slice(0, key.indexOf('|'));

/** The rows of these keys, those that are there, in no certain order. */
export async function readThreadIds(table: ThreadIdPacks, keys: readonly string[]): Promise<ThreadIdRow[]> {
  if (keys.length === 0) return [];
  const numbers = new Set((await primaryKeysOf(table, 'keys', keys)).filter(isThere));
  if (numbers.size === 0) return [];
  const wanted = new Set(keys);
  const packs = (await table.bulkGet([...numbers])).filter(isThere);
  return packs.flatMap(unpackThreadIds).filter(({ key }) => wanted.has(key));
}

/** Takes away every key of an account; inside a transaction. */
export async function deleteThreadIdsOf(table: ThreadIdPacks, accountId: AccountId): Promise<void> {
  await table.bulkDelete(await table.where('keys').startsWith(`${accountId}|`).distinct().primaryKeys());
}

export class ThreadIdCache extends CachedRows<ThreadIdRow, string> {
  private readonly packs: ThreadIdPacks;

  constructor(packs: ThreadIdPacks, spared: Spared<ThreadIdRow, string> = {}) {
    super(packs.name, (row) => row.key, spared);
    this.packs = packs;
  }

  /** Every key of these conversations as it stands in this work. */
  async ofConversations(ids: readonly ConversationId[]): Promise<ThreadIdRow[]> {
    const wanted = new Set(ids);
    const isWanted = ({ conversationId }: ThreadIdRow): boolean => wanted.has(conversationId);
    const packs = await rowsOf(this.packs, 'conversationIds', [...wanted]);
    this.adopt(packs.flatMap(unpackThreadIds).filter(isWanted));
    return [...this.present()].filter(isWanted);
  }

  protected override async read(keys: string[]): Promise<(ThreadIdRow | undefined)[]> {
    const found = new Map((await readThreadIds(this.packs, keys)).map((row) => [row.key, row]));
    return keys.map((key) => found.get(key));
  }

  /** New keys become packs of their own; the others are changed, or taken out, where they are. */
  protected override async write(): Promise<void> {
    const added = new Map<string, ThreadIdRow[]>();
    const changed = new Map<number, Map<string, ThreadIdRow | undefined>>();
    for (const { before, after } of this.changes()) {
      const row = after ?? before;
      if (!row) continue;
      if (before?.pack !== undefined) entryOf(changed, before.pack, () => new Map()).set(row.key, after);
      else if (after) entryOf(added, accountOf(row.key), () => []).push(after);
    }
    await Promise.all([this.addPacks([...added.values()].flatMap(inPacks)), this.changePacks(changed)]);
  }

  private async addPacks(packs: readonly ThreadIdRow[][]): Promise<void> {
    if (packs.length === 0) return;
    const numbers = await writeUnwatched(this.packs, packs.map(packThreadIds));
    packs.forEach((rows, index) => {
      for (const row of rows) this.settle(row, numbers[index]);
    });
  }

  private async changePacks(changed: ReadonlyMap<number, ReadonlyMap<string, ThreadIdRow | undefined>>): Promise<void> {
    if (changed.size === 0) return;
    const puts: ThreadIdPackRow[] = [];
    const emptied: number[] = [];
    const numbers = [...changed.keys()];
    const stored = await this.packs.bulkGet(numbers);
    for (const [index, pack] of numbers.entries()) {
      const [news, present] = [changed.get(pack), stored[index]];
      if (!news || !present) throw new AppError('bug', `${this.packs.name} ${pack} is not where it was`);
      const rows = unpackThreadIds(present)
        .map((row) => (news.has(row.key) ? news.get(row.key) : row))
        .filter(isThere);
      if (rows.length === 0) emptied.push(pack);
      else puts.push({ pack, ...packThreadIds(rows) });
      for (const row of rows) if (news.has(row.key)) this.settle(row, pack);
    }
    await writeUnwatched(this.packs, puts, emptied);
  }

  /** From now on the row says where it is stored. */
  private settle(row: ThreadIdRow, pack: number | undefined): void {
    if (pack !== undefined && row.pack !== pack) this.put({ ...row, pack });
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function inPacks(rows: readonly ThreadIdRow[]): ThreadIdRow[][] {
  const count = Math.ceil(rows.length / threadIdPackSize);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * threadIdPackSize, (index + 1) * threadIdPackSize),
  );
}
