// Writes the texts of mails: new ones as new packs, changes and removals into the packs that hold them.
import {
  packBody,
  packSpan,
  packsWith,
  type Bodies,
  type Body,
  type BodyPackRow,
  type StoredBody,
} from '../../database/bodies.ts';

/** One body may be larger. From 64 kB on the browser writes a file for each record. */
const packBytes = 16_000;

const sizeOf = ({ text, unsafeHtml }: StoredBody): number => text.length + (unsafeHtml?.length ?? 0);

function packsOf(bodies: readonly Body[]): BodyPackRow[] {
  const packs: BodyPackRow[] = [];
  let bytes = 0;
  let pack: BodyPackRow | undefined;
  for (const body of bodies.toSorted((a, b) => a.n - b.n)) {
    const stored = packBody(body);
    bytes += sizeOf(stored);
    const [first] = pack?.bodies ?? [];
    if (!pack || !first || body.n - first.n >= packSpan || bytes > packBytes) {
      pack = { n: body.n, bodies: [] };
      packs.push(pack);
      bytes = sizeOf(stored);
    }
    pack.n = body.n;
    pack.bodies.push(stored);
  }
  return packs;
}

/** Writes bodies of messages that are new; inside a transaction. */
export async function addBodies(table: Bodies, bodies: readonly Body[]): Promise<void> {
  if (bodies.length > 0) await table.bulkPut(packsOf(bodies));
}

/** Puts these in the place of the present ones, and takes the `removed` away; inside a transaction. */
export async function changeBodies(table: Bodies, changed: readonly Body[], removed: readonly number[]): Promise<void> {
  if (changed.length + removed.length === 0) return;
  const news = new Map(changed.map((body) => [body.n, packBody(body)]));
  const gone = new Set(removed);
  const packs = await packsWith(table, [...news.keys(), ...gone]);
  const after = packs
    .filter(({ bodies }) => bodies.some(({ n }) => gone.has(n) || news.has(n)))
    .map(({ n, bodies }) => ({
      n,
      bodies: bodies.filter((body) => !gone.has(body.n)).map((body) => news.get(body.n) ?? body),
    }));
  const kept = after.filter(({ bodies }) => bodies.length > 0);
  const emptied = after.filter(({ bodies }) => bodies.length === 0).map(({ n }) => n);
  if (kept.length > 0) await table.bulkPut(kept);
  if (emptied.length > 0) await table.bulkDelete(emptied);
}
