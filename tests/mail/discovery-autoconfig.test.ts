// The published configuration file, from friend and foe.
import { describe, expect, test } from 'vitest';
import { readAutoconfig } from '../../electron/sync/connectors/email/discovery/autoconfig.ts';
import { splitAddress } from '../../electron/sync/connectors/email/discovery/mail-address.ts';
import { discoveryResultSchema } from '../../shared/model/discovery.ts';

const address = splitAddress('bilgi@shop.example');

interface Parts {
  host?: string;
  port?: string | number;
  socket?: string;
  user?: string;
  auth?: string[];
}

const element = (
  tag: string,
  type: string,
  {
    host = 'mail.shop.example',
    port = 993,
    socket = 'SSL',
    user = '%EMAILADDRESS%',
    auth = ['password-cleartext'],
  }: Parts,
): string =>
  `<${tag} type="${type}"><hostname>${host}</hostname><port>${String(port)}</port><socketType>${socket}</socketType>
  <username>${user}</username>${auth.map((way) => `<authentication>${way}</authentication>`).join('')}</${tag}>`;
const imap = (parts: Parts = {}): string => element('incomingServer', 'imap', parts);
const smtp = (parts: Parts = {}): string => element('outgoingServer', 'smtp', { port: 465, ...parts });
const file = (...inner: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<clientConfig version="1.1"><emailProvider id="shop.example"><domain>shop.example</domain>${inner.join('')}</emailProvider></clientConfig>`;
const read = (xml: string): ReturnType<typeof readAutoconfig> => readAutoconfig(xml, address);

describe('what it reads', () => {
  test('placeholders, name, help page', () => {
    const xml = file(
      '<displayName>Dükkân &amp; Co</displayName>',
      imap({ host: 'imap.%EMAILDOMAIN%', user: '%EMAILLOCALPART%@%EMAILDOMAIN%' }),
      smtp(),
      '<documentation url="https://help.shop.example/mail"><descr lang="tr">Yardım</descr></documentation>',
    );
    const result = read(xml);
    expect(discoveryResultSchema.parse(result)).toMatchObject({
      servers: { userName: 'bilgi@shop.example', imap: { host: 'imap.shop.example' } },
      helpUrl: 'https://help.shop.example/mail',
    });
  });

  test('POP3 and unencrypted servers are passed over, TLS is preferred, else the order of the file', () => {
    const xml = file(
      element('incomingServer', 'pop3', { host: 'pop.shop.example', port: 995 }),
      imap({ host: 'plain.shop.example', port: 143, socket: 'plain' }),
      imap({ host: 'start.shop.example', port: 143, socket: 'STARTTLS' }),
      imap({ host: 'tls.shop.example' }),
      smtp({ host: 'one.shop.example', port: 587, socket: 'STARTTLS' }),
      smtp({ host: 'two.shop.example', port: 2587, socket: 'STARTTLS' }),
    );
    expect(read(xml)?.servers).toMatchObject({
      imap: { host: 'tls.shop.example', security: 'tls' },
      smtp: { host: 'one.shop.example', port: 587, security: 'starttls' },
    });
    expect(read(file(imap({ socket: 'plain' }), smtp()))).toBeUndefined();
    expect(read(file(imap()))).toBeUndefined();
  });

  test('OAuth only where no password works', () => {
    expect(read(file(imap({ auth: ['OAuth2'] }), smtp()))?.hint).toBe('oauth-only');
    expect(read(file(imap({ auth: ['OAuth2', 'password-cleartext'] }), smtp()))?.hint).toBeUndefined();
  });

  test('the first provider with both servers', () => {
    const first = `<emailProvider id="a">${imap()}</emailProvider>`;
    const second = `<emailProvider id="b">${imap({ host: 'b.shop.example' })}${smtp()}</emailProvider>`;
    expect(read(`<clientConfig>${first}${second}</clientConfig>`)?.servers.imap.host).toBe('b.shop.example');
  });
});

describe('what it refuses', () => {
  test.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><html><body>Not found</body></html>'],
    ['another file', '<rss><channel/></rss>'],
    ['text', 'Not found'],
    ['JSON', '{"imap": true}'],
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${file(imap({ host: '&b;' }), smtp())}`],
    ['an outside entity', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file(imap(), smtp())}`],
    ['deep nesting', '<clientConfig>' + '<a>'.repeat(5_000)],
    ['names of JavaScript', file(imap(), smtp(), '<__proto__><hostname>x.example</hostname></__proto__>')],
    ['binary', '\u0000\u0001\u0002<clientConfig'],
  ])('%s', (_name, xml) => {
    expect(() => read(xml)).toThrow(expect.objectContaining({ code: 'bad-data' }));
  });

  test('too much', () => {
    expect(() => read(file(imap(), smtp(), ' '.repeat(65 * 1024)))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  test.each([
    ['host with a path', imap({ host: 'mail.shop.example/x' })],
    ['host with a port', imap({ host: 'mail.shop.example:1' })],
    ['host with spaces', imap({ host: 'mail shop.example' })],
    ['an IP address', imap({ host: '127.0.0.1' })],
    ['localhost', imap({ host: 'localhost' })],
    ['an entity in the host', imap({ host: 'mail&#46;shop.example' })],
    ['no host', imap({ host: '' })],
    ['port 0', imap({ port: 0 })],
    ['port 70000', imap({ port: 70_000 })],
    ['port in words', imap({ port: 'ninety' })],
    ['an unknown socket type', imap({ socket: 'magic' })],
    ['line break in the user name', imap({ user: 'a\nA1 LOGOUT' })],
    ['an endless user name', imap({ user: 'a'.repeat(400) })],
    ['an element of text only', '<incomingServer>imap</incomingServer>'],
    ['an element of attributes only', '<incomingServer type="imap"/>'],
  ])('a server with %s', (_name, bad) => {
    expect(read(file(bad, smtp()))).toBeUndefined();
  });

  test('help pages that are no https pages', () => {
    for (const url of [
      'http://x.example',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'x',
      `https://x.example/${'a'.repeat(2000)}`,
    ]) {
      expect(read(file(imap(), smtp(), `<documentation url="${url}"/>`))?.helpUrl).toBeUndefined();
    }
  });
});
