// The frozen bytes of a reply: the same every time, 7-bit, CRLF, and nothing typed can become a header.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { textOfFrozen } from '../../electron/sync/connectors/email/find-copy.ts';
import { parseAddresses, parseHeader } from '../../electron/sync/connectors/email/header-fields.ts';
import { frozenReplySchema, replyContentSchema, type FrozenReply } from '../../shared/model/outbox.ts';
import { noFiles, accountOn } from './mail-account.ts';

const account = accountOn({ imapsPort: 993 } as never);

function freeze(extra: Record<string, unknown> = {}, from = account): Promise<FrozenReply> {
  const content = replyContentSchema.parse({
    outboxId: '01JH7ZQ8K2M4N6P8R0T2V4X6Z8',
    to: [{ name: 'Ayşe Öztürk', address: 'ayse@musteri.example' }],
    cc: [{ name: '', address: 'kargo@musteri.example' }],
    subject: 'Ynt: Siparişim nerede?',
    text: 'Merhaba Ayşe Hanım,\nkargo çıktı.',
    html: '<p>Merhaba Ayşe Hanım,</p><p>kargo çıktı.</p>',
    inReplyTo: 'soru@musteri.example',
    references: ['ilk@musteri.example', 'soru@musteri.example'],
    writtenAt: Date.UTC(2026, 1, 3, 10, 20, 30),
    ...extra,
  });
  return emailConnector.freeze(from, content, noFiles);
}

const headerOf = ({ payload }: FrozenReply) =>
  parseHeader(Buffer.from(payload.slice(0, payload.indexOf('\r\n\r\n')), 'latin1'), 'utf-8', 'windows-1254');

test('what is in it', async () => {
  const frozen = await freeze();
  expect(frozenReplySchema.parse(frozen)).toEqual(frozen);
  const fields = headerOf(frozen);
  expect(fields.text('from')).toBe('Zeytin Dükkânı <alice@test.local>');
  expect(fields.text('subject')).toBe('Ynt: Siparişim nerede?');
  expect(fields.raw('message-id')).toBe('<01JH7ZQ8K2M4N6P8R0T2V4X6Z8@test.local>');
  expect(fields.raw('x-defter-id')).toBe('01JH7ZQ8K2M4N6P8R0T2V4X6Z8');
  expect(fields.raw('date')).toBe('Tue, 03 Feb 2026 10:20:30 +0000');
  expect(fields.raw('in-reply-to')).toBe('<soru@musteri.example>');
  expect(fields.raw('references')).toBe('<ilk@musteri.example> <soru@musteri.example>');
  expect(fields.has('x-mailer')).toBe(false);
  expect(frozen).toMatchObject({
    rfcMessageId: '01JH7ZQ8K2M4N6P8R0T2V4X6Z8@test.local',
    envelope: { from: 'alice@test.local', to: ['ayse@musteri.example', 'kargo@musteri.example'] },
    sha256: createHash('sha256').update(frozen.payload).digest('hex'),
  });
  expect(textOfFrozen(frozen.payload).trim().split(/\r?\n/)).toEqual(['Merhaba Ayşe Hanım,', 'kargo çıktı.']);
});

test('the same content gives the same bytes, another one others', async () => {
  expect(await freeze()).toEqual(await freeze());
  expect((await freeze({ text: 'x' })).sha256).not.toBe((await freeze()).sha256);
});

test('without HTML it is plain text', async () => {
  const { payload } = await freeze({ html: '' });
  expect(payload).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  expect(payload).not.toContain('multipart');
});

