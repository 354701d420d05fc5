// Promises in replies: what is one, by when, and what is none.
import { describe, expect, it } from 'vitest';
import { businessHoursSchema } from '../../../shared/model/business-hours.ts';
import type { Language } from '../../../shared/model/ids.ts';
import { findPromises, promisesOf } from '../../../shared/language/find-promises.ts';

const hours = businessHoursSchema.parse({ timeZone: 'Europe/Istanbul' });
/** A Wednesday, 11:30 in Istanbul. */
const now = Date.parse('2025-11-05T11:30:00+03:00');
const local = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 16);
const due = (language: Language, text: string) =>
  findPromises(text, language, now, hours).map(({ dueAt }) => local(dueAt));

const promises: [Language, string, string][] = [
  ['en', 'I will send you an answer by Friday 15:00.', '2025-11-07T15:00'],
  ['en', "I'll get back to you tomorrow.", '2025-11-06T18:00'],
  ['en', 'You will have my answer today by 3 pm.', '2025-11-05T15:00'],
  ['en', 'We will refund you within 3 business days.', '2025-11-08T14:00'],
  ['en', 'We will call you in two hours.', '2025-11-05T13:30'],
  ['en', 'I will have news by the end of the week.', '2025-11-07T18:00'],
  ['en', 'Your parcel will leave on 12 November.', '2025-11-12T18:00'],
  ['en', 'I will write again on March 3.', '2026-03-03T18:00'],
  ['en', 'I will write next Friday.', '2025-11-14T18:00'],
  ['en', 'We will reply by 9:00.', '2025-11-06T09:00'],
  ['en', 'We will reply by 4 p.m. and tell you more.', '2025-11-05T16:00'],
  ['tr', 'Cuma 15.00 itibarıyla yanıtım sizde olacak.', '2025-11-07T15:00'],
  ['tr', 'Yarın kargoya vereceğim.', '2025-11-06T18:00'],
  ['tr', 'Bugün saat 17 itibarıyla size döneceğiz.', '2025-11-05T17:00'],
  ['tr', 'Pazartesiye kadar yenisini göndereceğiz.', '2025-11-10T18:00'],
  ['en', 'I will call you tomorrow at 10.', '2025-11-06T10:00'],
  ['en', 'I will call you tomorrow morning.', '2025-11-06T12:00'],
  ['en', 'I will call you tomorrow at 3 in the afternoon.', '2025-11-06T15:00'],
  ['en', 'We will post it within 1–2 working days.', '2025-11-07T18:00'],
  ['en', 'I will write within half an hour.', '2025-11-05T12:00'],
  ['en', 'It will arrive next week.', '2025-11-14T18:00'],
  ['en', 'I will write by the end of the month.', '2025-11-30T18:00'],
  ['en', 'You will have it on the 15th.', '2025-11-15T14:00'],
  ['en', 'I am sending the new cup tomorrow.', '2025-11-06T18:00'],
  ['tr', '2 saat içinde arayacağım.', '2025-11-05T13:30'],
  ['tr', 'Yarım saat içinde arayacağım.', '2025-11-05T12:00'],
  ['tr', 'Pazartesi sabah 9’da arayacağız.', '2025-11-10T09:00'],
  ['tr', 'Bugün 17’ye kadar yazacağım.', '2025-11-05T17:00'],
  ['tr', 'Akşam 6’ya kadar yazacağım.', '2025-11-05T18:00'],
  ['tr', 'Ayın 15’inde elinizde olacak.', '2025-11-15T14:00'],
  ['tr', 'Kasım’ın 15’ine kadar göndereceğiz.', '2025-11-15T14:00'],
  ['tr', '15 Aralığa kadar göndereceğiz.', '2025-12-15T18:00'],
  ['tr', '15.11’e kadar göndereceğiz.', '2025-11-15T14:00'],
  ['tr', 'Haftaya salı göndereceğiz.', '2025-11-11T18:00'],
  ['tr', 'Haftaya göndereceğiz.', '2025-11-14T18:00'],
  ['tr', 'Ay sonuna kadar iade edeceğiz.', '2025-11-30T18:00'],
  ['tr', 'Cuma 15:00’e kadar yanıtınızı alacaksınız.', '2025-11-07T15:00'],
  ['tr', 'Yarın kargoya veriyoruz.', '2025-11-06T18:00'],
  ['tr', 'Yarın öğlene kadar ararım.', '2025-11-06T12:00'],
  ['tr', '3 iş günü içinde iade edeceğiz.', '2025-11-08T14:00'],
  ['tr', '12 Kasım’da elinizde olacak.', '2025-11-12T18:00'],
  ['tr', 'Çarşamba günü yanıtlayacağım.', '2025-11-12T18:00'],
  ['tr', 'Gün sonuna kadar haber vereceğim.', '2025-11-05T18:00'],
  ['el', 'Θα έχετε την απάντησή μου την Παρασκευή έως τις 15:00.', '2025-11-07T15:00'],
  ['el', 'Θα σας τηλεφωνήσω αύριο.', '2025-11-06T18:00'],
  ['el', 'Θα το στείλουμε εντός 2 εργάσιμων ημερών.', '2025-11-07T18:00'],
  ['el', 'Θα απαντήσουμε σε τρεις ώρες.', '2025-11-05T14:30'],
  ['el', 'Θα έχετε νέα σήμερα έως τις 3 μ.μ. από εμένα.', '2025-11-05T15:00'],
  ['el', 'Θα είναι στα χέρια σας στις 12 Νοεμβρίου.', '2025-11-12T18:00'],
  ['el', 'Θα σας απαντήσω αύριο το μεσημέρι.', '2025-11-06T14:00'],
  ['el', 'Θα σας γράψω αύριο στις 3 το μεσημέρι.', '2025-11-06T15:00'],
  ['el', 'Θα το έχετε την Παρασκευή στις 3.', '2025-11-07T15:00'],
  ['el', 'Αύριο το πρωί θα σας καλέσω.', '2025-11-06T12:00'],
  ['el', 'Θα σας γράψω στις 15 Νοέμβρη.', '2025-11-15T14:00'],
  ['el', 'Θα φύγει σε 1-2 εργάσιμες ημέρες.', '2025-11-07T18:00'],
  ['el', 'Θα σας γράψω την επόμενη εβδομάδα.', '2025-11-14T18:00'],
  ['el', 'Σας στέλνω αύριο το τιμολόγιο.', '2025-11-06T18:00'],
  ['el', 'Κυριακή θα είναι στα χέρια σας.', '2025-11-09T18:00'],
  ['el', 'Θα σας γράψω μεθαύριο το απόγευμα.', '2025-11-07T17:00'],
];
it.each(promises)('%s: %s', (language, text, expected) => {
  expect(due(language, text)).toEqual([expected]);
});

