// Fetches questions: once all that changed in a quarter of a year, then what changed since.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { walkPages } from '../walk-pages.ts';
import type { HepsiburadaApi } from './api.ts';
import { issueItems } from './to-items.ts';

/** A quarter of a year of history. */
const historyMs = 92 * 86_400_000;
/** Clocks differ, and a change is seen a moment after it is made. */
const overlapMs = 300_000;

export interface Pull {
  api: HepsiburadaApi;
  /** The merchant id. */
  shop: string;
  deps: Pick<ConnectorDeps, 'now'>;
  signal: AbortSignal;
}

/** See `Session.pull`. Pages are turned as Hepsiburada orders them: newest first, so what changes moves to the front and is not skipped. */
export async function* pullHepsiburada({ api, shop, deps, signal }: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  yield* walkPages(cursor, z.number(), deps, async ({ since, startedAt, next }) => {
    const page = next ?? 1;
    const from = since === null ? startedAt - historyMs : since - overlapMs;
    const answer = await api.list({ page, minModifiedAt: new Date(from).toISOString() }, signal);
    const issues = answer.data ?? [];
    const isLast = page >= answer.totalPageCount || issues.length === 0;
    return {
      items: issues.flatMap((issue) => issueItems(issue, shop)),
      count: issues.length,
      next: isLast ? null : page + 1,
      totalCount: answer.totalItemCount,
    };
  });
}
