// Acknowledgements: to whom never, by when, in which words; and praise beside what only sounds like it.
import { expect, it } from 'vitest';
import { acknowledgementText } from '../../../shared/language/acknowledgement.ts';
import { findPromises } from '../../../shared/language/find-promises.ts';
import { praiseIn } from '../../../shared/language/praise.ts';
import { businessHoursSchema } from '../../../shared/model/business-hours.ts';
import type { Language } from '../../../shared/model/ids.ts';
import { answerTime, whyNotAcknowledged, type AcknowledgementCase } from '../../../shared/service/acknowledge.ts';

const hours = businessHoursSchema.parse({ timeZone: 'Europe/Istanbul' });
const at = (text: string) => Date.parse(`${text}:00+03:00`);
const now = at('2025-11-05T11:10');
const base: AcknowledgementCase = {
  channel: 'email',
  isAutomatic: false,
  hasOutbound: false,
  isClosed: false,
  message: {
    direction: 'in',
    isAutomatic: false,
    isRelayed: false,
    from: { name: 'Ayşe', address: 'ayse@customer.example' },
    replyTo: [],
    receivedAt: now - 60_000,
  },
  own: ['shop@defter.example'],
  lastWrittenAt: null,
  agentName: 'Defne',
};
const message = (change: Partial<AcknowledgementCase['message']>) => ({
  ...base,
  message: { ...base.message, ...change },
});

it.each<[string, AcknowledgementCase, ReturnType<typeof whyNotAcknowledged>]>([
  ['a person who wrote', base, null],
  ['a marketplace', { ...base, channel: 'trendyol' }, 'channel'],
  ['a marketplace relay', message({ isRelayed: true }), 'channel'],
  ['an automatic answer or a list', message({ isAutomatic: true }), 'automatic'],
  ['a conversation of machines', { ...base, isAutomatic: true }, 'automatic'],
  ['one that was answered or acknowledged', { ...base, hasOutbound: true }, 'answered'],
  ['a closed one', { ...base, isClosed: true }, 'closed'],
  ['an address that nobody reads', message({ from: { name: '', address: 'no-reply@shop.example' } }), 'no-reply'],
  [
    'a reply-to that nobody reads',
    message({ replyTo: [{ name: '', address: 'donotreply@shop.example' }] }),
    'no-reply',
  ],
  ['ourselves', message({ from: { name: '', address: 'Shop@Defter.example' } }), 'own'],
  ['ourselves by reply-to', message({ replyTo: [{ name: '', address: 'shop@defter.example' }] }), 'own'],
  ['mail of the day before yesterday', message({ receivedAt: now - 2 * 86_400_000 }), 'old'],
  ['somebody written to today', { ...base, lastWrittenAt: now - 3_600_000 }, 'recent'],
  ['when nobody is named', { ...base, agentName: ' ' }, 'nobody'],
])('%s', (_name, given, expected) => {
  expect(whyNotAcknowledged(given, now)).toBe(expected);
});

it('promises a half hour within business hours', () => {
  expect(answerTime(hours, now, 120)).toBe(at('2025-11-05T13:30'));
  expect(answerTime(hours, at('2025-11-07T17:50'), 120)).toBe(at('2025-11-08T12:00'));
  expect(answerTime(hours, at('2025-11-09T12:00'), 120)).toBe(at('2025-11-10T11:00'));
});

it.each<Language>(['en', 'tr', 'el'])(
  'names a person and a time in %s, and is itself found as a promise',
  (language) => {
    for (const answerAt of [at('2025-11-05T13:30'), at('2025-11-10T11:00')]) {
      const words = {
        greetingName: 'Ada',
        agentName: 'Defne',
        shopName: 'Mavi Çini',
        answerAt,
        now,
        timeZone: 'Europe/Istanbul',
      };
      const text = acknowledgementText(language, words);
      expect(text).toContain('Ada');
      expect(text).toContain('Defne, Mavi Çini');
      expect(findPromises(text, language, now, hours).map(({ dueAt }) => dueAt)).toEqual([answerAt]);
    }
  },
);

it.each<[Language, string, boolean]>([
  ['en', 'I love the bowl, thank you so much!', true],
  ['en', 'Thank you, but the bowl arrived broken.', false],
  ['en', 'Thank you.', false],
  ['en', 'Lovely shop! Do you have it in blue?', false],
  ['tr', 'Paketleme harikaydı, çok teşekkür ederim, tekrar alışveriş yapacağım 💙', true],
  ['tr', 'Elinize sağlık, çok beğendim.', true],
  ['tr', 'Teşekkürler ama vazo kırık geldi.', false],
  ['el', 'Το βάζο είναι υπέροχο, σας ευχαριστώ!', true],
  ['el', 'Ευχαριστώ, όμως το βάζο έφτασε σπασμένο.', false],
])('%s: %s', (language, text, expected) => {
  expect(praiseIn(text, language).length > 0).toBe(expected);
});
