// Orders as context of conversations: the item of an order, the orders that a pull's threads name, and doing without where they are not given.
import * as z from 'zod';
import { errorData } from '../../../shared/errors.ts';
import type { Order } from '../../../shared/model/customer.ts';
import type { Cursor, Item } from '../../../shared/model/item.ts';
import { batches } from './batch-items.ts';
import type { ConnectorDeps, Pulled } from './connector.ts';

export interface ChannelOrder extends Pick<Order, 'number' | 'channel' | 'placedAt'> {
  /** Of the customer, in any case. */
  handle: string;
  /** undefined: a status that is not known. */
  status: Order['status'] | undefined;
  /** In the currency's main unit. */
  total: string | number;
  /** Three letters; the first that is so is taken. */
  currencies: readonly (string | null | undefined)[];
  /** `price`: of one piece. Lines without a quantity are none. */
  lines: readonly { title: string; quantity: number; price: string | number }[];
  carrier?: string | null | undefined;
  trackingNumber?: string | null | undefined;
}

/** The item of an order. */
export function orderItem(order: ChannelOrder): Item {
  const { carrier, trackingNumber } = order;
  const currency = order.currencies.find((code) => code?.length === 3) ?? 'EUR';
  const digits = minorDigits(currency);
  return {
    kind: 'order',
    order: {
      number: order.number.slice(0, 100),
      channel: order.channel,
      handle: order.handle.toLowerCase(),
      placedAt: order.placedAt,
      status: order.status ?? 'placed',
      totalMinor: minor(order.total, digits),
      currency,
      items: order.lines
        .filter(({ quantity }) => quantity > 0)
        .map(({ title, quantity, price }) => ({
          title,
          quantity: Math.max(1, Math.round(quantity)),
          priceMinor: minor(price, digits),
        })),
      ...(carrier ? { carrier } : {}),
      ...(trackingNumber ? { trackingNumber } : {}),
    },
  };
}

/** The item of an order's customer; a name or city that the order does not tell leaves what is known as it is. */
export function customerItem(handle: string, name: string, city: string | null | undefined): Item {
  return { kind: 'customer', customer: { handle: handle.toLowerCase(), name, ...(city ? { city } : {}) } };
}

/** From the least to the most that can have become of a line. */
const steps: readonly Order['status'][] = ['placed', 'paid', 'shipped', 'delivered', 'returned'];

/** Lines that somebody still waits for or has got; all of them when every one was cancelled. */
export function linesThatCount<Line>(
  lines: readonly Line[],
  statusOf: (line: Line) => Order['status'],
): readonly Line[] {
  const kept = lines.filter((line) => statusOf(line) !== 'cancelled');
  return kept.length > 0 ? kept : lines;
}

/** An order is as far as the line that is furthest behind, of those that count. */
export function furthestBehind(statuses: readonly Order['status'][]): Order['status'] {
  if (statuses.includes('cancelled')) return 'cancelled';
  return steps[Math.min(...statuses.map((status) => steps.indexOf(status)))] ?? 'placed';
}

/** ISO 4217: how many digits the minor unit takes. */
function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch (thrown) {
    if (thrown instanceof RangeError) return 2;
    throw thrown;
  }
}

function minor(amount: string | number, digits: number): number {
  const value = Math.round(Number(amount) * 10 ** digits);
  return Number.isFinite(value) ? value : 0;
}

/** Orders of the newest threads of one pull: more would take too long for what is context. */
const mostOrders = 100;

/** Collects the orders that threads name, with the handle of each one's customer. */
export function namedOrders() {
  const handles = new Map<string, string>();
  return {
    note(orderId: string | undefined, handle: string): void {
      if (orderId !== undefined && handles.size < mostOrders) handles.set(orderId, handle);
    },
    /** Fetches them once their threads are stored; `cursor` is the one after those. */
    async *pull(
      deps: Pick<ConnectorDeps, 'log'>,
      cursor: Cursor,
      fetch: (handles: ReadonlyMap<string, string>) => Promise<readonly Item[]>,
    ): AsyncGenerator<Pulled> {
      if (handles.size === 0) return;
      yield* asContext(deps, 'orders', async function* () {
        const items = await fetch(handles);
        yield* batches({ items, before: cursor, after: cursor, phase: 'live', doneCount: items.length, totalCount: 0 });
      });
    },
  };
}

/** How far orders are known that no thread names. Epoch ms; 0: not at all, not yet. */
export const orderPlaceSchema = z.strictObject({ until: z.number(), triedAt: z.number() });
export type OrderPlace = z.infer<typeof orderPlaceSchema>;

const sweepEveryMs = 600_000;

export interface SweepLimits {
  /** How far the first sweep looks back. */
  historyMs: number;
  /** The longest stretch that may be asked for at once. */
  windowMs: number;
  /** How far each later sweep looks back before the one before it. */
  overlapMs: number;
}

/** Looks through the shop's orders every ten minutes; one that fails leaves nothing out: the next goes on from the same place. */
export async function* sweepOrders(
  deps: Pick<ConnectorDeps, 'log' | 'now'>,
  place: OrderPlace,
  { historyMs, windowMs, overlapMs }: SweepLimits,
  cursorWith: (place: OrderPlace) => Cursor,
  pageOf: (query: {
    startDate: number;
    endDate: number;
    page: number;
  }) => Promise<{ items: readonly Item[]; isLast: boolean }>,
): AsyncGenerator<Pulled> {
  const now = deps.now();
  if (now - place.triedAt < sweepEveryMs) return;
  const from = Math.max(place.until - overlapMs, now - historyMs);
  const cursor = cursorWith(place);
  const wasGiven = yield* asContext(deps, 'orders', async function* () {
    for (let endDate = now; endDate > from; endDate -= windowMs) {
      for (let page = 0; ; page += 1) {
        const { items, isLast } = await pageOf({ startDate: Math.max(from, endDate - windowMs), endDate, page });
        yield* batches({ items, before: cursor, after: cursor, phase: 'live', doneCount: items.length, totalCount: 0 });
        if (isLast) break;
      }
    }
  });
  const after = cursorWith({ until: wasGiven ? now : place.until, triedAt: now });
  yield { items: [], cursor: after, phase: 'live', doneCount: 0, totalCount: 0 };
}

/** undefined: the other side does not have it any more. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (errorData(thrown).code === 'gone') return undefined;
    throw thrown;
  }
}

/** Where the other side refuses this one thing, or spoils it, the pull goes on without; tells whether all of it came. */
async function* asContext(
  deps: Pick<ConnectorDeps, 'log'>,
  what: string,
  pull: () => AsyncGenerator<Pulled>,
): AsyncGenerator<Pulled, boolean> {
  try {
    yield* pull();
    return true;
  } catch (thrown) {
    const { code, message, detail } = errorData(thrown);
    // A server that fails at this one thing is there all the same.
    const isAway = code === 'offline' && detail?.['reason'] !== 'server-error';
    if (code === 'cancelled' || isAway) throw thrown;
    deps.log('warn', `No ${what} are given: ${code}: ${message}`);
    return false;
  }
}
