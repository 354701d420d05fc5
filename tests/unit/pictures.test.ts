// Remote pictures: only pictures, only from outside, only so large.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchPictures, pictureLimits, pictureTypeOf } from '../../electron/sync/engine/pictures.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]);
let server: Server;
let base = '';
const requests: { url: string; cookie: string | undefined; referer: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', cookie: request.headers.cookie, referer: request.headers.referer });
    if (request.url === '/a.png') response.setHeader('set-cookie', 'id=1').end(png);
    else if (request.url === '/moved') response.writeHead(302, { location: '/a.png' }).end();
    else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/page') response.setHeader('content-type', 'image/png').end('<script>alert(1)</script>');
    else if (request.url === '/huge') response.end(Buffer.alloc(6 * 1024 * 1024, 0x89));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
});

const quiet = () => undefined;

it('fetches pictures, follows redirections, leaves out everything else', async () => {
  const urls = ['/a.png', '/page', '/moved', '/loop', '/huge', '/none'].map((path) => base + path);
  const found = await fetchPictures([...urls, 'file:///etc/passwd', 'nonsense'], quiet, {
    ...pictureLimits,
    allowsLoopback: true,
  });
  expect(found.map(({ url, mimeType }) => [url, mimeType])).toEqual([
    [`${base}/a.png`, 'image/png'],
    [`${base}/moved`, 'image/png'],
  ]);
  expect(requests.every(({ cookie, referer }) => cookie === undefined && referer === undefined)).toBe(true);
});

it('never reaches into the machine or its network', async () => {
  const before = requests.length;
  const port = new URL(base).port;
  const urls = [
    `${base}/a.png`,
    `http://localhost:${port}/a.png`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
  ];
  expect(await fetchPictures(urls, quiet)).toEqual([]);
  expect(requests).toHaveLength(before);
});

it('knows pictures by their first bytes', () => {
  expect(pictureTypeOf(png)).toBe('image/png');
  expect(pictureTypeOf(new TextEncoder().encode('<svg xmlns="…">'))).toBeNull();
  expect(pictureTypeOf(new Uint8Array())).toBeNull();
});
