// Discovery of mail servers: which source wins, what each one says, and how it ends when nobody answers.
import { createServer, type Server as HttpsServer } from 'node:https';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { discoverServers } from '../../electron/sync/connectors/email/discovery/discover-servers.ts';
import type { DiscoveryDeps } from '../../electron/sync/connectors/email/discovery/discovery-deps.ts';
import { fetchText, networkDiscoveryDeps } from '../../electron/sync/connectors/email/discovery/network-deps.ts';
import { providers } from '../../electron/sync/connectors/email/discovery/providers.ts';
import { AppError } from '../../shared/errors.ts';
import { discoveryResultSchema } from '../../shared/model/discovery.ts';
import { makeCertificates, type Certificates } from '../harness/certificates.ts';
import { startDns, type DnsServer } from '../harness/dns.ts';

const idle = new AbortController().signal;

interface World {
  pages?: Record<string, string>;
  srv?: Record<string, { name: string; port: number; priority?: number; weight?: number }[]>;
  mx?: Record<string, string[]>;
  hosts?: string[];
}

/** A network in which only these things exist. */
function network({ pages = {}, srv = {}, mx = {}, hosts = [] }: World, asked: string[] = []): DiscoveryDeps {
  return {
    async fetchText(url) {
      asked.push(url);
      return pages[url.replace(/\?.*$/u, '')];
    },
    async resolveSrv(name) {
      asked.push(name);
      return (srv[name] ?? []).map((target) => ({ priority: 0, weight: 0, ...target }));
    },
    async resolveMx(domain) {
      asked.push(domain);
      return (mx[domain] ?? []).map((exchange, index) => ({ exchange, priority: index }));
    },
    async hasAddress(host) {
      asked.push(host);
      return hosts.includes(host);
    },
  };
}

