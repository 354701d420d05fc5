// HTTP for connectors: limits, patience, redirects, sizes, what is certain not to have been sent.
import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import {
  checkedAddress,
  checkedBaseUrl,
  makeHttp,
  makeRate,
  retryAfterMs,
  type HttpOptions,
} from '../../electron/sync/connectors/http.ts';
import { parseSafely } from '../../electron/sync/connectors/safe-json.ts';
import { json, startApiServer, type ApiAnswer, type ApiServer } from '../harness/marketplaces/api-server.ts';
import { makeTestClock } from '../harness/marketplaces/test-clock.ts';

const idle = new AbortController().signal;
const developer = { allowsPlaintextOnLoopback: true };
const servers: ApiServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function http(answer: ApiAnswer, options: Partial<HttpOptions> = {}) {
  const clock = makeTestClock();
  const said: string[] = [];
  const server = await startApiServer({ handle: () => answer, onSilence: clock.gaveUp });
  servers.push(server);
  const deps = { ...clock, ...developer, log: (_level: string, message: string) => said.push(message) };
  return { clock, said, server, client: makeHttp(deps, { baseUrl: server.baseUrl, secrets: [], ...options }) };
}

it('reads Retry-After in seconds and as a date', () => {
  const now = Date.UTC(2026, 4, 6, 8);
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Wed, 06 May 2026 08:01:00 GMT', now)).toBe(60_000);
  expect(retryAfterMs('Wed, 06 May 2026 07:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('soon', now)).toBeUndefined();
  expect(retryAfterMs(null, now)).toBeUndefined();
});

it('takes https addresses, and plain http on this machine for developers only', () => {
  expect(checkedAddress('shop.example/', developer)).toBe('https://shop.example');
  expect(checkedAddress('https://shop.example/tr/', developer)).toBe('https://shop.example/tr');
  expect(checkedAddress('http://127.0.0.1:8080', developer)).toBe('http://127.0.0.1:8080');
  const person = { allowsPlaintextOnLoopback: false };
  for (const address of [
    'http://127.0.0.1:8080',
    'http://shop.example',
    'ftp://shop.example',
    'https://u:p@shop.example',
    'https://',
  ]) {
    expect(() => checkedAddress(address, person)).toThrow(expect.objectContaining({ code: 'bad-data' }));
  }
  expect(checkedBaseUrl('http://127.0.0.1:1', 'https://api.example', person)).toBe('https://api.example');
});

it('follows no redirect: a key must not travel to another host', async () => {
  const { client, server } = await http({ status: 302, headers: { location: 'https://elsewhere.example/' } });
  await expect(client.send({ path: '/a' }, idle)).rejects.toMatchObject({ code: 'refused', detail: { status: 302 } });
  expect(server.requests).toHaveLength(1);
});

it('stops at the size limit', async () => {
  const { client } = await http({ status: 200, body: 'x'.repeat(5000) }, { limitBytes: 4000 });
  await expect(client.send({ path: '/a' }, idle)).rejects.toMatchObject({ code: 'too-large' });
});

it('knows what certainly never left, and what may have', async () => {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
  const { client, server } = await http(json(200, {}), { baseUrl: `http://127.0.0.1:${port}` });
  await expect(client.send({ path: '/a' }, idle)).rejects.toMatchObject({ code: 'offline', detail: { sent: false } });
  server.setFault({ kind: 'silent' });
  const here = `${server.baseUrl}/a`;
  await expect(client.send({ path: here }, idle)).rejects.toMatchObject({
    code: 'offline',
    detail: { reason: 'timeout' },
  });
});

it('keeps to a rate, and hides keys from the log and the words of an error', async () => {
  const echo = await http(json(400, { message: 'no: top-secret' }), {
    secrets: ['top-secret'],
    rate: makeRate(2, 1000),
  });
  const startedAt = echo.clock.now();
  for (let call = 0; call < 5; call += 1) {
    await expect(echo.client.send({ path: '/bot/top-secret' }, idle)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('no: •••') as string,
    });
  }
  expect(echo.clock.now() - startedAt).toBeGreaterThanOrEqual(2000);
  expect(echo.said.join('\n')).not.toContain('top-secret');
});

it('keeps long whole numbers as they are', () => {
  expect(
    parseSafely('{"id":9223372036854775807,"small":12,"text":"9223372036854775807","rate":0.1234567890123456}'),
  ).toEqual({
    id: '9223372036854775807',
    small: 12,
    text: '9223372036854775807',
    rate: 0.123_456_789_012_345_6,
  });
});
