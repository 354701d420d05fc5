// The promises of the border: typed answers, refused input, typed errors, unknown methods, closed ports, time-outs.
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { AppError, type ErrorData } from '../../shared/errors.ts';
import { call, connect, serve } from '../../shared/rpc.ts';

const contract = {
  greet: call(z.strictObject({ name: z.string() }), z.string()),
  fail: call(z.strictObject({}), z.null()),
  broken: call(z.strictObject({}), z.number()),
  never: call(z.strictObject({}), z.null()),
  bytes: call(z.instanceof(Uint8Array), z.instanceof(Uint8Array)),
};

afterEach(() => {
  vi.useRealTimers();
});

function pair(isAtWork?: () => boolean) {
  const { port1, port2 } = new MessageChannel();
  const errors: [string, ErrorData][] = [];
  serve(
    port1,
    contract,
    {
      greet: ({ name }) => Promise.resolve(`Merhaba ${name}`),
      fail: () =>
        Promise.reject(new AppError('server-busy', 'later', { retryAfterMs: 1500, detail: { host: 'a.test' } })),
      broken: () => Promise.resolve('not a number' as never),
      never: () => new Promise<null>(() => undefined),
      bytes: (input) => Promise.resolve(input.map((byte) => byte + 1)),
    },
    (method, error) => errors.push([method, error]),
    isAtWork ? { isAtWork } : {},
  );
  return { client: connect(port2, contract), port1, port2, errors };
}

const rejected = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('was not rejected'),
    (error: unknown) => error as AppError,
  );

it('answers, validates both ways and carries typed errors', async () => {
  const { client, errors, port1 } = pair();
  expect(await client.greet({ name: 'Ayşe' })).toBe('Merhaba Ayşe');
  expect(await rejected(client.greet({ name: 5 } as never))).toMatchObject({ code: 'bad-data' });
  expect(await rejected(client.greet({ name: 'a', extra: 1 } as never))).toMatchObject({ code: 'bad-data' });
  expect(await rejected(client.fail({}))).toMatchObject({
    code: 'server-busy',
    retryAfterMs: 1500,
    detail: { host: 'a.test' },
  });
  expect(await rejected(client.broken({}))).toMatchObject({ code: 'bug' });
  expect(errors.map(([method]) => method)).toEqual(['greet', 'greet', 'fail', 'broken']);
  port1.close();
});

it('carries bytes as bytes', async () => {
  const { client, port1 } = pair();
  expect(await client.bytes(new Uint8Array([1, 2, 255]))).toEqual(new Uint8Array([2, 3, 0]));
  port1.close();
});

it('answers an unknown method with an error', async () => {
  const { port1, port2 } = pair();
  const stranger = connect(port2, { ...contract, open: call(z.strictObject({}), z.null()) });
  expect(await rejected(stranger.open({}))).toMatchObject({ code: 'bug' });
  port1.close();
});

it('rejects what is pending when the port closes, and gives up after the time-out', async () => {
  const { client, port1 } = pair();
  const late = rejected(client.never({}, { timeoutMs: 30 }));
  expect(await late).toMatchObject({ code: 'bug' });
  const pending = rejected(client.never({}, { timeoutMs: Infinity }));
  await client.greet({ name: 'x' });
  port1.close();
  expect(await pending).toMatchObject({ code: 'cancelled' });
});

it('waits for as long as the other side says that it is at work', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isAtWork = true;
  let asked = 0;
  const { client, port1 } = pair(() => {
    asked += 1;
    return isAtWork;
  });
  let outcome: unknown = 'waits';
  void rejected(client.never({}, { timeoutMs: 1000 })).then((error) => (outcome = error.code));
  const halfTheTime = async () => {
    await vi.advanceTimersByTimeAsync(500);
    for (let trip = 0; trip < 3; trip += 1) await client.greet({ name: 'x' }); // what was sent before has been answered
  };
  for (let round = 1; round <= 5; round += 1) {
    await halfTheTime();
    expect([asked, outcome]).toEqual([round, 'waits']);
  }
  isAtWork = false;
  await halfTheTime();
  expect([asked, outcome]).toEqual([6, 'waits']);
  await halfTheTime();
  expect([asked, outcome]).toEqual([6, 'bug']);
  port1.close();
});
