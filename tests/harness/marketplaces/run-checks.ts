// The promises that every connector keeps, each tried against a faithful server of its marketplace.
import { expect } from 'vitest';
import type { Connector, ConnectorDeps, Pulled, Session } from '../../../electron/sync/connectors/connector.ts';
import { redactor } from '../../../electron/sync/connectors/redact.ts';
import { AppError, errorData } from '../../../shared/errors.ts';
import { batchSchema, type Item } from '../../../shared/model/item.ts';
import {
  frozenReplySchema,
  outboxItemSchema,
  replyContentSchema,
  type OutboxItem,
} from '../../../shared/model/outbox.ts';
import { manifestSchema } from '../../../shared/model/manifest.ts';
import type { Fault } from './api-server.ts';
import type { Check, Marketplace, MarketplaceHarness } from './harness.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

/** One connector on one marketplace, with everything that it logged and every error that it gave. */
export interface Bench {
  connector: Connector;
  harness: MarketplaceHarness;
  clock: TestClock;
  market: Marketplace;
  session: Session;
  said: string[];
  close(): Promise<void>;
}

const idle = new AbortController().signal;
/** Half of what is promised: the rest is the machine's. */
const cancelWithinMs = 1000;
const answer = 'Merhaba, ürünümüz yarın kargoya verilecek. İyi günler dileriz.';

export async function openBench(connector: Connector, harness: MarketplaceHarness): Promise<Bench> {
  manifestSchema.parse(connector.manifest);
  const clock = makeTestClock();
  const market = await harness.start(clock);
  const said: string[] = [];
  const kept: Record<string, string> = {};
  const deps: ConnectorDeps = {
    credential: () => Promise.resolve({ ...market.secrets, ...kept }),
    keepSecrets: (renewed) => {
      Object.assign(kept, renewed);
      return Promise.resolve();
    },
    now: clock.now,
    sleep: clock.sleep,
    fetch: clock.fetch,
    log: (level, message) => said.push(`${level} ${message}`),
    allowsPlaintextOnLoopback: true,
  };
  const session = connector.open(market.account, deps);
  return {
    connector,
    harness,
    clock,
    market,
    session,
    said,
    async close() {
      await session.close();
      await market.close();
    },
  };
}

/** Everything since `cursor`, in batches that the store would take. */
export async function pullAll(bench: Bench, cursor: string | null = null): Promise<Pulled[]> {
  const batches: Pulled[] = [];
  for (let from = cursor; ; ) {
    const round = await pullOnce(bench, from);
    batches.push(...round);
    // What forgets on being asked for more hands out one batch at a time.
    from = round.at(-1)?.cursor ?? null;
    if (bench.harness.forgets !== true || from === null) return batches;
  }
}

async function pullOnce(bench: Bench, cursor: string | null): Promise<Pulled[]> {
  const batches: Pulled[] = [];
  for await (const pulled of bench.session.pull(cursor, idle)) {
    const { account } = bench.market;
    batchSchema.parse({
      accountId: account.id,
      channel: account.channel,
      items: pulled.items,
      cursor: pulled.cursor,
      phase: pulled.phase,
    });
    batches.push(pulled);
  }
  return batches;
}

export const messagesOf = (batches: readonly Pulled[]) =>
  batches.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'message' ? [item.message] : [])));

const keysOf = (batches: readonly Pulled[]): Set<string> => new Set(messagesOf(batches).map(({ key }) => key));

/** Long enough for every poll that a connector keeps apart. */
const pollsMs = 1_200_000;

