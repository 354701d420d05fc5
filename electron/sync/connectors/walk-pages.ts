// Walks through pages of threads: the whole past once, then what changed since; the place in the walk is the cursor.
import * as z from 'zod';
import type { Cursor, Item } from '../../../shared/model/item.ts';
import { batches } from './batch-items.ts';
import { cursorOf } from './checked.ts';
import type { ConnectorDeps, Pulled } from './connector.ts';

const placeOf = <N extends z.ZodType<string | number>>(next: N) =>
  z.strictObject({
    v: z.literal(1),
    since: z.number().nullable(),
    /** A walk under way: when it began, and its next page; null: the first one. */
    walk: z.strictObject({ startedAt: z.number(), next: next.nullable() }).nullable(),
  });

export interface Step<Next> {
  /** Everything that changed before is stored (epoch ms); null: the first walk is not over. */
  since: number | null;
  /** When this walk began: what changes later is for the next one. */
  startedAt: number;
  /** null: the first page. */
  next: Next | null;
}

export interface WalkedPage<Next> {
  items: readonly Item[];
  /** Threads on it. */
  count: number;
  /** null: the walk is over. */
  next: Next | null;
  /** In all pages together, where it is told. */
  totalCount?: number;
}

/** See `Session.pull`; returns the cursor after the walk. `nextSchema`: how the other side names a page. */
export async function* walkPages<Next extends string | number>(
  cursor: Cursor | null,
  nextSchema: z.ZodType<Next>,
  deps: Pick<ConnectorDeps, 'now'>,
  pageOf: (step: Step<Next>) => Promise<WalkedPage<Next>>,
): AsyncGenerator<Pulled, Cursor> {
  const { since, walk } = cursorOf(placeOf(nextSchema), cursor) ?? { since: null, walk: null };
  const startedAt = walk?.startedAt ?? deps.now();
  const placed = (next: Next | null): Cursor => JSON.stringify({ v: 1, since, walk: { startedAt, next } });
  const over: Cursor = JSON.stringify({ v: 1, since: startedAt, walk: null });
  let next = walk?.next ?? null;
  let doneCount = 0;
  for (;;) {
    const page = await pageOf({ since, startedAt, next });
    doneCount += page.count;
    yield* batches({
      items: page.items,
      before: placed(next),
      after: page.next === null ? over : placed(page.next),
      phase: since === null ? 'first' : 'live',
      doneCount,
      totalCount: since === null ? Math.max(doneCount, page.totalCount ?? 0) : 0,
    });
    if (page.next === null) return over;
    next = page.next;
  }
}
