// The demo shop keeps a connector's promises, as far as they mean anything where nothing leaves the computer.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoConnector } from '../../electron/sync/connectors/demo/index.ts';
import { accountSchema } from '../../shared/model/account.ts';
import { messagesOf, openBench, pullAll, replyTo, send, type Bench } from '../harness/marketplaces/bench.ts';
import type { Marketplace } from '../harness/marketplaces/harness.ts';

const market: Marketplace = {
  account: accountSchema.parse({
    id: 'acc-demo',
    channel: 'demo',
    label: 'Demo',
    address: 'demo',
    senderName: '',
    createdAt: 0,
  }),
  secrets: {},
  ask: () => '',
  askMany: () => undefined,
  delivered: () => [],
  setFault: () => undefined,
  close: () => Promise.resolve(),
};
let bench: Bench;

beforeEach(async () => {
  bench = await openBench(demoConnector, { channel: 'demo', notApplicable: {}, start: () => Promise.resolve(market) });
});
afterEach(() => bench.close());

it('goes on after any batch, and everything comes once', async () => {
  const whole = await pullAll(bench);
  const keys = messagesOf(whole).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [index, { cursor }] of whole.entries()) {
    const rest = messagesOf(await pullAll(bench, cursor)).map(({ key }) => key);
    const before = messagesOf(whole.slice(0, index + 1)).map(({ key }) => key);
    expect([...before, ...rest]).toEqual(keys);
  }
});

it('brings the same again when it is asked again', async () => {
  expect(await pullAll(bench)).toEqual(await pullAll(bench));
});

it('takes a reply, and the customer answers once', async () => {
  const whole = await pullAll(bench);
  const { threadKey } = messagesOf(whole).find(({ direction }) => direction === 'in')!;
  const { outcome, inflight } = await send(bench, await replyTo(bench, threadKey!));
  expect([outcome.kind, inflight]).toEqual(['accepted', 1]);
  bench.clock.advance(30_000);
  const { cursor } = whole.at(-1)!;
  const answers = [...(await pullAll(bench, cursor)), ...(await pullAll(bench, cursor))];
  expect(messagesOf(answers).map((message) => [message.threadKey, message.direction])).toEqual([[threadKey, 'in']]);
});

it('stops when asked', async () => {
  const pull = bench.session.pull(null, AbortSignal.abort());
  await expect(pull[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'cancelled' });
});