/** The error of whatever a pull ends with. */
async function refusedPull(bench: Bench, cursor: string | null = null): Promise<AppError> {
  try {
    await pullAll(bench, cursor);
  } catch (thrown) {
    bench.said.push(JSON.stringify(errorData(thrown)));
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('The pull went through');
}

/** A reply as the store would hand it over; `id` makes it another one. */
export async function replyTo(bench: Bench, threadKey: string, id = 'reply-1', text = answer): Promise<OutboxItem> {
  const { account } = bench.market;
  const message = messagesOf(await pullAll(bench)).findLast((each) => each.threadKey === threadKey);
  const content = replyContentSchema.parse({
    outboxId: id,
    to: message ? [message.direction === 'in' ? message.from : message.to[0]] : [],
    cc: [],
    subject: message?.subject ?? '',
    text,
    html: '',
    references: [],
    threadKey,
    writtenAt: bench.clock.now(),
  });
  const noFiles = () => Promise.reject(new Error('There are no files here'));
  const frozen = frozenReplySchema.parse(await bench.connector.freeze(account, content, noFiles));
  return outboxItemSchema.parse({
    id,
    accountId: account.id,
    state: 'claimed',
    frozen,
    threadKey,
    attempts: 0,
    queuedAt: bench.clock.now(),
  });
}

/** Sends, and counts how often the reply was journaled as on its way. */
export async function send(bench: Bench, item: OutboxItem, signal = idle) {
  let inflight = 0;
  const outcome = await bench.session.send(
    item,
    () => {
      inflight += 1;
      return Promise.resolve();
    },
    signal,
  );
  bench.said.push(JSON.stringify(outcome));
  return { outcome, inflight };
}

async function withFault(bench: Bench, fault: Fault, work: () => Promise<void>): Promise<void> {
  bench.market.setFault(fault);
  try {
    await work();
  } finally {
    bench.market.setFault(undefined);
  }
}

/** An answer of this status stops a pull with `code`, and a reply is certainly not sent. */
async function refusedBy(bench: Bench, status: number, code: AppError['code']): Promise<void> {
  const threadKey = bench.market.ask('Stokta var mı?');
  const item = await replyTo(bench, threadKey);
  await withFault(bench, { kind: 'status', status }, async () => {
    expect((await refusedPull(bench)).code).toBe(code);
  });
  await withFault(bench, { kind: 'status', status, only: 'write' }, async () => {
    const { outcome } = await send(bench, item);
    expect(outcome.kind).toBe('retry');
  });
  expect(bench.market.delivered(threadKey)).toEqual([]);
}

/** Each check on a fresh marketplace. They end quietly, or throw. */
export const runs: Record<Check, (bench: Bench) => Promise<void>> = {
  async 'pull all, resume'(bench) {
    bench.market.askMany(230);
    if (bench.harness.forgets === true) await eachBatchTwice(bench, 230);
    const whole = await pullAll(bench);
    const all = keysOf(whole);
    if (bench.harness.forgets !== true) expect(all.size).toBe(230);
    const steps = [0, 1, Math.floor(whole.length / 2), whole.length - 1].filter((at) => at >= 0 && at < whole.length);
    for (const at of new Set(steps)) {
      bench.clock.advance(pollsMs);
      const rest = await pullAll(bench, whole[at]?.cursor ?? null);
      const seen = new Set([...keysOf(whole.slice(0, at + 1)), ...keysOf(rest)]);
      expect([...all].filter((key) => !seen.has(key))).toEqual([]);
    }
    bench.clock.advance(pollsMs);
    const threadKey = bench.market.ask('Yeni bir soru');
    const news = messagesOf(await pullAll(bench, whole.at(-1)?.cursor ?? null));
    expect(new Set(news.filter((message) => message.threadKey === threadKey).map(({ key }) => key)).size).toBe(1);
  },

  async 'same again'(bench) {
    const threadKey = bench.market.ask('Aynı soru');
    await send(bench, await replyTo(bench, threadKey));
    bench.market.askMany(20);
    bench.clock.advance(pollsMs);
    const byKey = (batches: Pulled[]) => {
      const items = batches.flatMap((batch) => batch.items).filter((item) => item.kind !== 'order');
      return new Map(items.map((item) => [identity(item), JSON.stringify(item)]));
    };
    const first = byKey(await pullAll(bench));
    const second = byKey(await pullAll(bench));
    for (const [key, item] of second) expect(first.get(key) ?? item).toBe(item);
    if (!bench.harness.forgets) expect(second.size).toBe(first.size);
  },

  async 'send once'(bench) {
    const threadKey = bench.market.ask('Ne zaman gelir?');
    const item = await replyTo(bench, threadKey);
    const first = await send(bench, item);
    expect(first).toMatchObject({ outcome: { kind: 'accepted' }, inflight: 1 });
    const second = await send(bench, { ...item, attempts: 1 });
    expect(['accepted', 'ambiguous']).toContain(second.outcome.kind);
    expect(bench.market.delivered(threadKey)).toEqual([answer]);
    const filed = await bench.session.file({ ...item, state: 'accepted' }, idle);
    expect(filed.kind).toBe('filed');
  },

  '401': (bench) => refusedBy(bench, 401, 'auth-failed'),
  '403': (bench) => refusedBy(bench, 403, 'auth-failed'),

  async '429'(bench) {
    const threadKey = bench.market.ask('Kaç gün?');
    const item = await replyTo(bench, threadKey);
    const fault: Fault = { kind: 'status', status: 429, headers: { 'retry-after': '37' } };
    await withFault(bench, fault, async () => {
      expect(await refusedPull(bench)).toMatchObject({ code: 'server-busy', retryAfterMs: 37_000 });
    });
    await withFault(bench, { ...fault, only: 'write' }, async () => {
      const now = bench.clock.now();
      const { outcome } = await send(bench, item);
      expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'server-busy' } });
      if (outcome.kind === 'retry') expect(outcome.retryAt).toBeGreaterThanOrEqual(now + 37_000);
    });
    expect(bench.market.delivered(threadKey)).toEqual([]);
  },

  async '5xx'(bench) {
    const threadKey = bench.market.ask('Rengi nasıl?');
    const item = await replyTo(bench, threadKey);
    for (const status of [500, 502]) {
      await withFault(bench, { kind: 'status', status, body: '<html><title>Bad Gateway</title>' }, async () => {
        expect((await refusedPull(bench)).code).toBe('offline');
      });
    }
    await withFault(bench, { kind: 'status', status: 502, only: 'write' }, async () => {
      // It may have been taken behind the gateway: only a look at the thread tells.
      expect((await send(bench, item)).outcome.kind).toBe('ambiguous');
    });
  },

  async 'found after time-out'(bench) {
    const threadKey = bench.market.ask('Kumaşı nedir?');
    const item = await replyTo(bench, threadKey);
    await withFault(bench, { kind: 'silent', only: 'write' }, async () => {
      expect((await send(bench, item)).outcome.kind).toBe('ambiguous');
    });
    expect(bench.market.delivered(threadKey)).toEqual([answer]);
    bench.clock.advance(120_000);
    const { outcome, inflight } = await send(bench, { ...item, state: 'ambiguous', attempts: 1 });
    const found = bench.harness.cannotProve
      ? 'ambiguous'
      : bench.market.delivered(threadKey).length > 1
        ? 'twice'
        : 'accepted';
    expect([found, 'requeue']).toContain(outcome.kind);
    if (outcome.kind === 'requeue') {
      const again = await send(bench, { ...item, attempts: 2 });
      expect(['accepted', 'ambiguous']).toContain(again.outcome.kind);
    } else expect(inflight).toBe(0);
    expect(bench.market.delivered(threadKey)).toEqual([answer]);
  },

  async truncated(bench) {
    await spoilt(bench, 'truncated');
  },

  async 'wrong types'(bench) {
    await spoilt(bench, 'wrong-types');
  },

  async '10,000 threads'(bench) {
    bench.market.askMany(10_000);
    const batches = await pullAll(bench);
    expect(keysOf(batches).size).toBe(10_000);
    for (const { items, cursor } of batches) {
      expect(items.length).toBeLessThanOrEqual(500);
      expect(cursor.length).toBeLessThan(100_000);
    }
  },

  async 'cancel in 1 s'(bench) {
    const threadKey = bench.market.ask('İptal edilebilir mi?');
    const item = await replyTo(bench, threadKey);
    bench.clock.advance(pollsMs);
    await withFault(bench, { kind: 'hang' }, async () => {
      await expectCancelled((signal) => drain(bench.session.pull(null, signal)));
      await expectCancelled((signal) => send(bench, item, signal).then(({ outcome }) => outcome));
    });
  },

  async 'no secret in log'(bench) {
    const threadKey = bench.market.ask('Gizli değil');
    const item = await replyTo(bench, threadKey);
    await send(bench, item);
    // A server that repeats what it was sent.
    const echo = Object.values(bench.market.secrets).join(' ');
    const body = JSON.stringify({ message: echo, errors: [echo] });
    for (const status of [400, 401, 500]) {
      await withFault(bench, { kind: 'status', status, body }, async () => {
        await refusedPull(bench);
        await send(bench, { ...item, attempts: 1 }).catch((thrown: unknown) =>
          bench.said.push(JSON.stringify(errorData(thrown))),
        );
      });
    }
    const reports: unknown[] = [];
    await bench.connector.test?.(
      { address: '', fields: bench.market.account.fields ?? {}, secrets: bench.market.secrets },
      {
        now: bench.clock.now,
        sleep: bench.clock.sleep,
        fetch: bench.clock.fetch,
        log: (level, message) => bench.said.push(`${level} ${message}`),
        allowsPlaintextOnLoopback: true,
      },
      (step) => reports.push(step),
      idle,
    );
    const everything = [...bench.said, JSON.stringify(reports), JSON.stringify(item)].join('\n');
    expect(redactor(Object.values(bench.market.secrets))(everything)).toBe(everything);
    expect(bench.said.length).toBeGreaterThan(0);
  },
};

