// What odd mails become, each through a real Dovecot: charsets, names, structures, dates, direction.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncomingMessage } from '../../shared/model/message.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { fixtureOf, pullFixtures } from './mail-account.ts';

const receivedAt = Date.UTC(2026, 0, 5, 7, 21, 0);
const turkish = 'Merhaba,\nsiparişim hâlâ gelmedi. İade için ne yapmalıyım? Çok üzgünüm, ğ ş ı.\n';
const greek = 'Καλησπέρα,\nη παραγγελία μου δεν έχει φτάσει ακόμη. Πότε θα έρθει; Ευχαριστώ.\n';

let server: DovecotServer;
let got: Map<string, IncomingMessage>;
const mail = (name: string) => fixtureOf(got, name);

beforeAll(async () => {
  server = await startDovecot();
  got = await pullFixtures(server, 'mail', receivedAt);
});
afterAll(() => server.stop());

test.each([
  ['tr-windows-1254', turkish],
  ['tr-latin5', turkish],
  ['tr-cp1254', turkish],
  ['tr-undeclared', turkish],
  ['utf8-undeclared', turkish + greek],
  ['utf8-called-8859-9', turkish],
  ['called-utf8-is-1254', turkish],
  ['us-ascii-that-is-not', turkish],
  ['el-iso-8859-7-quoted', greek],
  ['el-windows-1253', greek],
  ['el-undeclared', greek],
  ['windows-1252-quotes', 'It’s “fine” – 20 €\n'],
  ['latin1-means-1252', 'It’s “fine” – 20 €\n'],
  ['utf7', 'Hi + 20 € sipariş\n'],
])('the text of %s can be read', (name, text) => {
  expect(mail(name).text).toBe(text);
});

test('a charset that only the HTML itself names', () => {
  const message = mail('html-charset-in-meta');
  expect(message.unsafeHtml).toContain('İade için ne yapmalıyım?');
  expect(message.text).toContain('Çok üzgünüm, ğ ş ı.');
});

test('8-bit headers without a charset, encoded words, and a letter split across two of them', () => {
  expect(mail('tr-undeclared')).toMatchObject({
    subject: 'Siparişim nerede? İade',
    from: { name: 'Çağrı Güneş', address: 'cagri@alici.example' },
  });
  expect(mail('el-undeclared')).toMatchObject({ subject: 'Η παραγγελία μου', from: { name: 'Γιώργος Παππάς' } });
  expect(mail('utf8-undeclared')).toMatchObject({ subject: 'Sipariş ve παραγγελία', from: { name: 'Çağrı Güneş' } });
  expect(mail('letter-split-across-words')).toMatchObject({
    subject: 'Siparişim nerede ğşı',
    from: { name: 'Ayşe Öztürk, Ankara', address: 'ayse@musteri.example' },
  });
});

test('names of attachments, and which parts are attachments', () => {
  const { text, attachments } = mail('attachment-names');
  expect(text).toBe('ekte');
  expect(attachments.map(({ name, mimeType, ref, isInline }) => ({ name, mimeType, ref, isInline }))).toEqual([
    { name: 'Şikâyet formu İade.pdf', mimeType: 'application/pdf', ref: '2', isInline: false },
    { name: 'Τιμολόγιο.pdf', mimeType: 'application/pdf', ref: '3', isInline: false },
    { name: 'notlar.txt', mimeType: 'text/plain', ref: '4', isInline: false },
    { name: 'part-5', mimeType: 'application/octet-stream', ref: '5', isInline: false },
  ]);
  expect(attachments[0]?.sizeBytes).toBeGreaterThan(10);
});

test('structures', () => {
  expect(mail('flowed').text).toBe(
    'Bu uzun bir satır, devam ediyor.\n> alıntı da uzun\n> > daha derin\nson satır\n-- \nAyşe\n',
  );
  const picture = mail('inline-picture');
  expect(picture.text.trim()).toBe('Fotoğraf aşağıda.');
  expect(picture.unsafeHtml).toContain('cid:kirik@musteri.example');
  expect(picture.attachments).toMatchObject([
    { contentId: 'kirik@musteri.example', isInline: true, name: 'kirik.gif' },
  ]);
  expect(mail('apple-mixed').text.replace(/\s+/g, ' ').trim()).toBe('Önce bu. Sonra bu.');
  expect(mail('apple-mixed').attachments).toHaveLength(1);
  expect(mail('calendar-invitation')).toMatchObject({ text: 'Toplantı daveti', attachments: [{ name: 'part-2.ics' }] });
  expect(mail('unclosed-multipart').text).toContain('Kapanmamış');
  expect(mail('unclosed-multipart').unsafeHtml).toContain('<p>Kapanmamış</p>');
  expect(mail('nearly-nothing')).toMatchObject({
    text: 'yalnizca metin\n',
    subject: '',
    from: { address: '' },
    sentAt: receivedAt,
  });
});

test('HTML alone gets a text to search in, without styles, scripts and title', () => {
  const { text, isAutomatic } = mail('newsletter');
  expect(text).toBe('Fırsatlar\n\nBu hafta yüzde 20 indirim var.\n\n * Zeytin\n * Sabun\n\nFiyat 20 TL\n\nDükkân');
  expect(isAutomatic).toBe(true);
});

test('machines are told from people', () => {
  expect(mail('bounce')).toMatchObject({ isAutomatic: true, text: expect.stringContaining('could not be delivered') });
  expect(mail('bounce').attachments.map(({ name, mimeType }) => [name, mimeType])).toEqual([
    ['part-2.txt', 'message/delivery-status'],
    ['Ynt: Soru.eml', 'message/rfc822'],
  ]);
  expect(mail('tr-latin5').isAutomatic).toBe(false);
  expect(mail('contact-form')).toMatchObject({
    direction: 'in',
    isAutomatic: false,
    replyTo: [{ name: 'Elif Çelik', address: 'elif@musteri.example' }],
  });
});

test('addresses, thread fields and dates', () => {
  const thread = mail('long-thread');
  expect(thread).toMatchObject({
    subject: 'RE: [Zeytin] katlanmis   konu',
    rfcMessageId: 'folded-id@musteri.example',
    inReplyTo: ['parent@test.local'],
    references: ['root@test.local', 'middle@musteri.example', 'parent@test.local'],
    from: { name: 'Demir, Ayse (Ankara)', address: 'Ayse.Demir@Musteri.Example' },
    cc: [{ name: '', address: 'plain@three.example' }],
    replyTo: [{ name: '', address: 'cevap@musteri.example' }],
    sentAt: Date.UTC(2026, 0, 5, 7, 20, 30),
    receivedAt,
  });
  expect(thread.to.map(({ address }) => address)).toEqual(['alice@test.local', 'a@one.example', 'b@two.example']);
  expect(mail('from-the-future').sentAt).toBe(receivedAt);
  expect(mail('senseless-date').sentAt).toBe(receivedAt);
});

test('a Defter id in received mail proves nothing', () => {
  expect(mail('forged-defter-id')).not.toHaveProperty('outboxId');
});

test('keys tell mails apart, also those without a Message-ID', () => {
  expect(new Set([...got.values()].map(({ key }) => key)).size).toBe(got.size);
  expect(mail('no-message-id').key).toMatch(/^h:[0-9a-f]{40}$/);
});