function autoconfig(imapHost: string, smtpHost: string): string {
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x">
    <incomingServer type="imap"><hostname>${imapHost}</hostname><port>993</port><socketType>SSL</socketType>
    <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></incomingServer>
    <outgoingServer type="smtp"><hostname>${smtpHost}</hostname><port>587</port><socketType>STARTTLS</socketType>
    <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></outgoingServer>
  </emailProvider></clientConfig>`;
}

const wellKnown = 'https://shop.example/.well-known/autoconfig/mail/config-v1.1.xml';
const subdomain = 'https://autoconfig.shop.example/mail/config-v1.1.xml';

describe('the table', () => {
  test.each([
    ['ada@gmail.com', 'imap.gmail.com', 'app-password'],
    ['ayse@hotmail.com.tr', 'outlook.office365.com', 'oauth-only'],
    ['eleni@hotmail.gr', 'outlook.office365.com', 'oauth-only'],
    ['ali@yandex.com.tr', 'imap.yandex.com.tr', 'app-password'],
    ['nikos@otenet.gr', 'imap.otenet.gr', undefined],
    ['deniz@icloud.com', 'imap.mail.me.com', 'app-password'],
    ['sifir@PROTON.me', '127.0.0.1', 'bridge'],
  ])('%s is known without asking anybody', async (address, host, hint) => {
    const asked: string[] = [];
    const result = await discoverServers(address, network({}, asked), idle);
    expect(result).toMatchObject({ source: 'known', servers: { userName: address, imap: { host } } });
    expect(result?.hint).toBe(hint);
    expect(asked).toEqual([]);
  });

  test('every line of it is sound', async () => {
    const domains = providers.flatMap((provider) => provider.domains);
    expect(new Set(domains).size).toBe(domains.length);
    for (const domain of domains) {
      expect(domain).toBe(domain.toLowerCase());
      const everywhere = { ...network({}), hasAddress: async () => true };
      const result = await discoverServers(`someone@${domain}`, everywhere, idle);
      expect(discoveryResultSchema.safeParse(result).error).toBeUndefined();
      expect(['tls', 'starttls']).toContain(result?.servers.imap.security);
      expect(['tls', 'starttls']).toContain(result?.servers.smtp.security);
    }
    for (const { helpUrl } of providers)
      expect(helpUrl === undefined || new URL(helpUrl).protocol === 'https:').toBe(true);
  });

  test('what is only hearsay is a guess, and gives way to what the domain publishes', async () => {
    const hosts = ['imap.turk.net', 'smtp.turk.net'];
    expect(await discoverServers('ali@turk.net', network({ hosts }), idle)).toMatchObject({
      source: 'guess',
      provider: 'TurkNet',
    });
    expect(await discoverServers('ali@turk.net', network({ hosts: ['mail.turk.net'] }), idle)).toMatchObject({
      servers: { imap: { host: 'mail.turk.net' } },
    });
    const pages = {
      'https://turk.net/.well-known/autoconfig/mail/config-v1.1.xml': autoconfig('in.turk.net', 'out.turk.net'),
    };
    expect(await discoverServers('ali@turk.net', network({ pages }), idle)).toMatchObject({
      source: 'autoconfig',
      servers: { userName: 'ali', imap: { host: 'in.turk.net' } },
    });
  });
});

describe('other domains', () => {
  test('the published file, from either place', async () => {
    for (const url of [wellKnown, subdomain]) {
      const pages = { [url]: autoconfig('in.shop.example', 'out.shop.example') };
      expect(await discoverServers(' bilgi@shop.example ', network({ pages }), idle)).toEqual({
        source: 'autoconfig',
        servers: {
          userName: 'bilgi',
          imap: { host: 'in.shop.example', port: 993, security: 'tls' },
          smtp: { host: 'out.shop.example', port: 587, security: 'starttls' },
        },
      });
    }
  });

  test('a broken file in one place does not hide a good one in the other, nor SRV', async () => {
    const good = { [subdomain]: '<clientConfig>', [wellKnown]: autoconfig('in.shop.example', 'out.shop.example') };
    expect(await discoverServers('a@shop.example', network({ pages: good }), idle)).toMatchObject({
      source: 'autoconfig',
    });
    const srv = {
      '_imaps._tcp.shop.example': [{ name: 'imap.host.example', port: 993 }],
      '_submission._tcp.shop.example': [{ name: 'smtp.host.example', port: 587 }],
    };
    const broken = { [subdomain]: '<!DOCTYPE x [<!ENTITY a "b">]><clientConfig>&a;</clientConfig>' };
    expect(await discoverServers('a@shop.example', network({ pages: broken, srv }), idle)).toMatchObject({
      source: 'srv',
    });
  });

  test('SRV: TLS first, priority, then weight; a dot means not offered', async () => {
    const srv = {
      '_imaps._tcp.shop.example': [
        { name: 'second.host.example', port: 993, priority: 2, weight: 9 },
        { name: 'light.host.example', port: 993, priority: 1, weight: 1 },
        { name: 'Heavy.host.example.', port: 993, priority: 1, weight: 5 },
      ],
      '_imap._tcp.shop.example': [{ name: 'plain.host.example', port: 143 }],
      '_submissions._tcp.shop.example': [{ name: '.', port: 0 }],
      '_submission._tcp.shop.example': [{ name: 'smtp.host.example', port: 587 }],
    };
    expect(await discoverServers('a@shop.example', network({ srv }), idle)).toEqual({
      source: 'srv',
      servers: {
        userName: 'a@shop.example',
        imap: { host: 'heavy.host.example', port: 993, security: 'tls' },
        smtp: { host: 'smtp.host.example', port: 587, security: 'starttls' },
      },
    });
  });

  test.each([
    ['aspmx.l.google.com', 'imap.gmail.com', 'app-password'],
    ['shop-example.mail.protection.outlook.com', 'outlook.office365.com', 'oauth-only'],
    ['mx.yandex.net.', 'imap.yandex.com', 'app-password'],
    ['mx2.zoho.eu', 'imappro.zoho.eu', 'enable-imap'],
    ['MX01.kurumsaleposta.com', 'mail.kurumsaleposta.com', undefined],
  ])('exchanger %s', async (exchange, host, hint) => {
    const result = await discoverServers('a@shop.example', network({ mx: { 'shop.example': [exchange] } }), idle);
    expect(result).toMatchObject({ source: 'mx', servers: { userName: 'a@shop.example', imap: { host } } });
    expect(result?.hint).toBe(hint);
  });

  test('the exchanger of a big provider is believed over the file that a web host publishes for every domain', async () => {
    const pages = { [subdomain]: autoconfig('mail.shop.example', 'mail.shop.example') };
    const mx = { 'shop.example': ['aspmx.l.google.com'] };
    expect(await discoverServers('a@shop.example', network({ pages, mx }), idle)).toMatchObject({
      source: 'mx',
      provider: 'Gmail',
    });
  });

  test('names that only look like a provider are not one', async () => {
    const mx = { 'shop.example': ['aspmx.l.google.com.evil.example', 'notgoogle.com'] };
    expect(await discoverServers('a@shop.example', network({ mx }), idle)).toBeNull();
  });

  test('a shared host is reached under the name in its certificate', async () => {
    const mx = { 'shop.example': ['srvm04.turhost.com'] };
    const hosts = ['srvm04.turhost.com'];
    expect(await discoverServers('a@shop.example', network({ mx, hosts }), idle)).toMatchObject({
      source: 'guess',
      provider: 'Turhost',
      servers: { imap: { host: 'srvm04.turhost.com', port: 993 }, smtp: { host: 'srvm04.turhost.com', port: 465 } },
    });
  });

  test('guesses keep to names that exist', async () => {
    const hosts = ['mail.shop.example', 'smtp.shop.example'];
    expect(await discoverServers('a@shop.example', network({ hosts }), idle)).toMatchObject({
      source: 'guess',
      servers: {
        imap: { host: 'mail.shop.example', security: 'tls' },
        smtp: { host: 'smtp.shop.example', security: 'tls' },
      },
    });
    const own = { mx: { 'shop.example': ['post.shop.example'] }, hosts: ['post.shop.example'] };
    expect(await discoverServers('a@shop.example', network(own), idle)).toMatchObject({
      source: 'guess',
      servers: { imap: { host: 'post.shop.example' }, smtp: { host: 'post.shop.example' } },
    });
    expect(await discoverServers('a@shop.example', network({}), idle)).toBeNull();
  });

  test('a published file that names a known server brings its hint along', async () => {
    const pages = { [wellKnown]: autoconfig('outlook.office365.com', 'smtp.office365.com') };
    expect(await discoverServers('a@shop.example', network({ pages }), idle)).toMatchObject({
      source: 'autoconfig',
      hint: 'oauth-only',
    });
  });

  test('domains in other scripts are asked for in ASCII', async () => {
    const asked: string[] = [];
    await discoverServers('bilgi@köşe.example', network({}, asked), idle);
    expect(asked).toContain(new URL('https://köşe.example').hostname);
  });

  test.each([
    '',
    'ada',
    '@shop.example',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[::1]',
    'a b@shop.example',
    'a@sh op.example',
    'a@-x.example',
    `${'a'.repeat(65)}@shop.example`,
    'a@x.example/../',
  ])('not an address: %j', async (address) => {
    await expect(discoverServers(address, network({}), idle)).rejects.toMatchObject({ code: 'bad-data' });
  });
});

describe('silence', () => {
  const never = <Value>(): Promise<Value> => new Promise(() => undefined);
  const offline = (): Promise<never> => Promise.reject(new AppError('offline', 'DNS: ECONNREFUSED'));

  test('sources that hang are given up together', async () => {
    const deps: DiscoveryDeps = {
      fetchText: never,
      resolveSrv: never,
      resolveMx: never,
      hasAddress: never,
      limitMs: 50,
    };
    await expect(discoverServers('a@shop.example', deps, idle)).rejects.toMatchObject({ code: 'offline' });
    const mx = {
      ...network({ mx: { 'shop.example': ['mx.yandex.net'] } }),
      fetchText: never<undefined>,
      limitMs: 5_000,
    };
    expect(await discoverServers('a@shop.example', mx, idle)).toMatchObject({ source: 'mx' });
  });

  test('no network is not the same as nothing there', async () => {
    const deps: DiscoveryDeps = { fetchText: offline, resolveSrv: offline, resolveMx: offline, hasAddress: offline };
    await expect(discoverServers('a@shop.example', deps, idle)).rejects.toMatchObject({ code: 'offline' });
    const partly = { ...deps, hasAddress: async (host: string) => host === 'mail.shop.example' };
    expect(await discoverServers('a@shop.example', partly, idle)).toMatchObject({ source: 'guess' });
  });

  test('it stops when asked', async () => {
    const stop = new AbortController();
    const deps: DiscoveryDeps = { fetchText: never, resolveSrv: never, resolveMx: never, hasAddress: never };
    const search = discoverServers('a@shop.example', deps, stop.signal);
    stop.abort();
    await expect(search).rejects.toMatchObject({ code: 'cancelled' });
    await expect(discoverServers('a@shop.example', deps, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('on real sockets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'defter-discovery-'));
  let certificates: Certificates;
  let dns: DnsServer;
  let web: HttpsServer;
  const pages = new Map<string, { status?: number; location?: string; body?: string }>();
  const seen: string[] = [];
  let connectTo = { host: '127.0.0.1', port: 0 };

  beforeAll(async () => {
    certificates = makeCertificates(folder);
    dns = await startDns();
    web = createServer({ cert: certificates.wrongHost.cert, key: certificates.wrongHost.key }, (request, response) => {
      seen.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
      const page = pages.get(request.url ?? '');
      response.writeHead(
        page?.status ?? (page === undefined ? 404 : 200),
        page?.location === undefined ? {} : { location: page.location },
      );
      response.end(page?.body ?? '');
    });
    await new Promise<void>((resolve) => {
      web.listen(0, '127.0.0.1', resolve);
    });
    connectTo = { host: '127.0.0.1', port: (web.address() as AddressInfo).port };
  });
  afterEach(() => {
    pages.clear();
    seen.length = 0;
  });
  afterAll(async () => {
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
    await dns.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const real = (): DiscoveryDeps => networkDiscoveryDeps({ ca: certificates.ca, connectTo, dnsServers: [dns.address] });

  test('file, SRV and MX through DNS and https', async () => {
    // The certificate is for other.example, so that its autoconfig subdomain fails and the well-known place answers.
    const path = '/.well-known/autoconfig/mail/config-v1.1.xml';
    pages.set(path, { body: autoconfig('in.other.example', 'out.other.example') });
    expect(await discoverServers('a@other.example', real(), idle)).toMatchObject({ source: 'autoconfig' });
    expect(seen).toEqual([`other.example${path}`]);

    pages.clear();
    dns.setTable({
      srv: {
        '_imaps._tcp.other.example': [{ name: 'imap.other.example', port: 993, priority: 1, weight: 1 }],
        '_submissions._tcp.other.example': [{ name: 'smtp.other.example', port: 465, priority: 1, weight: 1 }],
      },
    });
    expect(await discoverServers('a@other.example', real(), idle)).toMatchObject({ source: 'srv' });
    dns.setTable({ mx: { 'other.example': [{ exchange: 'alt1.aspmx.l.google.com', priority: 5 }] } });
    expect(await discoverServers('a@other.example', real(), idle)).toMatchObject({ source: 'mx', provider: 'Gmail' });
  });

  test('name servers that fail, for a name that exists nowhere', async () => {
    dns.setTable({
      fails: [
        'other.example',
        ...['imaps', 'imap', 'submissions', 'submission'].map((name) => `_${name}._tcp.other.example`),
      ],
    });
    const result = discoverServers('a@other.example', { ...real(), hasAddress: async () => false }, idle);
    expect(await result).toBeNull();
  });

  const get = (url: string): Promise<string | undefined> => fetchText(url, idle, { ca: certificates.ca, connectTo });

  test('pages: redirects, limits, and places it does not go to', async () => {
    pages.set('/old', { status: 302, location: '/new' });
    pages.set('/new', { body: 'found' });
    expect(await get('https://other.example/old')).toBe('found');
    expect(await get('https://other.example/missing')).toBeUndefined();
    pages.set('/loop', { status: 301, location: '/loop' });
    await expect(get('https://other.example/loop')).rejects.toMatchObject({ code: 'refused' });
    pages.set('/large', { body: 'x'.repeat(64 * 1024 + 1) });
    await expect(get('https://other.example/large')).rejects.toMatchObject({ code: 'too-large' });
    for (const location of [
      'http://other.example/new',
      'https://127.0.0.1/new',
      'https://[::1]/',
      'https://a:b@other.example/new',
      'file:///etc/passwd',
    ]) {
      pages.set('/out', { status: 302, location });
      await expect(get('https://other.example/out')).rejects.toMatchObject({ code: 'refused' });
    }
    await expect(get('https://stranger.example/new')).rejects.toMatchObject({ code: 'offline' });
    await expect(fetchText('https://localhost/', idle)).rejects.toMatchObject({ code: 'refused' });
  });
});
