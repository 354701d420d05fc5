// Hostile and broken mails: every one comes through as a message that keeps the schema, and none holds up the others.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { planBody } from '../../electron/sync/connectors/email/body-plan.ts';
import { toMessage, type FetchedMail } from '../../electron/sync/connectors/email/to-message.ts';
import { incomingMessageSchema } from '../../shared/model/message.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, shop } from './mail-account.ts';
import { seeded } from './sample-mailbox.ts';

const fixtures = join(import.meta.dirname, '../fixtures/mail');
const own = { address: shop, aliases: new Set<string>() };
let server: DovecotServer;

beforeAll(async () => {
  server = await startDovecot();
});
afterAll(() => server.stop());

/** Delivers to one user and pulls; every message has passed the item schema. */
async function through(user: string, mails: readonly (string | Uint8Array)[]): Promise<Mirror> {
  await server.deliverMany(
    user,
    mails.map((raw) => ({ raw })),
  );
  const session = emailConnector.open(accountOn(server, undefined, user), depsFor(server, user));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  await session.close();
  return mirror;
}

const head = (name: string, more: readonly string[] = []): string =>
  [`From: x@evil.example`, `Subject: ${name}`, `Message-ID: <${name}@evil.example>`, 'MIME-Version: 1.0', ...more].join(
    '\r\n',
  );

/** Name → mail; sizes are those that broke other programs. */
const bombs: Readonly<Record<string, () => string>> = {
  'parts-5000': () =>
    `${head('parts-5000', ['Content-Type: multipart/mixed; boundary=b'])}\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(5000)}--b--\r\n`,
  'text-parts-300': () =>
    `${head('text-parts-300', ['Content-Type: multipart/mixed; boundary=b'])}\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(300)}--b--\r\n`,
  'deep-multipart': () => {
    const levels = Array.from({ length: 150 }, (_, index) => `b${String(index)}`);
    const open = levels
      .map((boundary) => `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`)
      .join('');
    return `${head('deep-multipart')}\r\n${open}Content-Type: text/plain\r\n\r\ndeep\r\n`;
  },
  'deep-messages': () => `${head('deep-messages')}\r\n${'Content-Type: message/rfc822\r\n\r\n'.repeat(200)}x\r\n`,
  'header-2mb': () => `${head('header-2mb', [`X-Big: ${'y'.repeat(2_000_000)}`])}\r\n\r\nafter\r\n`,
  'lines-in-header-20000': () =>
    `${head('lines-in-header-20000', ['X-Fold: a', ...Array.from({ length: 20_000 }, () => ' b')])}\r\n\r\nx\r\n`,
  'addresses-20000': () =>
    `${head('addresses-20000', [`To: ${Array.from({ length: 20_000 }, (_, index) => `a${String(index)}@x.example`).join(',\r\n ')}`])}\r\n\r\nx\r\n`,
  'references-5000': () =>
    `${head('references-5000', [`References: ${Array.from({ length: 5000 }, (_, index) => `<r${String(index)}@x.example>`).join('\r\n ')}`])}\r\n\r\nx\r\n`,
  'words-10000': () => `${head('words-10000', [`Cc: ${'=?utf-8?Q?=C5?= '.repeat(10_000)}`])}\r\n\r\nx\r\n`,
  'quotes-unclosed': () => `${head('quotes-unclosed', [`Reply-To: ${'"('.repeat(20_000)}`])}\r\n\r\nx\r\n`,
  'one-line-3mb': () => `${head('one-line-3mb', ['Content-Type: text/plain'])}\r\n\r\n${'z'.repeat(3_000_000)}\r\n`,
  'html-nested-50000': () =>
    `${head('html-nested-50000', ['Content-Type: text/html'])}\r\n\r\n${'<div>'.repeat(50_000)}text\r\n`,
  'html-attributes': () =>
    `${head('html-attributes', ['Content-Type: text/html'])}\r\n\r\n<p ${'a=b '.repeat(100_000)}>text</p>\r\n`,
  'html-meta-scan': () =>
    `${head('html-meta-scan', ['Content-Type: text/html'])}\r\n\r\n${'<meta '.repeat(100_000)}\r\n`,
  'html-tables': () =>
    `${head('html-tables', ['Content-Type: text/html'])}\r\n\r\n${'<table><tr><td>'.repeat(10_000)}text\r\n`,
  'flowed-quotes': () =>
    `${head('flowed-quotes', ['Content-Type: text/plain; format=flowed'])}\r\n\r\n${`${'>'.repeat(2000)} \r\n`.repeat(400)}\r\n`,
  'flowed-forever': () =>
    `${head('flowed-forever', ['Content-Type: text/plain; format=flowed'])}\r\n\r\n${'a \r\n'.repeat(200_000)}\r\n`,
  'parameters-2000': () =>
    `${head('parameters-2000', [`Content-Type: text/plain; ${Array.from({ length: 2000 }, (_, index) => `p*${String(index)}*=x`).join('; ')}`])}\r\n\r\nx\r\n`,
  nul: () => `${head('nul', ['Content-Type: text/plain', 'To: a\0b@x.example'])}\r\n\r\na\0b\0\r\n`,
  'bare-cr': () => `${head('bare-cr')}\r\n\r\na\rb\r.\rc\r\n`,
  'bad-base64': () => `${head('bad-base64', ['Content-Transfer-Encoding: base64'])}\r\n\r\n====\r\n%%%\r\nQQ\r\n`,
  'bad-quoted': () =>
    `${head('bad-quoted', ['Content-Transfer-Encoding: quoted-printable'])}\r\n\r\n=\r\n==\r\n=GG=C=\r\n`,
  'odd-charsets': () => `${head('odd-charsets', ['Content-Type: text/plain; charset="\u0001<x>"'])}\r\n\r\n\u00e7\r\n`,
  'utf-16-without-text': () =>
    `${head('utf-16-without-text', ['Content-Type: text/plain; charset=utf-16'])}\r\n\r\nabc\r\n`,
  'proto-names': () =>
    `${head('proto-names', ['__proto__: x', 'constructor: y', 'Content-Type: text/plain; __proto__=1; name*0*=constructor'])}\r\n\r\nx\r\n`,
  empty: () => '\r\n',
};