describe('nothing typed breaks out', () => {
  const nasty = [
    'a\r\nBcc: x@evil.example',
    'a\nBcc: x@evil.example',
    'a\rBcc: x@evil.example',
    'a\0b',
    'a\u2028b',
    '"\\',
    '<script>',
  ];

  test.each(nasty)('%j in subject, names, sender, text and HTML', async (text) => {
    const frozen = await freeze(
      {
        subject: text,
        to: [{ name: text, address: 'ayse@musteri.example' }],
        text: `${text}\r.\r\nMAIL FROM:<x@evil.example>`,
        html: `<p>${text}</p>`,
      },
      { ...account, senderName: text },
    );
    const fields = headerOf(frozen);
    expect(fields.has('bcc')).toBe(false);
    expect(fields.count('from')).toBe(1);
    expect(parseAddresses(fields.raw('to'), undefined, 'windows-1254').map(({ address }) => address)).toEqual([
      'ayse@musteri.example',
    ]);
    expect(frozen.payload.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
  });

  test.each([
    'a@b\r\nRCPT TO:<x@evil.example>',
    'a b@c.example',
    '<a@b.example>',
    'a@',
    '@b.example',
    'no address',
    'a@b.example, c@d.example',
    '',
  ])('the address %j is refused', async (address) => {
    await expect(freeze({ to: [{ name: '', address }] })).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('ids that are no ids are left out, too many are thinned', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `id-${String(index)}@x.example`);
    const frozen = await freeze({ references: [...many, 'bad id@x', 'a@b>\r\nX: y', 'ş@x'], inReplyTo: 'a b\r\nX: y' });
    const ids = headerOf(frozen).raw('references').split(' ');
    expect([ids.length, ids[0], ids[1], ids.at(-1)]).toEqual([
      30,
      '<id-0@x.example>',
      '<id-171@x.example>',
      '<id-199@x.example>',
    ]);
    expect(headerOf(frozen).has('in-reply-to')).toBe(false);
    expect(headerOf(frozen).has('x')).toBe(false);
  });

  test('any text survives, and the bytes are 7-bit with CRLF and lines that servers take', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        async (text, subject) => {
          const { payload } = await freeze({ text, subject, html: '' });
          expect(payload).not.toMatch(/[^\p{ASCII}]/u);
          expect(payload.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          expect(Math.max(...payload.split('\r\n').map((line) => line.length))).toBeLessThan(998);
          const plain = Buffer.from(text).toString().replace(/\r\n?/g, '\n').replaceAll('\0', '');
          expect(textOfFrozen(payload).replaceAll('\r\n', '\n').trimEnd()).toBe(plain.trimEnd());
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

test('domains beyond ASCII become punycode; letters before the @ cannot be sent', async () => {
  const { envelope } = await freeze({ to: [{ name: '', address: 'bilgi@dükkân.example' }], cc: [] });
  expect(envelope.to).toEqual(['bilgi@xn--dkkn-doa7m.example']);
  await expect(freeze({ to: [{ name: '', address: 'ayşe@musteri.example' }] })).rejects.toMatchObject({
    code: 'unsupported',
  });
});

test('a recipient named twice gets one copy; nobody is an error; a long line is broken', async () => {
  const twice = await freeze({ cc: [{ name: 'x', address: 'ayse@musteri.example' }] });
  expect(twice.envelope.to).toEqual(['ayse@musteri.example']);
  await expect(freeze({ to: [], cc: [] })).rejects.toMatchObject({ code: 'bad-data' });
  const { payload } = await freeze({ text: 'x'.repeat(5000), html: `<p>${'y'.repeat(5000)}</p>` });
  expect(Math.max(...payload.split('\r\n').map((line) => line.length))).toBeLessThan(100);
});

test('files stand in base64 behind the text, under their names, in 7-bit and the same every time', async () => {
  const bytes = new Uint8Array(70_000).map((_, index) => (index * 7919) % 256);
  const content = replyContentSchema.parse({
    outboxId: 'with-files',
    to: [{ name: '', address: 'ayse@musteri.example' }],
    cc: [],
    subject: 'Fatura',
    text: 'Faturanız ekte.',
    html: '<p>Faturanız ekte.</p>',
    references: [],
    writtenAt: Date.UTC(2026, 1, 3),
    attachments: [
      { fileId: 'f1', name: 'Fatura – Ağustos.pdf', mimeType: 'application/pdf', sizeBytes: bytes.length },
      { fileId: 'f2', name: 'mail\r\nX-Evil: 1.eml', mimeType: 'message/rfc822', sizeBytes: 3 },
    ],
  });
  const read = (fileId: string) => Promise.resolve(fileId === 'f1' ? bytes : new Uint8Array([1, 2, 3]));
  const frozen = await emailConnector.freeze(account, content, read);
  expect((await emailConnector.freeze(account, content, read)).payload).toBe(frozen.payload);
  expect(/[^\p{ASCII}]/u.test(frozen.payload)).toBe(false);
  expect(/^X-Evil/im.test(frozen.payload)).toBe(false);
  expect(textOfFrozen(frozen.payload).trim()).toBe('Faturanız ekte.');
  const mail = await PostalMime.parse(frozen.payload);
  expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['Fatura – Ağustos.pdf', 'application/pdf'],
    ['mail X-Evil: 1.eml', 'application/octet-stream'],
  ]);
  expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
});