/** What was handed out and not yet asked beyond is handed out again: a crash before it was stored loses nothing. */
async function eachBatchTwice(bench: Bench, count: number): Promise<void> {
  const seen = new Set<string>();
  for (let cursor: string | null = null; ; ) {
    const first = await pullOnce(bench, cursor);
    const again = await pullOnce(bench, cursor);
    expect([...keysOf(again)]).toEqual([...keysOf(first)]);
    for (const key of keysOf(first)) seen.add(key);
    const next = first.at(-1)?.cursor;
    if (next === undefined) break;
    cursor = next;
  }
  expect(seen.size).toBe(count);
}

/** Spoilt answers stop a pull with `bad-data`, before any cursor moves past them; a spoilt answer to a reply leaves it in doubt or taken. */
async function spoilt(bench: Bench, kind: 'truncated' | 'wrong-types'): Promise<void> {
  const threadKey = bench.market.ask('Bozuk yanıt');
  const item = await replyTo(bench, threadKey);
  await withFault(bench, { kind }, async () => {
    expect((await refusedPull(bench)).code).toBe('bad-data');
  });
  await withFault(bench, { kind, only: 'write' }, async () => {
    expect(['accepted', 'ambiguous']).toContain((await send(bench, item)).outcome.kind);
  });
  expect(bench.market.delivered(threadKey)).toEqual([answer]);
  bench.clock.advance(pollsMs);
  bench.market.ask('Sonra gelen soru');
  expect(keysOf(await pullAll(bench)).size).toBeGreaterThan(0);
}

function identity(item: Item): string {
  if (item.kind === 'message') return `message ${item.message.key}`;
  if (item.kind === 'facts') return `facts ${item.threadKey}`;
  return item.kind === 'customer' ? `customer ${item.customer.handle}` : JSON.stringify(item);
}

async function drain(batches: AsyncIterable<unknown>): Promise<void> {
  for await (const _batch of batches) continue;
}

/** Stops the work while the server keeps it waiting; it must give up in time, as cancelled or as not known. */
async function expectCancelled(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const stopping = new AbortController();
  const done = work(stopping.signal).then(
    (value) => value,
    (thrown: unknown) => errorData(thrown).code,
  );
  await new Promise((resolve) => setTimeout(resolve, 150));
  const stoppedAt = performance.now();
  stopping.abort();
  const ending = await done;
  expect(performance.now() - stoppedAt).toBeLessThan(cancelWithinMs);
  if (typeof ending === 'object' && ending !== null) expect(ending).toMatchObject({ kind: 'ambiguous' });
  else expect(ending).toBe('cancelled');
}
