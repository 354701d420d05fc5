// Reminders in notes: the time after an @, in any language, whatever language the app speaks.
import { describe, expect, it } from 'vitest';
import { readReminder } from '../../../shared/language/read-reminder.ts';
import { businessHoursSchema } from '../../../shared/model/business-hours.ts';
import type { Language } from '../../../shared/model/ids.ts';

const hours = businessHoursSchema.parse({ timeZone: 'Europe/Istanbul' });
/** A Wednesday, 11:30 in Istanbul. */
const now = Date.parse('2025-11-05T11:30:00+03:00');
const read = (note: string, language: Language) => {
  const reminder = readReminder(note, language, now, hours);
  return reminder && [new Date(reminder.at + 3 * 3_600_000).toISOString().slice(0, 16), reminder.words];
};

describe.each<Language>(['en', 'tr', 'el'])('with the app in %s', (language) => {
  it.each([
    ['@tomorrow 10:00', '2025-11-06T10:00', 'tomorrow 10:00'],
    ['Call back @tomorrow at 10', '2025-11-06T10:00', 'tomorrow at 10'],
    ['@in 2 hours', '2025-11-05T13:30', 'in 2 hours'],
    ['@2h', '2025-11-05T13:30', '2h'],
    ['@cuma 15:00 ara', '2025-11-07T15:00', 'cuma 15:00'],
    ['@yarın saat 9', '2025-11-06T09:00', 'yarın saat 9'],
    ['@2 saat', '2025-11-05T13:30', '2 saat'],
    ['@30dk', '2025-11-05T12:00', '30dk'],
    ['@haftaya', '2025-11-10T09:00', 'haftaya'],
    ['@pazartesi sabah', '2025-11-10T09:00', 'pazartesi sabah'],
    ['@αύριο στις 10', '2025-11-06T10:00', 'αύριο στις 10'],
    ['@Παρασκευή 15:00', '2025-11-07T15:00', 'Παρασκευή 15:00'],
    ['@την Παρασκευή το μεσημέρι', '2025-11-07T14:00', 'την Παρασκευή το μεσημέρι'],
    ['@3 ημέρες', '2025-11-08T10:00', '3 ημέρες'],
  ])('%s', (note, at, words) => {
    expect(read(note, language)).toEqual([at, words]);
  });
});

it('is when the shop opens where no time is named, also on a day on which it is closed', () => {
  expect(read('@yarın', 'tr')).toEqual(['2025-11-06T09:00', 'yarın']);
  expect(read('@sunday', 'en')).toEqual(['2025-11-09T10:00', 'sunday']);
});

it('takes the time that stands at the @, not another one in the note', () => {
  expect(read('@yarın müşteriyi ara, kargo cuma gelecek', 'tr')).toEqual(['2025-11-06T09:00', 'yarın']);
});

it.each(['@Ayşe cuma günü aradı', 'deniz@yarin.example', 'yarın ara', '@', '@31.02.2026'])(
  'reads none in “%s”',
  (note) => {
    expect(read(note, 'tr')).toBeNull();
  },
);
