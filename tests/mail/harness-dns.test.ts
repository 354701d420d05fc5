// The test DNS server itself, asked through Node's own resolver.
import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDns, type DnsServer } from '../harness/dns.ts';

let server: DnsServer;
const resolver = new Resolver({ timeout: 200, tries: 1 });

beforeAll(async () => {
  server = await startDns({
    a: { 'mail.shop.example': ['127.0.0.1'] },
    mx: { 'shop.example': [{ exchange: 'mx.host.example', priority: 10 }] },
    srv: { '_imaps._tcp.shop.example': [{ name: 'imap.host.example', port: 993, priority: 1, weight: 2 }] },
    txt: { 'shop.example': ['v=spf1 -all'] },
    fails: ['broken.example'],
    silent: ['slow.example'],
  });
  resolver.setServers([server.address]);
});
afterAll(() => server.stop());

test('it answers A, MX, SRV and TXT', async () => {
  expect(await resolver.resolve4('mail.shop.example')).toEqual(['127.0.0.1']);
  expect(await resolver.resolveMx('shop.example')).toEqual([{ exchange: 'mx.host.example', priority: 10 }]);
  expect(await resolver.resolveSrv('_imaps._tcp.shop.example')).toEqual([
    { name: 'imap.host.example', port: 993, priority: 1, weight: 2 },
  ]);
  expect(await resolver.resolveTxt('shop.example')).toEqual([['v=spf1 -all']]);
  expect(server.questions()).toContain('MX shop.example');
});

test('it has nothing, fails and is silent as told', async () => {
  await expect(resolver.resolve4('shop.example')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(resolver.resolve4('nowhere.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(resolver.resolveMx('broken.example')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  await expect(resolver.resolveMx('slow.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
});
