// Files of customers, calls and orders: headings in three languages, dates and amounts as people write them, and lines that are wrong.
import { expect, it } from 'vitest';
import { guessMapping, missingFields } from '../../../shared/service/import/columns.ts';
import { planImport } from '../../../shared/service/import/plan-import.ts';
import {
  readAmount,
  readCurrency,
  readDate,
  readDirection,
  readMinutes,
  readMissed,
  readStatus,
} from '../../../shared/service/import/read-values.ts';

const zone = 'Europe/Istanbul';
const options = { zone, currency: 'TRY' };

it.each<[string, string | null]>([
  ['2025-11-07', '2025-11-07T09:00:00.000Z'],
  ['07.11.2025', '2025-11-07T09:00:00.000Z'],
  ['7/11/25 14:30', '2025-11-07T11:30:00.000Z'],
  ['11/27/2025 2:05 PM', '2025-11-27T11:05:00.000Z'],
  ['2025-11-07 14.30', '2025-11-07T11:30:00.000Z'],
  ['2025-11-07T14:30:00Z', '2025-11-07T14:30:00.000Z'],
  ['Nov 7, 2025', '2025-11-07T09:00:00.000Z'],
  ['Nov-07-25 14:30', '2025-11-07T11:30:00.000Z'],
  ['Fri, 7 Nov 2025', '2025-11-07T09:00:00.000Z'],
  ['7 Kasım 2025 14:30', '2025-11-07T11:30:00.000Z'],
  ['7 Νοεμβρίου 2025', '2025-11-07T09:00:00.000Z'],
  ['7 Ιουλ 2025', '2025-07-07T09:00:00.000Z'],
  ['7.11.2025 2:30 μ.μ.', '2025-11-07T11:30:00.000Z'],
  ['7.11.2025 ÖS 2:30', '2025-11-07T11:30:00.000Z'],
  ['2025-11-07 14:30:15.123', '2025-11-07T11:30:00.000Z'],
  ['20251107', '2025-11-07T09:00:00.000Z'],
  ['45978', '2025-11-17T09:00:00.000Z'],
  ['45978.5', '2025-11-17T09:00:00.000Z'],
  ['45978,604166666664', '2025-11-17T11:30:00.000Z'],
  ['45978.6046875', '2025-11-17T11:30:00.000Z'],
  ['45978.9999999', '2025-11-17T21:00:00.000Z'],
  ['45658.000694444', '2024-12-31T21:01:00.000Z'],
  ['34710', null],
  ['73051', null],
  ['459780', null],
  ['7 Foo 2025', null],
  ['31 Şubat 2025', null],
  ['20251307', null],
  ['31.02.2025', null],
  ['yesterday', null],
  ['', null],
])('date %s', (text, expected) => {
  const at = readDate(text, zone);
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
});

it.each<[string, number | null]>([
  ['1.234,50 TL', 123_450],
  ['1,234.50', 123_450],
  ['₺1.234', 123_400],
  ['12,5', 1250],
  ['99', 9900],
  ['-3,00', -300],
  ['−5,00 €', -500],
  ['(3,00)', -300],
  ['₺ 1.250,-', 125_000],
  ['free', null],
])('amount %s', (text, expected) => {
  expect(readAmount(text)).toBe(expected);
});

it.each<[string, string | null]>([
  ['Unshipped', 'paid'],
  ['Unfulfilled', 'paid'],
  ['Kargoya verilmeyi bekliyor', 'paid'],
  ['Fulfilled', 'shipped'],
  ['Unpaid', 'placed'],
  ['Ödeme bekliyor', 'placed'],
  ['Teslim edilemedi', 'returned'],
  ['Δεν παραδόθηκε', 'returned'],
  ['Undelivered', 'returned'],
])('state %s', (text, expected) => {
  expect(readStatus(text)).toBe(expected);
});