const none: [Language, string][] = [
  ['en', 'Your order 10731902284 was delivered on Friday.'],
  ['en', 'When will I hear from you, by Friday?'],
  ['en', 'We will not be open on Friday.'],
  ['en', 'If you write today, we will send it tomorrow.'],
  ['en', 'I will look into it.'],
  ['en', 'You may return it within 14 days.'],
  ['en', 'I will call you on 3.11.2025.'],
  ['en', 'I will write on 31 February.'],
  ['en', 'The parcel that left on 4 November will be replaced.'],
  ['en', 'Good morning Anna, I will look into it.'],
  ['en', 'We will refund 12.50 EUR.'],
  ['en', 'You will hear from us, we are there 24/7.'],
  ['tr', 'Cuma günü kargoya verdik.'],
  ['tr', 'Salih Bey sizi arayacak.'],
  ['tr', 'Cumali Bey ilgilenecek.'],
  ['tr', 'İyi akşamlar, ilgileneceğim.'],
  ['tr', '12.50 TL iade edeceğiz.'],
  ['tr', '₺12.50 iade edeceğiz.'],
  ['tr', 'Yarına kadar bilgi vermenizi rica ediyoruz.'],
  ['tr', 'Sizi yarın bekliyoruz.'],
  ['tr', 'Cuma günü gönderemeyeceğiz.'],
  ['tr', 'İlgileneceğim.'],
  ['tr', 'Mavi pazarlama ekibimiz memnun olacak.'],
  ['el', 'Την Παρασκευή δεν θα είμαστε ανοιχτά.'],
  ['el', 'Σας ευχαριστώ για το μήνυμά σας.'],
  ['el', 'Πότε θα έρθει, την Παρασκευή;'],
  ['el', 'Γεια σας Κυριακή, θα το δούμε.'],
  ['el', 'Παρασκευή, θα το δούμε.'],
  ['el', 'Θα σας επιστρέψουμε 12.50 ευρώ.'],
];
it.each(none)('%s: no promise in “%s”', (language, text) => {
  expect(due(language, text)).toEqual([]);
});

