// Quoting: the newly written part of replies from the common mail programs; nothing is lost and nothing new is hidden.
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionLine, quoteForReply, snippetOf, splitQuoted } from '../../../shared/mail/quoting.ts';
import { isDeviceSignature } from '../../../shared/mail/signature.ts';
import { allFresh, replySamples } from './quoting-samples.ts';

const filledLines = (text: string | null): string[] =>
  (text ?? '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('splitQuoted', () => {
  it.each(replySamples)('$name', ({ text, fresh, signature }) => {
    for (const variant of [text, text.replaceAll('\n', '\r\n'), `\n\n${text}\n\n`]) {
      const split = splitQuoted(variant);
      expect(split.fresh).toBe(fresh);
      expect(split.signature).toBe(signature ?? null);
    }
  });

  it.each(allFresh)('keeps everything of %j', (text) => {
    expect(splitQuoted(text)).toEqual({ fresh: text, quoted: null, signature: null });
  });

  it('keeps reply and answer when a person writes above and below', () => {
    const text = 'Hi,\n\nOn Fri, Nov 20, 2026 at 10:12 AM Shop <s@shop.example> wrote:\n> When?\n\nTomorrow.';
    expect(splitQuoted(text)).toEqual({
      fresh: 'Hi,\n\nTomorrow.',
      quoted: 'On Fri, Nov 20, 2026 at 10:12 AM Shop <s@shop.example> wrote:\n> When?',
      signature: null,
    });
  });

  it('takes an empty text', () => {
    expect(splitQuoted('')).toEqual({ fresh: '', quoted: null, signature: null });
  });

  const line = fc.constantFrom(
    'Merhaba',
    '',
    '> eski',
    '>',
    '--',
    '-- ',
    '____________________',
    'On Fri, Nov 20, 2026 at 10:12 AM Shop <s@shop.example> wrote:',
    'wrote:',
    '<s@shop.example>',
    '3 Mar 2025 10:11 tarihinde',
    'şunu yazdı:',
    'From: Shop <s@shop.example>',
    'Sent: 20 Nov 2026',
    'To: me@customer.example',
    'Konu: x',
    '-----Orijinal İleti-----',
    'Sent from my iPhone',
    '>:',
    ':',
  );

  it('puts every line in exactly one part', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, lineBreak) => {
        const text = lines.join(lineBreak);
        const { fresh, quoted, signature } = splitQuoted(text);
        const kept = [...filledLines(fresh), ...filledLines(quoted), ...filledLines(signature)];
        expect(kept.sort()).toEqual(filledLines(text).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('works in time proportional to the length, also for hostile texts', () => {
    const hostile: Record<string, (length: number) => string> = {
      marks: (length) => '>\n'.repeat(length / 2),
      'line breaks': (length) => '\n'.repeat(length),
      spaces: (length) => `a${' '.repeat(length)}b`,
      colons: (length) => 'a 1:\n'.repeat(length / 5),
      verbs: (length) => 'x wrote:\n'.repeat(length / 9),
      brackets: (length) => `${'<'.repeat(250)}@:\n`.repeat(length / 253),
      headers: (length) => 'From: a\nx\n'.repeat(length / 10),
      attributions: (length) => 'On x <a@b>\n'.repeat(length / 11),
      stars: (length) => `${'* '.repeat(250)}:\n`.repeat(length / 502),
    };
    for (const [name, make] of Object.entries(hostile)) {
      const [half = 0, whole = 0] = [500_000, 1_000_000].map((length) => {
        const text = make(length);
        const startedAt = performance.now();
        const split = splitQuoted(text);
        expect(split.fresh.length + (split.quoted?.length ?? 0)).toBeLessThanOrEqual(text.length + 1);
        return performance.now() - startedAt;
      });
      console.log(
        `splitQuoted, ${name}: 1 MB in ${whole.toFixed(0)} ms, ${(whole / half).toFixed(1)} times as long as 0.5 MB`,
      );
    }
  });
});

describe('isDeviceSignature', () => {
  it.each([
    'Sent from my Verizon Wireless BlackBerry',
    'Sent from Outlook for Android<https://mail.example/get>',
    'Get Outlook for iOS',
    'Sent via Samsung Galaxy A54',
    "iPhone'umdan gönderildi",
    'iPad’imden gönderildi.',
    'Android cihazımdan gönderildi',
    'Samsung Galaxy akıllı telefonumdan gönderildi',
    'Yahoo Mail’den gönderildi',
    'Windows için Posta uygulamasından gönderildi',
    'Outlook’tan gönderildi',
    'iOS için Outlook uygulamasını edinin',
    'Στάλθηκε από το κινητό μου',
    'Στάλθηκε από το Outlook για Android',
    'Αποστολή από το iPad μου',
    'Von meinem iPhone gesendet',
    'Gesendet mit der Yahoo Mail App',
    'Envoyé de mon iPhone',
  ])('%s', (line) => {
    expect(isDeviceSignature(line)).toBe(true);
  });
});

describe('quoteForReply', () => {
  it('marks every line and deepens what is quoted already', () => {
    expect(quoteForReply('a\r\n\r\n> b\n c \n\n', 'X wrote:')).toBe('X wrote:\n> a\n>\n>> b\n>  c');
  });

  it('keeps line breaks out of the attribution', () => {
    expect(quoteForReply('a', 'X\nwrote:').split('\n')).toEqual(['X wrote:', '> a']);
  });

  it('is found again when the reply comes back, in every language', () => {
    const words = fc.stringMatching(/^[a-zşğΑ-Ω]{1,9}( [a-zşğΑ-Ω]{1,9}){0,5}$/);
    const name = fc.constantFrom('Ayşe Yılmaz', 'Νίκος Παπάς', '', 'A <B>', 'Long Name '.repeat(8).trim());
    fc.assert(
      fc.property(
        words,
        fc.array(words, { minLength: 1, maxLength: 5 }),
        name,
        fc.constantFrom('en', 'tr', 'el'),
        fc.integer({ min: 1_000_000_000_000, max: 2_000_000_000_000 }),
        (reply, original, sender, language, at) => {
          const attribution = attributionLine({ name: sender, address: 'a@b.example' }, at, 'Europe/Athens', language);
          const quoted = quoteForReply(original.join('\n'), attribution);
          expect(splitQuoted(`${reply}\n\n${quoted}`)).toEqual({ fresh: reply, quoted, signature: null });
        },
      ),
    );
  });
});

describe('attributionLine', () => {
  const at = Date.UTC(2026, 10, 22, 8, 12);
  it.each([
    ['en', 'On 22 Nov 2026, 10:12, Ayşe <a@b.example> wrote:'],
    ['tr', '22 Kas 2026 10:12 tarihinde Ayşe <a@b.example> şunu yazdı:'],
    ['el', 'Στις 22 Νοε 2026, 10:12, ο/η Ayşe <a@b.example> έγραψε:'],
  ] as const)('%s', (language, expected) => {
    expect(attributionLine({ name: 'Ayşe', address: 'a@b.example' }, at, 'Europe/Athens', language)).toBe(expected);
  });
});

describe('snippetOf', () => {
  it.each([
    ['Merhaba,\n\n  iade   istiyorum.\n\n> eski', 'Merhaba, iade istiyorum.'],
    ['> only\n>> quoted', 'only quoted'],
    ['-----Original Message-----\nold text', '-----Original Message----- old text'],
    ['', ''],
  ])('of %j', (text, expected) => {
    expect(snippetOf(text, 60)).toBe(expected);
  });

  it('is one line within the length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '>', '🙂', '\t'), maxLength: 200 }),
        (text) => {
          const snippet = snippetOf(text, 20);
          expect(snippet.length).toBeLessThanOrEqual(20);
          expect(snippet).toMatch(/^[^\n\r\t]*$/);
        },
      ),
    );
  });
});