it.each([
  [
    'orders',
    'Order ID|Order Date|Buyer|Buyer Email|Order Total|Item Name|Qty|Ship City',
    'number|at|name|email|total|item|quantity|city',
  ],
  [
    'orders',
    'Sipariş Numarası|Alıcı|Alıcı E-Posta|Fatura Tutarı|Ürün Adı|Kargo Takip No',
    'number|name|email|total|item|tracking',
  ],
  ['orders', 'Αρ. παραγγελίας|Ημ/νία|Αγοραστής|Email|Σύνολο|Αρ. αποστολής', 'number|at|name|email|total|tracking'],
  ['calls', 'Arama Zamanı|Arayan|Arayan Numara|Süre (dk)', 'at|name|phone|minutes'],
  ['calls', 'Ημ/νία κλήσης|Καλών|Αριθμός|Διάρκεια', 'at|name|phone|minutes'],
  // a length in seconds would be read as minutes
  ['calls', 'Date|Number|Duration (s)', 'at|phone|'],
] as const)('%s with %s', (kind, header, expected) => {
  const mapping = guessMapping(kind, header.split('|'));
  const fields = header
    .split('|')
    .map((_heading, column) => Object.entries(mapping).find(([, at]) => at === column)?.[0] ?? '');
  expect(fields.join('|')).toBe(expected);
});

