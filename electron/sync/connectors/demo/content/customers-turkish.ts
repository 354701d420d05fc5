// The demo shop's customers who write Turkish, with their orders.
import { seller } from './catalogue.ts';
import type { DemoCustomer } from './demo-content.ts';

const sold = seller({ language: 'tr', currency: 'TRY', carrier: 'Kırlangıç Kargo' });

export const turkishCustomers: DemoCustomer[] = [
  {
    id: 'ayse-yilmaz',
    name: 'Ayşe Yılmaz',
    firstName: 'Ayşe',
    language: 'tr',
    city: 'İstanbul',
    sinceDaysAgo: 420,
    handles: [
      { channel: 'trendyol', value: '71204833' },
      { channel: 'email', value: 'ayse.yilmaz@posta.example' },
    ],
    note: 'Misafir sofrası kurmayı seviyor; mavi tonları topluyor.',
    orders: [
      sold(
        { on: 'trendyol', number: '10748213356', daysAgo: 6, status: 'shipped', tracking: 'KRL4471902816' },
        { meze: 1 },
      ),
      sold(
        { on: 'trendyol', number: '10731902284', daysAgo: 13, status: 'delivered', tracking: 'KRL4466120375' },
        { mugs: 2 },
      ),
      sold(
        { on: 'email', number: 'MC-10370', daysAgo: 42, status: 'delivered', tracking: 'KRL4430018752' },
        { bowl: 1, candles: 1 },
      ),
    ],
  },
  {
    id: 'mehmet-demir',
    name: 'Mehmet Demir',
    firstName: 'Mehmet',
    language: 'tr',
    city: 'Ankara',
    sinceDaysAgo: 74,
    handles: [{ channel: 'email', value: 'mehmet.demir@kuzguncaymimarlik.example' }],
    orders: [
      sold({ on: 'email', number: 'MC-10479', daysAgo: 3, status: 'paid' }, { mugs: 6, teapot: 1 }),
      sold(
        { on: 'email', number: 'MC-10316', daysAgo: 72, status: 'delivered', tracking: 'KRL4409913068' },
        { planter: 4 },
      ),
    ],
  },
  {
    id: 'hakan-gursoy',
    name: 'Hakan Gürsoy',
    firstName: 'Hakan',
    language: 'tr',
    city: 'Bursa',
    sinceDaysAgo: 14,
    handles: [{ channel: 'email', value: 'hakan.gursoy@postaci.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10449', daysAgo: 14, status: 'delivered', tracking: 'KRL4468830127' },
        { vase: 1, plate: 2 },
      ),
    ],
  },
  {
    id: 'burak-yildiz',
    name: 'Burak Yıldız',
    firstName: 'Burak',
    language: 'tr',
    city: 'Denizli',
    sinceDaysAgo: 0,
    handles: [{ channel: 'trendyol', value: '58840127' }],
    orders: [],
  },
  {
    id: 'ozge-bilgin',
    name: 'Özge Bilgin',
    firstName: 'Özge',
    language: 'tr',
    city: 'Kocaeli',
    sinceDaysAgo: 88,
    handles: [{ channel: 'trendyol', value: '60913372' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10617740392', daysAgo: 88, status: 'delivered', tracking: 'KRL4381170264' },
        { planter: 2 },
      ),
    ],
  },
  {
    id: 'elif-sahin',
    name: 'Elif Şahin',
    firstName: 'Elif',
    language: 'tr',
    city: 'Eskişehir',
    sinceDaysAgo: 0,
    handles: [{ channel: 'email', value: 'elifsahin@mektup.example' }],
    orders: [sold({ on: 'email', number: 'MC-10489', daysAgo: 0, status: 'paid' }, { teapot: 1 })],
  },
  {
    id: 'mustafa-celik',
    name: 'Mustafa Çelik',
    firstName: 'Mustafa',
    language: 'tr',
    city: 'Konya',
    sinceDaysAgo: 27,
    handles: [
      { channel: 'email', value: 'mustafacelik42@posta.example' },
      { channel: 'trendyol', value: '49920185' },
    ],
    orders: [
      sold({ on: 'email', number: 'MC-10483', daysAgo: 2, status: 'paid' }, { vase: 1 }),
      sold(
        { on: 'trendyol', number: '10702218845', daysAgo: 25, status: 'delivered', tracking: 'KRL4447205913' },
        { plate: 2 },
      ),
    ],
  },
  {
    id: 'gulsah-polat',
    name: 'Gülşah Polat',
    firstName: 'Gülşah',
    language: 'tr',
    city: 'Adana',
    sinceDaysAgo: 130,
    handles: [
      { channel: 'trendyol', value: '66317204' },
      { channel: 'email', value: 'gulsah@polatdekor.example' },
    ],
    note: 'Adana’da dekorasyon stüdyosu var; faturayı şirkete istiyor.',
    orders: [
      sold(
        { on: 'trendyol', number: '10745530917', daysAgo: 7, status: 'shipped', tracking: 'KRL4470655238' },
        { candles: 2 },
      ),
      sold(
        { on: 'email', number: 'MC-10358', daysAgo: 47, status: 'delivered', tracking: 'KRL4424467091' },
        { tiles: 2, vase: 1 },
      ),
    ],
  },
  {
    id: 'okan-sezer',
    name: 'Okan Sezer',
    firstName: 'Okan',
    language: 'tr',
    city: 'Trabzon',
    sinceDaysAgo: 9,
    handles: [{ channel: 'email', value: 'okansezer@mektup.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10463', daysAgo: 9, status: 'shipped', tracking: 'KRL4469947702' },
        { board: 1, meze: 1 },
      ),
    ],
  },
  {
    id: 'nermin-tekin',
    name: 'Nermin Tekin',
    firstName: 'Nermin',
    language: 'tr',
    city: 'Bodrum',
    sinceDaysAgo: 96,
    handles: [{ channel: 'email', value: 'nermin@yakamoztasi.example' }],
    note: 'Yakamoz Taşı Otel, 14 oda. Toptan fiyat: 40 adet üzeri %15.',
    orders: [
      sold(
        { on: 'email', number: 'MC-10231', daysAgo: 95, status: 'delivered', tracking: 'KRL4370021846' },
        { plate: 28, mugs: 14 },
      ),
    ],
  },
  {
    id: 'ipek-duman',
    name: 'İpek Duman',
    firstName: 'İpek',
    language: 'tr',
    city: 'Tekirdağ',
    sinceDaysAgo: 5,
    handles: [{ channel: 'email', value: 'ipekduman@posta.example' }],
    orders: [sold({ on: 'email', number: 'MC-10475', daysAgo: 4, status: 'paid' }, { plate: 1 })],
  },
  {
    id: 'kerem-akin',
    name: 'Kerem Akın',
    firstName: 'Kerem',
    language: 'tr',
    city: 'Samsun',
    sinceDaysAgo: 8,
    handles: [{ channel: 'trendyol', value: '53318846' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10743187702', daysAgo: 8, status: 'delivered', tracking: 'KRL4470018349' },
        { bowl: 2 },
      ),
    ],
  },
  {
    id: 'serkan-ates',
    name: 'Serkan Ateş',
    firstName: 'Serkan',
    language: 'tr',
    city: 'Gaziantep',
    sinceDaysAgo: 1,
    handles: [{ channel: 'trendyol', value: '47725093' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10749906618', daysAgo: 1, status: 'shipped', tracking: 'KRL4472380054' },
        { planter: 3 },
      ),
    ],
  },
  {
    id: 'derya-kocer',
    name: 'Derya Koçer',
    firstName: 'Derya',
    language: 'tr',
    city: 'İzmir',
    sinceDaysAgo: 210,
    handles: [{ channel: 'email', value: 'derya.kocer@mektup.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10457', daysAgo: 11, status: 'delivered', tracking: 'KRL4467751940' },
        { linen: 1 },
      ),
      sold(
        { on: 'email', number: 'MC-10405', daysAgo: 30, status: 'delivered', tracking: 'KRL4441186325' },
        { mugs: 1 },
      ),
    ],
  },
  {
    id: 'sibel-aydin',
    name: 'Sibel Aydın',
    firstName: 'Sibel',
    language: 'tr',
    city: 'Antalya',
    sinceDaysAgo: 1,
    handles: [{ channel: 'email', value: 'sibel.aydin@posta.example' }],
    orders: [],
  },
  {
    id: 'zeynep-kaya',
    name: 'Zeynep Kaya',
    firstName: 'Zeynep',
    language: 'tr',
    city: 'Muğla',
    sinceDaysAgo: 150,
    handles: [{ channel: 'trendyol', value: '62250419' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10741155820', daysAgo: 9, status: 'delivered', tracking: 'KRL4468307715' },
        { bowl: 2, linen: 1 },
      ),
    ],
  },
  {
    id: 'cemile-arikan',
    name: 'Cemile Arıkan',
    firstName: 'Cemile',
    language: 'tr',
    city: 'Kayseri',
    sinceDaysAgo: 16,
    handles: [{ channel: 'email', value: 'cemilearikan@mektup.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10446', daysAgo: 15, status: 'delivered', tracking: 'KRL4465512089' },
        { teapot: 1, mugs: 1 },
      ),
    ],
  },
  {
    id: 'fatma-nur-karabulutoglu',
    name: 'Fatma Nur Karabulutoğlu',
    firstName: 'Fatma Nur',
    language: 'tr',
    city: 'Mersin',
    sinceDaysAgo: 7,
    handles: [{ channel: 'trendyol', value: '55108236' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10744364095', daysAgo: 7, status: 'delivered', tracking: 'KRL4470127786' },
        { tiles: 1 },
      ),
    ],
  },
  {
    id: 'ahmet-turan-yucel',
    name: 'Ahmet Turan Yücel',
    firstName: 'Ahmet Turan',
    language: 'tr',
    city: 'Sivas',
    sinceDaysAgo: 7,
    handles: [{ channel: 'trendyol', value: '39907751' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10746290164', daysAgo: 6, status: 'delivered', tracking: 'KRL4471033690' },
        { board: 1 },
      ),
    ],
  },
  {
    id: 'seda-gunes',
    name: 'Seda Güneş',
    firstName: 'Seda',
    language: 'tr',
    city: 'Çanakkale',
    sinceDaysAgo: 9,
    handles: [{ channel: 'email', value: 'sedagunes@posta.example' }],
    orders: [],
  },
  {
    id: 'volkan-erten',
    name: 'Volkan Erten',
    firstName: 'Volkan',
    language: 'tr',
    city: 'Manisa',
    sinceDaysAgo: 118,
    handles: [{ channel: 'trendyol', value: '44190372' }],
    orders: [
      sold(
        { on: 'trendyol', number: '10588731046', daysAgo: 117, status: 'delivered', tracking: 'KRL4348816502' },
        { mugs: 1 },
      ),
    ],
  },
];

/** Senders who are nobody's customer: a newsletter, a supplier and a would-be thief. */
export const otherSenders: DemoCustomer[] = [
  {
    id: 'firin-basi-bulteni',
    name: 'Fırın Başı Bülteni',
    firstName: 'Fırın Başı',
    language: 'tr',
    city: 'İzmir',
    sinceDaysAgo: 180,
    handles: [{ channel: 'email', value: 'bulten@firinbasi.example' }],
    orders: [],
  },
  {
    id: 'pamukkutu-ambalaj',
    name: 'Pamukkutu Ambalaj',
    firstName: 'Pamukkutu',
    language: 'tr',
    city: 'Balıkesir',
    sinceDaysAgo: 365,
    handles: [{ channel: 'email', value: 'siparis@pamukkutu.example' }],
    note: 'Kutu ve petek kâğıt tedarikçimiz.',
    orders: [],
  },
  {
    id: 'hesap-onay-merkezi',
    name: 'Hesap Güvenlik Merkezi',
    firstName: 'Hesap Güvenlik',
    language: 'tr',
    city: '—',
    sinceDaysAgo: 0,
    handles: [{ channel: 'email', value: 'guvenlik@hesap-onay.example' }],
    orders: [],
  },
];
