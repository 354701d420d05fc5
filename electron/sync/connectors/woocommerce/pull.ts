// Fetches orders and reviews: the past once, newest first; then what changed. Orders are context, words on them are conversations.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import { batches } from '../batch-items.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { htmlWords } from '../html-words.ts';
import type { Listed, WooApi, WooComment, WooOrder, WooProduct, WooReview } from './api.ts';
import { orderItems, orderThreadItems, reviewItems } from './to-items.ts';

/** Reviews are filtered by the shop's own clock, whose zone is not told. */
const reviewOverlapMs = 26 * 3_600_000;
const orderOverlapMs = 600_000;

const walkSchema = z.strictObject({
  /** Nothing newer than this belongs to the walk (epoch ms). */
  topAt: z.number(),
  page: z.number().int(),
});
const kinds = ['orders', 'reviews'] as const;
type Kind = (typeof kinds)[number];
const placeSchema = z.strictObject({
  /** Everything until then is stored; null: the past is still being fetched. */
  since: z.number().nullable(),
  walk: walkSchema.nullable(),
});
const cursorSchema = z.strictObject({ v: z.literal(1), orders: placeSchema, reviews: placeSchema });
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: WooApi;
  /** The account's address. */
  shop: string;
  closesStarsOnly: boolean;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. */
export async function* pullWoo(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const start = { since: null, walk: null };
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, orders: start, reviews: start };
  const done = { count: 0 };
  for (const kind of kinds) {
    for await (const [next, pulled] of pullKind(pull, kind, place, done)) {
      place = next;
      yield pulled;
    }
  }
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 19);

async function* pullKind(
  pull: Pull,
  kind: Kind,
  from: Place,
  done: { count: number },
): AsyncGenerator<[Place, Pulled]> {
  let place = from;
  const { since } = from[kind];
  let walk = from[kind].walk ?? { topAt: pull.deps.now(), page: 1 };
  for (;;) {
    const { items, count, isLast } = await pageOf(pull, kind, since, walk);
    const after: Place = {
      ...place,
      [kind]: isLast ? { since: walk.topAt, walk: null } : { since, walk: { ...walk, page: walk.page + 1 } },
    };
    done.count += count;
    const page = {
      items,
      before: JSON.stringify({ ...place, [kind]: { since, walk } }),
      after: JSON.stringify(after),
      phase: since === null ? ('first' as const) : ('live' as const),
      doneCount: done.count,
      totalCount: since === null ? done.count : 0,
    };
    for (const pulled of batches(page)) yield [after, pulled];
    place = after;
    if (isLast) return;
    walk = { ...walk, page: walk.page + 1 };
  }
}

interface ItemPage {
  items: Item[];
  count: number;
  isLast: boolean;
}

/** Pages are counted from the newest before `topAt`, so that what comes in meanwhile does not move them. */
async function pageOf(
  pull: Pull,
  kind: Kind,
  since: number | null,
  walk: z.infer<typeof walkSchema>,
): Promise<ItemPage> {
  const { api, signal } = pull;
  const { topAt, page } = walk;
  // one second on: both ends are left out
  if (kind === 'orders') {
    const bounds = since === null ? { before: iso(topAt + 1000) } : { modified_after: iso(since - orderOverlapMs) };
    return ordersPage(pull, await api.orders({ ...bounds, page }, signal));
  }
  const bounds = since === null ? { before: iso(topAt + reviewOverlapMs) } : { after: iso(since - reviewOverlapMs) };
  return reviewsPage(pull, await api.reviews({ ...bounds, page }, signal));
}

async function ordersPage({ api, shop, signal }: Pull, { rows, isLast }: Listed<WooOrder>): Promise<ItemPage> {
  const items: Item[] = [];
  for (const order of rows) {
    items.push(...orderItems(order));
    if (htmlWords(order.customer_note ?? '') === '') continue;
    items.push(...orderThreadItems(order, await api.notes(order.id, signal), shop));
  }
  return { items, count: rows.length, isLast: isLast || rows.length === 0 };
}

async function reviewsPage(pull: Pull, { rows, isLast }: Listed<WooReview>): Promise<ItemPage> {
  const { api, shop, closesStarsOnly } = pull;
  const products = await productsOf(pull, rows);
  const comments = await commentsOf(pull, rows);
  const items = rows.flatMap((review) =>
    reviewItems(review, {
      shop,
      baseUrl: api.shop,
      product: products.find(({ id }) => id === review.product_id),
      comments: comments.filter(({ parent }) => parent === review.id),
      canAnswer: api.canAnswerReviews,
      closesStarsOnly,
    }),
  );
  return { items, count: rows.length, isLast: isLast || rows.length === 0 };
}

/** Names of products are context: where they cannot be had, reviews come without. */
async function productsOf(pull: Pull, reviews: readonly WooReview[]): Promise<WooProduct[]> {
  const ids = [...new Set(reviews.filter(({ product_name }) => !product_name).map(({ product_id }) => product_id))];
  if (ids.length === 0) return [];
  return whereGiven(pull, 'names of products', () => pull.api.products(ids, pull.signal));
}

async function commentsOf(pull: Pull, reviews: readonly WooReview[]): Promise<WooComment[]> {
  if (!pull.api.canAnswerReviews || reviews.length === 0) return [];
  const ids = reviews.map(({ id }) => id);
  return whereGiven(pull, 'answers to reviews', () => pull.api.comments(ids, pull.signal));
}

/** Nothing where the shop refuses this one thing; every other failure is one of the pull. */
async function whereGiven<T>({ deps }: Pull, what: string, ask: () => Promise<T[]>): Promise<T[]> {
  try {
    return await ask();
  } catch (thrown) {
    const isRefused = thrown instanceof AppError && ['auth-failed', 'gone', 'refused'].includes(thrown.code);
    if (!isRefused) throw thrown;
    deps.log('warn', `The shop gives no ${what}: ${thrown.code}: ${thrown.message}`);
    return [];
  }
}