it('reads states, currencies, directions and lengths', () => {
  expect(['Teslim edildi', 'Shipped', 'İptal', 'Επιστράφηκε', 'Ödendi', '?'].map(readStatus)).toEqual([
    'delivered',
    'shipped',
    'cancelled',
    'returned',
    'paid',
    null,
  ]);
  expect(['12 €', 'tl', 'GBP', '5'].map(readCurrency)).toEqual(['EUR', 'TRY', 'GBP', null]);
  expect(['Giden', 'incoming', 'Εξερχόμενη', ''].map(readDirection)).toEqual(['out', 'in', 'out', null]);
  expect([readMissed('yes', 'Missed'), readMissed('hayır', 'Cevaplandı'), readMissed('Cevapsız', 'x')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(['3:40', '200 s', '5 dk', 'x'].map(readMinutes)).toEqual([4, 3, 5, null]);
});

it.each([
  [['Date', 'Caller name', 'Phone', 'Direction', 'Notes'], { at: 0, name: 1, phone: 2, direction: 3, text: 4 }],
  [['Tarih', 'Müşteri adı', 'Telefon', 'Yön', 'Açıklama'], { at: 0, name: 1, phone: 2, direction: 3, text: 4 }],
  [
    ['Ημερομηνία', 'Ονοματεπώνυμο', 'Τηλέφωνο', 'Κατεύθυνση', 'Σημειώσεις'],
    { at: 0, name: 1, phone: 2, direction: 3, text: 4 },
  ],
])('maps %s', (header, expected) => {
  expect(guessMapping('calls', header)).toEqual(expected);
  expect(missingFields('calls', expected)).toEqual([]);
});

it('says what is wrong with each line, joins items of one order and keeps repeated ones once', () => {
  const header = ['Sipariş No', 'Sipariş Tarihi', 'Müşteri', 'E-posta', 'Tutar', 'Ürün', 'Durum'];
  const mapping = guessMapping('orders', header);
  const rows = [
    ['A-1', '07.11.2025', 'Ayşe Yılmaz', 'Ayse@Customer.example', '1.250,00', 'Kâse', 'Teslim edildi'],
    ['A-1', '07.11.2025', 'Ayşe Yılmaz', 'ayse@customer.example', '1.250,00', 'Vazo', 'Teslim edildi'],
    ['A-1', '07.11.2025', 'Ayşe Yılmaz', 'ayse@customer.example', '1.250,00', 'Vazo', 'Teslim edildi'],
    ['', '07.11.2025', 'Ayşe', '', '1', '', ''],
    ['A-2', 'dün', 'Ayşe', '', '1', '', ''],
    ['A-3', '07.11.2025', '', '', '1', '', ''],
    ['A-4', '07.11.2025', 'Ayşe', '', 'bedava', '', ''],
    ['', '', '', '', '', '', ''],
  ];
  const planned = planImport('orders', { header, rows }, mapping, options);
  expect(planned.map((each) => (each.kind === 'problem' ? [each.line, each.problem] : [each.line, each.kind]))).toEqual(
    [
      [2, 'order'],
      [4, 'repeated'],
      [5, 'no-number'],
      [6, 'no-date'],
      [7, 'nobody'],
      [8, 'bad-amount'],
    ],
  );
  expect(planned[0]).toMatchObject({
    person: { email: 'ayse@customer.example' },
    order: {
      number: 'A-1',
      status: 'delivered',
      totalMinor: 125_000,
      currency: 'TRY',
      items: [{ title: 'Kâse' }, { title: 'Vazo' }],
    },
  });
});

it('reads bare numbers as dates only in the column of dates', () => {
  const header = ['Order ID', 'Order date', 'Buyer', 'Phone', 'Total', 'Item'];
  const rows = [['45978', '45978,25', 'Ayşe Yılmaz', '45979', '45980', '45981']];
  const planned = planImport('orders', { header, rows }, guessMapping('orders', header), options);
  expect(planned).toMatchObject([
    {
      kind: 'order',
      order: {
        number: '45978',
        placedAt: Date.parse('2025-11-17T03:00:00Z'),
        totalMinor: 4_598_000,
        items: [{ title: '45981' }],
      },
    },
  ]);
});

it('takes calls, missed ones too, and leaves the same call out of a second file', () => {
  const header = ['Date', 'Phone', 'Type', 'Duration'];
  const rows = [
    ['2025-11-07 10:00', '0555 000 11 22', 'Missed', ''],
    ['2025-11-07 10:00', '+90 555 000 11 22', 'Missed', ''],
    ['2025-11-07 11:00', '0555 000 11 22', 'Outgoing', '3:40'],
  ];
  const planned = planImport('calls', { header, rows }, guessMapping('calls', header), options);
  expect(planned).toMatchObject([
    { kind: 'call', direction: 'in', isMissed: true },
    { kind: 'problem', problem: 'repeated' },
    { kind: 'call', direction: 'out', isMissed: false, minutes: 4 },
  ]);
});

it.each([
  [
    ['First Name', 'Last Name', 'E-mail 1 - Value', 'Phone 1 - Value', 'Notes'],
    { name: 0, surname: 1, email: 2, phone: 3, note: 4 },
  ],
  [
    ['First Name', 'Last Name', 'Email', 'Default Address City', 'Phone', 'Note'],
    { name: 0, surname: 1, email: 2, city: 3, phone: 4, note: 5 },
  ],
  [
    ['Ad', 'Soyad', 'E-posta', 'Cep telefonu', 'Şehir', 'Notlar'],
    { name: 0, surname: 1, email: 2, phone: 3, city: 4, note: 5 },
  ],
  [
    ['Όνομα', 'Επώνυμο', 'E-mail', 'Κινητό', 'Πόλη', 'Σημειώσεις'],
    { name: 0, surname: 1, email: 2, phone: 3, city: 4, note: 5 },
  ],
])('maps customers %s', (header, expected) => {
  expect(guessMapping('customers', header)).toEqual(expected);
});

it('takes customers, each once, and says who is nobody', () => {
  const header = ['Ad', 'Soyad', 'E-posta', 'Telefon', 'Not'];
  const rows = [
    ['Ayşe', 'Yılmaz', 'Ayse@Customer.example', '', 'Mavi\nsever'],
    ['Ayşe', 'Yılmaz', 'ayse@customer.example', '0555 000 11 22', ''],
    ['', '', '', '0555 000 33 44', ''],
    ['', '', 'no address', '', 'kim bu?'],
    ['', '', 'no address', '', ''],
  ];
  expect(planImport('customers', { header, rows }, guessMapping('customers', header), options)).toMatchObject([
    { kind: 'customer', person: { name: 'Ayşe Yılmaz', email: 'ayse@customer.example' }, note: 'Mavi\nsever' },
    { kind: 'problem', line: 3, problem: 'repeated', text: 'Ayşe · Yılmaz · ayse@customer.example · 0555 000 11 22' },
    { kind: 'customer', person: { name: '', phone: '0555 000 33 44' }, note: '' },
    { kind: 'problem', line: 5, problem: 'nobody', text: 'kim bu?' },
    { kind: 'problem', line: 6, problem: 'nobody', text: 'no address' },
  ]);
  expect(missingFields('customers', { note: 4 })).toEqual(['email']);
});