it('finds each promise of a letter, where it stands, and says why', () => {
  const text =
    'Merhaba Elif Hanım,\n\nDemliğinizi yarın göndereceğim. Takip numarasını Cuma 12:00’de yazacağım.\nSevgiler';
  const found = findPromises(text, 'tr', now, hours);
  expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
    'Demliğinizi yarın göndereceğim.',
    'Takip numarasını Cuma 12:00’de yazacağım.',
  ]);
  expect(found[1]?.because).toEqual({ doing: 'yazacağım', times: ['Cuma', '12:00'] });
});

it('reads each paragraph of a reply in its own language, and nothing that is quoted', () => {
  const reply =
    'Merhaba, mesajınız için çok teşekkür ederim.\nYeni kâseyi yarın kargoya vereceğim.\n\nHello, thank you for writing to us. I will send the invoice on Friday.\n\nOn Mon, Nov 3, 2025 Ayşe wrote:\n> Pazartesi göndereceğiz demiştiniz.\n> We will send it on Monday.';
  expect(
    promisesOf(reply, 'el', now, hours).map(({ from, to, dueAt }) => [reply.slice(from, to), local(dueAt)]),
  ).toEqual([
    ['Yeni kâseyi yarın kargoya vereceğim.', '2025-11-06T18:00'],
    ['I will send the invoice on Friday.', '2025-11-07T18:00'],
  ]);
});

describe('across a change of year or clock', () => {
  const dueFrom = (at: string, zone: string, language: Language, text: string) =>
    findPromises(text, language, Date.parse(at), businessHoursSchema.parse({ timeZone: zone })).map(({ dueAt }) =>
      new Date(dueAt).toISOString(),
    );

  it.each<[Language, string, string]>([
    ['tr', '2 Ocak’ta göndereceğiz.', '2026-01-02T15:00:00.000Z'],
    ['en', 'I will write on the 2nd.', '2026-01-02T15:00:00.000Z'],
    ['el', 'Θα σας γράψω την Παρασκευή στις 15:00.', '2026-01-02T12:00:00.000Z'],
    ['tr', 'Ay sonuna kadar göndereceğiz.', '2025-12-31T15:00:00.000Z'],
  ])('%s: %s on 30 December', (language, text, expected) => {
    expect(dueFrom('2025-12-30T12:00:00+03:00', 'Europe/Istanbul', language, text)).toEqual([expected]);
  });

  it('keeps the time on the wall when the clock is put back', () => {
    // Athens goes from +03:00 to +02:00 in the night to Sunday, 26 October 2025.
    const friday = '2025-10-24T12:00:00+03:00';
    expect(dueFrom(friday, 'Europe/Athens', 'el', 'Θα σας γράψω τη Δευτέρα στις 10:00.')).toEqual([
      '2025-10-27T08:00:00.000Z',
    ]);
    expect(dueFrom(friday, 'Europe/Athens', 'el', 'Θα το στείλουμε σε 3 ημέρες.')).toEqual([
      '2025-10-27T16:00:00.000Z',
    ]);
  });
});
