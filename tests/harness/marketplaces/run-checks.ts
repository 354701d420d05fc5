// The promises that every connector keeps, each tried against a faithful server of its marketplace.
import { expect } from 'vitest';
import type { Pulled } from '../../../electron/sync/connectors/connector.ts';
import { redactor } from '../../../electron/sync/connectors/redact.ts';
import { AppError, errorData } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/model/item.ts';
import type { Fault } from './api-server.ts';
import { answer, idle, messagesOf, pullAll, pullOnce, replyTo, send, type Bench } from './bench.ts';
import { fileRuns } from './file-checks.ts';
import type { Check } from './harness.ts';

/** Half of what is promised: the rest is the machine's. */
const cancelWithinMs = 1000;

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
  ...fileRuns,

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
    if (bench.connector.manifest.capabilities.reply) await send(bench, await replyTo(bench, threadKey));
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
    const second = await send(bench, { ...item, attempts: 2 });
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
        await send(bench, { ...item, attempts: 2 }).catch((thrown: unknown) =>
          bench.said.push(JSON.stringify(errorData(thrown))),
        );
      });
    }
    const reports: unknown[] = [];
    await bench.connector.test?.(
      { address: '', fields: bench.market.account.fields ?? {}, secrets: bench.market.secrets },
      bench.deps,
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
  for (let cursor: string | null = null; ;) {
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
