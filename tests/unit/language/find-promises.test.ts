// Promises in replies: what is one, by when, and what is none.
import { expect, it } from 'vitest';
import { businessHoursSchema } from '../../../shared/model/business-hours.ts';
import type { Language } from '../../../shared/model/ids.ts';
import { findPromises } from '../../../shared/language/find-promises.ts';

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
  ['tr', '2 saat içinde arayacağım.', '2025-11-05T13:30'],
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
  ['tr', 'Cuma günü kargoya verdik.'],
  ['tr', 'Cuma günü gönderemeyeceğiz.'],
  ['tr', 'İlgileneceğim.'],
  ['tr', 'Mavi pazarlama ekibimiz memnun olacak.'],
  ['el', 'Την Παρασκευή δεν θα είμαστε ανοιχτά.'],
  ['el', 'Σας ευχαριστώ για το μήνυμά σας.'],
  ['el', 'Πότε θα έρθει, την Παρασκευή;'],
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
