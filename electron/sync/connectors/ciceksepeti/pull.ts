// Fetches questions in windows of a month: three of them at the first time, the newest one ever after.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { windowMs, type CiceksepetiApi } from './api.ts';
import { questionItems } from './to-items.ts';

const historyWindows = 3;
/** Beyond its first pages, only so often: a page costs ten seconds. */
const sweepEveryMs = 900_000;

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** The past: its newest moment, and the next page to fetch; null when it is done. */
  past: z.strictObject({ topAt: z.number(), window: z.number(), page: z.number() }).nullable(),
  sweptAt: z.number(),
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: CiceksepetiApi;
  /** The seller id. */
  shop: string;
  deps: Pick<ConnectorDeps, 'now'>;
  signal: AbortSignal;
}

/** See `Session.pull`. There is no way to ask for what changed: the newest page every time, all of the month at times. */
export async function* pullCiceksepeti(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const { api, shop, deps, signal } = pull;
  const now = deps.now();
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, past: { topAt: now, window: 0, page: 1 }, sweptAt: now };
  let doneCount = 0;
  const pulled = (questions: Parameters<typeof questionItems>[0][], phase: Pulled['phase']): Pulled => {
    doneCount += questions.length;
    const items = questions.flatMap((question) => questionItems(question, shop, now));
    return { items, cursor: JSON.stringify(place), phase, doneCount, totalCount: phase === 'first' ? doneCount : 0 };
  };
  while (place.past) {
    const { topAt, window, page } = place.past;
    const to = topAt - window * windowMs;
    const { items, hasNextPage } = await api.page(to - windowMs, to, page, signal);
    const next = hasNextPage ? { topAt, window, page: page + 1 } : { topAt, window: window + 1, page: 1 };
    place = { ...place, past: next.window >= historyWindows ? null : next };
    yield pulled(items, 'first');
  }
  const isSweep = deps.now() - place.sweptAt >= sweepEveryMs;
  for (let page = 1; ; page += 1) {
    const { items, hasNextPage } = await api.page(now - windowMs, now, page, signal);
    const isLast = !hasNextPage || !isSweep;
    if (isLast && isSweep) place = { ...place, sweptAt: now };
    yield pulled(items, 'live');
    if (isLast) return;
  }
}
