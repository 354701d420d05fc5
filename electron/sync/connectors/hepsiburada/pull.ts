// Fetches questions: once all that change reaches back to, then what changed since.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import type { HepsiburadaApi } from './api.ts';
import { issueItems } from './to-items.ts';

/** A quarter of a year of history. */
const historyMs = 92 * 86_400_000;
/** Clocks differ, and a change is seen a moment after it is made. */
const overlapMs = 300_000;
/** An issue with more messages than this fills a batch of its own. */
const mostItems = 400;

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Everything changed up to then is stored. */
  changedTo: z.number(),
  isWhole: z.boolean(),
  /** A round under way: when it began, and its next page. What changes meanwhile is seen by the next round. */
  round: z.strictObject({ startedAt: z.number(), page: z.number() }).nullable(),
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: HepsiburadaApi;
  /** The merchant id. */
  shop: string;
  deps: Pick<ConnectorDeps, 'now'>;
  signal: AbortSignal;
}

/** See `Session.pull`. Pages are turned as Hepsiburada orders them: newest first, so what changes moves to the front and is not skipped. */
export async function* pullHepsiburada(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const { api, deps, signal } = pull;
  const now = deps.now();
  const place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, changedTo: now - historyMs, isWhole: false, round: null };
  const phase = place.isWhole ? 'live' : 'first';
  const minModifiedAt = new Date(place.changedTo - (place.isWhole ? overlapMs : 0)).toISOString();
  const { startedAt, page: firstPage } = place.round ?? { startedAt: now, page: 1 };
  let doneCount = 0;
  for (let page = firstPage; ; page += 1) {
    const answer = await api.list({ page, minModifiedAt }, signal);
    const issues = answer.data ?? [];
    doneCount += issues.length;
    const isLast = page >= answer.totalPageCount || issues.length === 0;
    const next: Place = isLast
      ? { v: 1, changedTo: startedAt, isWhole: true, round: null }
      : { ...place, round: { startedAt, page: page + 1 } };
    const totalCount = phase === 'first' ? Math.max(doneCount, answer.totalItemCount) : 0;
    yield* batches(pull, issues, { cursor: JSON.stringify(next), phase, doneCount, totalCount }, JSON.stringify(place));
    if (isLast) return;
  }
}

/** Long threads in batches of their own; only the last one carries the page's cursor on. */
function* batches(
  pull: Pull,
  issues: Parameters<typeof issueItems>[0][],
  last: Omit<Pulled, 'items'>,
  before: Cursor,
): Generator<Pulled> {
  const items = issues.flatMap((issue) => issueItems(issue, pull.shop));
  let at = 0;
  for (; at + mostItems < items.length; at += mostItems) {
    yield { ...last, cursor: before, items: items.slice(at, at + mostItems) };
  }
  yield { ...last, items: items.slice(at) };
}
