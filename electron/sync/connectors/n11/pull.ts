// Fetches questions page by page, one page a minute; the details only of those that are new or have changed. Orders come after.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { orderPlaceSchema, sweepOrders } from '../order-item.ts';
import { textKey } from '../thread-message.ts';
import type { ListedQuestion, N11Api } from './api.ts';
import { dayOf, orderItems, questionItems } from './to-items.ts';

/** Of the newest questions it is remembered whether they were answered; older ones change no more. */
const mostKnown = 1000;

const dayMs = 86_400_000;
/** How long a stretch may be is not published; how far back an order still changes: until it can be sent back no more. */
const orderLimits = { historyMs: 84 * dayMs, windowMs: 14 * dayMs, overlapMs: 28 * dayMs };

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** The next page of the first round; null once it is done. */
  page: z.number().nullable(),
  /** Question → how it was last seen. */
  known: z.record(z.string(), z.string()),
  orders: orderPlaceSchema.default({ until: 0, triedAt: 0 }),
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: N11Api;
  /** The shop's name. */
  shop: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

const stored = (place: Place): Cursor => JSON.stringify(place);

/** See `Session.pull`. */
export async function* pullN11(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, page: 0, known: {}, orders: { until: 0, triedAt: 0 } };
  for await (const [next, pulled] of pullQuestions(pull, place)) {
    place = next;
    yield pulled;
  }
  yield* pullOrders(pull, place);
}

/** After the first round only the first page is looked at, and further ones while they hold anything new. */
async function* pullQuestions(pull: Pull, from: Place): AsyncGenerator<[Place, Pulled]> {
  const { api, signal } = pull;
  let place = from;
  const isFirst = place.page !== null;
  let doneCount = 0;
  for (let page = place.page ?? 0; ; page += 1) {
    const { questions, pageCount } = await api.list(page, signal);
    const changed = questions.filter((question) => place.known[question.id] !== seenAs(question));
    doneCount += questions.length;
    const isLast = page + 1 >= pageCount || questions.length === 0 || (!isFirst && changed.length < questions.length);
    place = { ...place, page: isLast || !isFirst ? null : page + 1, known: remembered(place, questions) };
    const items = [];
    for (const { id } of changed) {
      items.push(...questionItems(id, await api.detail(id, signal), pull.shop, pull.deps.now()));
    }
    const totalCount = isFirst ? Math.max(doneCount, pageCount * questions.length) : 0;
    // A later page of news is stored with the old cursor until the round is done: what is missing is then looked for again.
    yield [place, { items, cursor: stored(place), phase: isFirst ? 'first' : 'live', doneCount, totalCount }];
    if (isLast) return;
  }
}

/** By when they were made: of each the newest state is stored again and again while it may still change. */
function pullOrders({ api, deps, signal }: Pull, place: Place): AsyncGenerator<Pulled> {
  return sweepOrders(
    deps,
    place.orders,
    orderLimits,
    (orders) => stored({ ...place, orders }),
    async (query) => {
      const days = { startDay: dayOf(query.startDate), endDay: dayOf(query.endDate) };
      const { orders, pageCount } = await api.orders({ ...days, page: query.page }, signal);
      const items = orders.flatMap((order) => orderItems(order, deps.now()));
      return { items, isLast: query.page + 1 >= pageCount || orders.length === 0 };
    },
  );
}

const seenAs = ({ question, answer }: ListedQuestion): string => textKey(`${question}\n${answer ?? ''}`);

function remembered(place: Place, questions: readonly ListedQuestion[]): Place['known'] {
  const entries = [...Object.entries(place.known), ...questions.map((each) => [each.id, seenAs(each)] as const)];
  // A question that is seen again moves to the end: the newest are kept.
  const latest = new Map<string, string>();
  for (const [id, seen] of entries) {
    latest.delete(id);
    latest.set(id, seen);
  }
  return Object.fromEntries([...latest].slice(-mostKnown));
}
