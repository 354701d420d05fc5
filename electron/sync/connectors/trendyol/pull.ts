// Fetches questions and orders: the past once, newest first; then what waits every minute, and what changed every ten.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { orderPlaceSchema, sweepOrders } from '../order-item.ts';
import { windowMs, type TrendyolApi } from './api.ts';
import { wasRefused, type GivenAnswer } from './send.ts';
import { orderItems, questionItems } from './to-items.ts';

/** Seven windows: a quarter of a year of history, as far as a shop looks back at questions. */
const historyWindows = 7;
const sweepEveryMs = 600_000;
/** Questions that change while pages are turned are seen once more. */
const overlapMs = 600_000;
/** Of the newest changes, looked through at every sweep. */
const sweepPages = 2;

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** The past: its newest moment, and the next page to fetch; null when it is done. */
  past: z.strictObject({ topAt: z.number(), window: z.number(), page: z.number() }).nullable(),
  sweptAt: z.number(),
  orders: orderPlaceSchema,
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: TrendyolApi;
  /** The seller id. */
  shop: string;
  /** Answers that are being checked, by question; those that are decided are taken out. */
  undecided: Map<string, GivenAnswer>;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. The cursor is small: times and page numbers. */
export async function* pullTrendyol(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const now = pull.deps.now();
  let place: Place = cursorOf(cursorSchema, cursor) ?? {
    v: 1,
    past: { topAt: now, window: 0, page: 0 },
    sweptAt: now,
    orders: { until: 0, triedAt: 0 },
  };
  for await (const [step, pulled] of pullPast(pull, place)) {
    place = step;
    yield pulled;
  }
  for await (const [step, pulled] of pullNews(pull, place)) {
    place = step;
    yield pulled;
  }
  yield* pullOrders(pull, place);
}

const stored = (place: Place): Cursor => JSON.stringify(place);

async function* pullPast(pull: Pull, from: Place): AsyncGenerator<[Place, Pulled]> {
  let place = from;
  let doneCount = 0;
  while (place.past) {
    const { topAt, window, page } = place.past;
    const endDate = topAt - window * windowMs;
    const answer = await pull.api.questions({ startDate: endDate - windowMs, endDate, page }, pull.signal);
    const isLastPage = page + 1 >= answer.totalPages || answer.content.length === 0;
    const next = isLastPage ? { topAt, window: window + 1, page: 0 } : { topAt, window, page: page + 1 };
    place = { ...place, past: next.window >= historyWindows ? null : next };
    doneCount += answer.content.length;
    yield [
      place,
      {
        items: answer.content.flatMap((question) => questionItems(question, pull.shop)),
        cursor: stored(place),
        phase: 'first',
        doneCount,
        totalCount: Math.max(doneCount, answer.totalElements),
      },
    ];
  }
}

/** What waits for an answer, always; what was changed lately, every ten minutes or after a pause. */
async function* pullNews(pull: Pull, from: Place): AsyncGenerator<[Place, Pulled]> {
  const { api, shop, signal, deps } = pull;
  const now = deps.now();
  let doneCount = 0;
  const livePage = (place: Place, questions: Parameters<typeof questionItems>[0][]): [Place, Pulled] => {
    doneCount += questions.length;
    const items = questions.flatMap((question) => questionItems(question, shop));
    return [place, { items, cursor: stored(place), phase: 'live', doneCount, totalCount: 0 }];
  };
  for (let page = 0; ; page += 1) {
    const query = { startDate: now - windowMs, endDate: now, page, status: 'WAITING_FOR_ANSWER' } as const;
    const answer = await api.questions(query, signal);
    if (answer.content.length > 0) yield livePage(from, answer.content);
    if (page + 1 >= answer.totalPages || answer.content.length === 0) break;
  }
  for (const [id, given] of pull.undecided) {
    const question = await api.question(id, signal);
    yield livePage(from, [question]);
    // Trendyol goes on showing the refusal of an earlier answer.
    if (question.status !== 'WAITING_FOR_ANSWER' || wasRefused(question, given)) pull.undecided.delete(id);
  }
  if (now - from.sweptAt < sweepEveryMs) return;
  const wasAway = now - from.sweptAt > 2 * sweepEveryMs;
  const since = from.sweptAt - overlapMs;
  for (let endDate = now; endDate > Math.min(since, now - 1); endDate -= windowMs) {
    for (let page = 0; ; page += 1) {
      const query = { startDate: endDate - windowMs, endDate, page, orderByField: 'LastModifiedDate' } as const;
      const answer = await api.questions(query, signal);
      if (answer.content.length > 0) yield livePage(from, answer.content);
      const isEnough = !wasAway && page + 1 >= sweepPages;
      if (isEnough || page + 1 >= answer.totalPages || answer.content.length === 0) break;
    }
  }
  yield livePage({ ...from, sweptAt: now }, []);
}

/** Orders of the last month: about all that Trendyol keeps for this call. */
function pullOrders({ api, signal, deps }: Pull, place: Place): AsyncGenerator<Pulled> {
  const limits = { historyMs: 2 * windowMs, windowMs, overlapMs };
  return sweepOrders(
    deps,
    place.orders,
    limits,
    (orders) => stored({ ...place, orders }),
    async (query) => {
      const { content, totalPages } = await api.orders(query, signal);
      return { items: content.flatMap(orderItems), isLast: query.page + 1 >= totalPages || content.length === 0 };
    },
  );
}
