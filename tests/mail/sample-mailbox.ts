// A seeded mailbox as small shops have them: Turkish, Greek and English, plain, HTML and both, old charsets, attachments, threads.
import { shop } from './mail-account.ts';

/** A small repeatable random source (mulberry32), 0 … 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const people = [
  { name: 'Ayşe Öztürk', address: 'ayse@musteri.example' },
  { name: 'Çağrı Güneş', address: 'cagri@alici.example' },
  { name: 'Γιώργος Παππάς', address: 'giorgos@pelatis.example' },
  { name: 'Ελένη Νικολάου', address: 'eleni@agora.example' },
  { name: 'Nora Field', address: 'nora@buyer.example' },
] as const;
const sentences = [
  'Merhaba, siparişim hâlâ gelmedi, kargo takip numarası nedir?',
  'Ürün güzel ama İstanbul’a üç günde geldi, teşekkür ederim.',
  'Η παραγγελία μου δεν έχει φτάσει ακόμη, πότε θα την παραλάβω;',
  'Ευχαριστώ πολύ για τη γρήγορη απάντηση!',
  'My parcel arrived broken, please send another one.',
  'Could you tell me which size fits a twelve year old?',
];

/** windows-1254 bytes of Turkish text; letters it does not have become question marks. */
export function windows1254(text: string): Buffer {
  const special: Readonly<Record<string, number>> = {
    Ğ: 0xd0,
    İ: 0xdd,
    Ş: 0xde,
    ğ: 0xf0,
    ı: 0xfd,
    ş: 0xfe,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '€': 0x80,
  };
  return Buffer.from(
    Array.from(text, (letter) => special[letter] ?? (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : 63)),
  );
}

/** windows-1253 bytes of Greek text. */
export function windows1253(text: string): Buffer {
  const special: Readonly<Record<string, number>> = { Ά: 0xa2, '΅': 0xa1, '’': 0x92, '€': 0x80 };
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return special[letter] ?? (code >= 0x384 && code <= 0x3ce ? code - 0x2d0 : code < 256 ? code : 63);
    }),
  );
}

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const wrap = (base64: string): string => base64.replace(/.{76}/g, '$&\r\n');

export interface SampleMail {
  raw: Buffer;
  flags: string[];
  receivedAt: number;
  mailbox: 'INBOX' | 'Sent';
}

/** `count` mails, oldest first, ten minutes apart; the same for the same seed. About 4 kB each, 40 kB with an attachment. */
export function* sampleMailbox(count: number, seed = 1): Generator<SampleMail> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? list[0]!;
  for (let index = 0; index < count; index += 1) {
    const isSent = random() < 0.25;
    const person = pick(people);
    const receivedAt = Date.UTC(2025, 0, 1) + index * 600_000;
    const text = Array.from({ length: 3 + Math.floor(random() * 20) }, () => pick(sentences)).join('\r\n');
    const thread = Math.floor(index / 3);
    const from = isSent ? `${word('Zeytin Dükkânı')} <${shop}>` : `${word(person.name)} <${person.address}>`;
    const to = isSent ? `${word(person.name)} <${person.address}>` : shop;
    const head = [
      `Received: from mx${String(index % 7)}.example ([192.0.2.${String(index % 250)}]) by mail.test.local; ${new Date(receivedAt).toUTCString()}`,
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${word(`${index % 3 === 0 ? '' : 'Re: '}Sipariş ${String(thread)} hakkında`)}`,
      `Date: ${new Date(receivedAt - 5_000).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <sample-${String(seed)}-${String(index)}@test.example>`,
      ...(index % 3 === 0
        ? []
        : [
            `In-Reply-To: <sample-${String(seed)}-${String(index - 1)}@test.example>`,
            `References: <sample-${String(seed)}-${String(thread * 3)}@test.example>`,
          ]),
      'MIME-Version: 1.0',
    ];
    const html = `<html><body><p>${text.replaceAll('\r\n', '</p><p>')}</p><table><tr><td>Sipariş</td><td>${String(thread)}</td></tr></table></body></html>`;
    const kind = random();
    const body = bodyOf(kind, text, html, `b${String(index)}`);
    const flags = random() < 0.7 ? ['\\Seen'] : [];
    if (random() < 0.3) flags.push('\\Answered');
    yield {
      raw: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n`), body]),
      flags,
      receivedAt,
      mailbox: isSent ? 'Sent' : 'INBOX',
    };
  }
}

function bodyOf(kind: number, text: string, html: string, boundary: string): Buffer {
  const utf8 = (part: string): Buffer => Buffer.from(part);
  const plainPart = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrap(Buffer.from(text).toString('base64'))}\r\n`;
  const htmlPart = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}\r\n`;
  if (kind < 0.25)
    return utf8(`Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n`);
  if (kind < 0.32)
    return Buffer.concat([
      utf8('Content-Type: text/plain; charset=windows-1254\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'),
      windows1254(text),
    ]);
  if (kind < 0.37)
    return Buffer.concat([
      utf8('Content-Type: text/plain; charset=iso-8859-7\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'),
      windows1253(text),
    ]);
  if (kind < 0.5) return utf8(htmlPart);
  const alternative = `Content-Type: multipart/alternative; boundary=${boundary}\r\n\r\n--${boundary}\r\n${plainPart}--${boundary}\r\n${htmlPart}--${boundary}--\r\n`;
  if (kind < 0.9) return utf8(alternative);
  const photo = wrap(Buffer.alloc(30_000, 7).toString('base64'));
  return utf8(
    `Content-Type: multipart/mixed; boundary=m${boundary}\r\n\r\n--m${boundary}\r\n${alternative}--m${boundary}\r\nContent-Type: image/jpeg; name="foto.jpg"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="foto.jpg"\r\n\r\n${photo}\r\n--m${boundary}--\r\n`,
  );
}