test.each(Object.keys(bombs))('%s', async (name) => {
  const user = 'bench@test.local';
  const mirror = await through(user, [bombs[name]!(), plainMail({ subject: `after ${name}`, to: user })]);
  expect(mirror.bySubject(`after ${name}`).text).toBe('Hello\n');
  const message = name === 'empty' ? undefined : mirror.bySubject(name);
  expect(message?.to.length ?? 0).toBeLessThanOrEqual(2000);
  expect(message?.references.length ?? 0).toBeLessThanOrEqual(100);
  expect(message?.attachments.length ?? 0).toBeLessThanOrEqual(1000);
  expect(message?.text.length ?? 0).toBeLessThanOrEqual(1024 * 1024);
  await server.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all');
});

test('a text over the limit is cut and says so', async () => {
  const mirror = await through('carol@test.local', [bombs['one-line-3mb']!()]);
  const message = mirror.bySubject('one-line-3mb');
  expect([message.text.length, message.isTruncated]).toEqual([1024 * 1024, true]);
});

test('600 mutated mails', async () => {
  const seed = Number(process.env['DEFTER_SEED'] ?? 20_261_122);
  const random = seeded(seed);
  const originals = readdirSync(fixtures).map((name) => readFileSync(join(fixtures, name)));
  const mutants = Array.from({ length: 600 }, (_, index) => {
    const bytes = Buffer.from(originals[index % originals.length]!);
    const other = originals[Math.floor(random() * originals.length)]!;
    const at = Math.floor(random() * bytes.length);
    const kind = random();
    if (kind < 0.4)
      for (let n = 0; n < 8; n += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    if (kind < 0.6) return bytes.subarray(0, at);
    if (kind < 0.8) return Buffer.concat([bytes.subarray(0, at), other.subarray(Math.floor(random() * other.length))]);
    return bytes;
  }).filter(({ length }) => length > 0);
  const mirror = await through('bob@test.local', mutants);
  // Mutants of one mail may still be the same mail to its key.
  expect(mirror.placements.size).toBe(mutants.length);
});

describe('the pure part alone', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new Uint8Array(Buffer.from(text))),
    fc.constantFrom(...readdirSync(fixtures)).map((name) => new Uint8Array(readFileSync(join(fixtures, name)))),
  );
  const type = fc.constantFrom(
    'text/plain',
    'text/html',
    'image/png',
    'message/rfc822',
    'multipart/mixed',
    'multipart/alternative',
    '/',
  );
  const structure = fc.letrec((tie) => ({
    node: fc.record(
      {
        part: fc.constantFrom('1', '1.1', '2'),
        type,
        parameters: fc.dictionary(fc.constantFrom('charset', 'name', 'format', 'delsp'), fc.string({ maxLength: 20 })),
        encoding: fc.constantFrom('base64', 'quoted-printable', '8bit', 'x-odd'),
        size: fc.nat(),
        id: fc.string({ maxLength: 30 }),
        disposition: fc.constantFrom('inline', 'attachment', 'odd'),
        childNodes: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'node' }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;

  test('whatever the bytes and the structure, a message that keeps the schema', () => {
    fc.assert(
      fc.property(bytes, bytes, structure, fc.option(fc.integer({ min: 0, max: 4e12 })), (header, body, node, date) => {
        const mail: FetchedMail = {
          mailbox: 'INBOX',
          role: 'inbox',
          uidValidity: '1',
          uid: 1,
          flags: new Set(),
          internalDate: date ?? undefined,
          sizeBytes: 1,
          serverId: undefined,
          header,
          plan: planBody(node as never),
          bodies: new Map(['1', '1.1', '2'].map((part) => [part, body])),
        };
        incomingMessageSchema.parse(toMessage(mail, own));
      }),
      { numRuns: 1500, seed: 11 },
    );
  });
});

const corpora = process.env['DEFTER_CORPORA'];

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.(eml|msg|txt)$|^msg_\d+/i.test(name) ? [path] : [];
  });
}

test.runIf(corpora !== undefined)('foreign collections of mails (DEFTER_CORPORA)', async () => {
  const paths = filesIn(corpora ?? '');
  const mails = paths.map((path) => readFileSync(path)).filter(({ length }) => length > 0);
  const startedAt = performance.now();
  const mirror = await through('alice@test.local', mails);
  const messages = [...mirror.messages.values()].map(({ message }) => message);
  console.log(
    `${String(mails.length)} mails in ${((performance.now() - startedAt) / 1000).toFixed(1)} s:`,
    `${String(messages.filter(({ from }) => from.address === '').length)} without sender,`,
    `${String(messages.filter(({ subject }) => subject === '').length)} without subject,`,
    `${String(messages.filter(({ text }) => text === '').length)} without text,`,
    `${String(messages.filter(({ text, subject }) => (text + subject).includes('\ufffd')).length)} with unreadable letters,`,
    `${String(messages.filter(({ isTruncated }) => isTruncated).length)} truncated`,
  );
  expect(mirror.placements.size).toBe(mails.length);
});
