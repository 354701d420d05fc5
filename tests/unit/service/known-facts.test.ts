// What customers have told already, and what only looks like it.
import { expect, it } from 'vitest';
import { knownFacts, type ToldMessage } from '../../../shared/service/known-facts.ts';
import { matchKeysOf, nameKey, phoneKey, sameReasons } from '../../../shared/service/same-person.ts';

const told = (text: string, more: Partial<ToldMessage> = {}): ToldMessage => ({
  direction: 'in',
  receivedAt: 1,
  text,
  attachments: [],
  ...more,
});

it('finds order numbers, telephones, addresses and photos', () => {
  const facts = knownFacts(
    [
      told('Sipariş no MC-10489, adresim:\nÇınar Mah. Gül Sok. No: 4 Daire 2, 35400 İzmir\nTelefonum 0555 000 11 22'),
      told('Fotoğraflar ekte', {
        receivedAt: 2,
        attachments: [
          { mimeType: 'image/png', isInline: false },
          { mimeType: 'image/png', isInline: true },
          { mimeType: 'application/pdf', isInline: false },
        ],
      }),
    ],
    ['MC-10489'],
  );
  expect(facts).toEqual([
    { kind: 'photos', count: 1, at: 2 },
    { kind: 'files', count: 1, at: 2 },
    { kind: 'order', value: 'MC-10489', at: 1 },
    { kind: 'phone', value: '0555 000 11 22', at: 1 },
    { kind: 'address', value: 'Çınar Mah. Gül Sok. No: 4 Daire 2, 35400 İzmir', at: 1 },
  ]);
});

it.each([
  ['Greek', 'Η διεύθυνσή μου: Οδός Ερμού 12, Τ.Κ. 10563 Αθήνα', 1],
  ['Greek, without the word for a street', 'Στείλτε το στην Ερμού 12, Αθήνα 10563', 1],
  ['English', '12 Rose Lane, BN1 4GH Brighton', 1],
  ['a price and a date', 'I paid 1.250,00 on 12.03.2026 for 2 bowls on the road', 0],
])('%s address', (_name, text, count) => {
  expect(knownFacts([told(text)], []).filter(({ kind }) => kind === 'address')).toHaveLength(count);
});

it.each(['6940000000', '210 000 0000', '0555 000 11 22', '555 000 11 22', '+30 694 000 0000'])(
  'takes %s for a telephone',
  (number) => {
    expect(knownFacts([told(`Tel. ${number}`)], [])).toEqual([{ kind: 'phone', value: number, at: 1 }]);
  },
);

it('takes other long numbers for none', () => {
  expect(knownFacts([told('Takip 1234567890, sipariş 5550001122')], ['5550001122'])).toEqual([
    { kind: 'order', value: '5550001122', at: 1 },
  ]);
});

it('takes a tax number for neither a telephone nor an address', () => {
  const invoice = 'Çankaya Vergi Dairesi\nVergi no: 012 345 67 89\nΑΦΜ: 0123456789';
  expect(knownFacts([told(invoice)], [])).toEqual([]);
});

it('leaves out what the shop wrote and what was quoted', () => {
  expect(knownFacts([told('Order MC-1', { direction: 'out' }), told('Thanks!\n\n> Order MC-1')], ['MC-1'])).toEqual([]);
});

it('knows the same telephone and the same name in other spellings', () => {
  expect(phoneKey('+90 (555) 000 11 22')).toBe(phoneKey('0555 0001122'));
  expect(phoneKey('12345')).toBe('');
  expect(nameKey('YILMAZ, Ayşe')).toBe(nameKey('ayse yilmaz'));
  expect(nameKey('Ayşe')).toBe('');
  expect(matchKeysOf({ id: 'x', name: '', handles: ['email:A@b.example', 'phone:+905550001122'] })).toEqual([
    'e:a@b.example',
    'p:5550001122',
  ]);
});

it('gives reasons for one person and none for two', () => {
  const one = { id: 'a', name: 'Ayşe Yılmaz', handles: ['email:a@b.example'], city: 'İzmir' };
  const on = (more: object) => ({ id: 'b', name: 'Ayse Yilmaz', handles: ['trendyol:1'], ...more });
  expect(sameReasons(one, on({ city: 'IZMIR' }), false)).toEqual(['name-city']);
  expect(sameReasons(one, on({}), true)).toEqual(['order', 'name']);
  expect(sameReasons(one, on({ city: 'Ankara' }), false)).toEqual([]);
  expect(sameReasons(one, on({ name: 'A. Y.', profile: { email: 'A@B.example' } }), false)).toEqual(['email']);
});
