// The demo shop's customers who write English, with their orders.
import { seller } from './catalogue.ts';
import type { DemoCustomer } from './demo-content.ts';

const soldInPounds = seller({ language: 'en', currency: 'GBP', carrier: 'Heron Parcels' });
const soldInEuros = seller({ language: 'en', currency: 'EUR', carrier: 'Heron Parcels' });

export const englishCustomers: DemoCustomer[] = [
  {
    id: 'emily-carter',
    name: 'Emily Carter',
    firstName: 'Emily',
    language: 'en',
    city: 'Bristol',
    sinceDaysAgo: 190,
    handles: [
      { channel: 'ebay', value: 'emily_c_home' },
      { channel: 'email', value: 'emily.carter@letterbox.example' },
    ],
    orders: [
      soldInPounds(
        { on: 'email', number: 'MC-10329', daysAgo: 68, status: 'delivered', tracking: 'HP55170283GB' },
        { mugs: 1, bowl: 2 },
      ),
      soldInPounds(
        { on: 'ebay', number: '09-09871-40265', daysAgo: 185, status: 'delivered', tracking: 'HP54410916GB' },
        { planter: 1 },
      ),
    ],
  },
  {
    id: 'oliver-marsh',
    name: 'Oliver Marsh',
    firstName: 'Oliver',
    language: 'en',
    city: 'Leeds',
    sinceDaysAgo: 12,
    handles: [{ channel: 'ebay', value: 'olivermarsh_ls' }],
    orders: [
      soldInPounds(
        { on: 'ebay', number: '20-11846-20671', daysAgo: 12, status: 'shipped', tracking: 'HP55918442GB' },
        { teapot: 1 },
      ),
    ],
  },
  {
    id: 'lucas-meyer',
    name: 'Lucas Meyer',
    firstName: 'Lucas',
    language: 'en',
    city: 'Hamburg',
    sinceDaysAgo: 37,
    handles: [{ channel: 'ebay', value: 'lucas-meyer-hh' }],
    orders: [
      soldInEuros(
        { on: 'ebay', number: '20-11852-55210', daysAgo: 11, status: 'delivered', tracking: 'HP55904718DE' },
        { plate: 2 },
      ),
      soldInEuros(
        { on: 'ebay', number: '18-11307-90144', daysAgo: 36, status: 'delivered', tracking: 'HP55602291DE' },
        { tiles: 1 },
      ),
    ],
  },
  {
    id: 'sofia-rossi',
    name: 'Sofia Rossi',
    firstName: 'Sofia',
    language: 'en',
    city: 'Milan',
    sinceDaysAgo: 80,
    handles: [{ channel: 'email', value: 'sofia@bottegasalvia.example' }],
    note: 'Bottega Salvia, küçük bir konsept mağaza. Numuneyi çok beğendi.',
    orders: [
      soldInEuros(
        { on: 'email', number: 'MC-10304', daysAgo: 76, status: 'delivered', tracking: 'HP55088136IT' },
        { plate: 1, bowl: 1, mugs: 1 },
      ),
    ],
  },
  {
    id: 'charlotte-dunne',
    name: 'Charlotte Dunne',
    firstName: 'Charlotte',
    language: 'en',
    city: 'Cork',
    sinceDaysAgo: 6,
    handles: [{ channel: 'email', value: 'charlotte@saltandsorrel.example' }],
    orders: [],
  },
  {
    id: 'hannah-brooks',
    name: 'Hannah Brooks',
    firstName: 'Hannah',
    language: 'en',
    city: 'Dublin',
    sinceDaysAgo: 9,
    handles: [{ channel: 'email', value: 'hannahbrooks@letterbox.example' }],
    orders: [
      soldInEuros(
        { on: 'email', number: 'MC-10464', daysAgo: 9, status: 'delivered', tracking: 'HP55921076IE' },
        { plate: 6 },
      ),
    ],
  },
  {
    id: 'grace-okafor',
    name: 'Grace Okafor',
    firstName: 'Grace',
    language: 'en',
    city: 'Manchester',
    sinceDaysAgo: 18,
    handles: [{ channel: 'ebay', value: 'graceok_mcr' }],
    orders: [
      soldInPounds(
        { on: 'ebay', number: '19-11760-31882', daysAgo: 17, status: 'delivered', tracking: 'HP55860127GB' },
        { linen: 1 },
      ),
    ],
  },
  {
    id: 'tom-becker',
    name: 'Tom Becker',
    firstName: 'Tom',
    language: 'en',
    city: 'Utrecht',
    sinceDaysAgo: 24,
    handles: [{ channel: 'ebay', value: 'tbecker_utr' }],
    orders: [
      soldInEuros(
        { on: 'ebay', number: '19-11693-08457', daysAgo: 23, status: 'shipped', tracking: 'HP55788304NL' },
        { vase: 1, candles: 1 },
      ),
    ],
  },
  {
    id: 'ingrid-solberg',
    name: 'Ingrid Solberg',
    firstName: 'Ingrid',
    language: 'en',
    city: 'Oslo',
    sinceDaysAgo: 12,
    handles: [{ channel: 'email', value: 'ingrid.solberg@brevkasse.example' }],
    orders: [
      soldInEuros(
        { on: 'email', number: 'MC-10456', daysAgo: 11, status: 'shipped', tracking: 'HP55910833NO' },
        { teapot: 1, mugs: 1 },
      ),
    ],
  },
  {
    id: 'james-whitfield',
    name: 'James Whitfield',
    firstName: 'James',
    language: 'en',
    city: 'Edinburgh',
    sinceDaysAgo: 3,
    handles: [{ channel: 'email', value: 'j.whitfield@letterbox.example' }],
    orders: [soldInPounds({ on: 'email', number: 'MC-10480', daysAgo: 3, status: 'paid' }, { vase: 1, candles: 1 })],
  },
  {
    id: 'priya-nair',
    name: 'Priya Nair',
    firstName: 'Priya',
    language: 'en',
    city: 'London',
    sinceDaysAgo: 300,
    handles: [{ channel: 'email', value: 'priya.nair@letterbox.example' }],
    orders: [
      soldInPounds(
        { on: 'email', number: 'MC-10461', daysAgo: 10, status: 'delivered', tracking: 'HP55915590GB' },
        { plate: 4, meze: 1 },
      ),
      soldInPounds(
        { on: 'email', number: 'MC-10002', daysAgo: 180, status: 'delivered', tracking: 'HP54463307GB' },
        { board: 1 },
      ),
    ],
  },
  {
    id: 'daniel-novak',
    name: 'Daniel Novak',
    firstName: 'Daniel',
    language: 'en',
    city: 'Prague',
    sinceDaysAgo: 9,
    handles: [{ channel: 'ebay', value: 'dnovak_praha' }],
    orders: [
      soldInEuros(
        { on: 'ebay', number: '20-11902-64430', daysAgo: 7, status: 'delivered', tracking: 'HP55931248CZ' },
        { bowl: 2, planter: 1 },
      ),
    ],
  },
  {
    id: 'margaret-ellison',
    name: 'Margaret Ellison',
    firstName: 'Margaret',
    language: 'en',
    city: 'Bath',
    sinceDaysAgo: 14,
    handles: [{ channel: 'ebay', value: 'mellison1948' }],
    orders: [
      soldInPounds(
        { on: 'ebay', number: '20-11840-17396', daysAgo: 13, status: 'delivered', tracking: 'HP55903361GB' },
        { teapot: 1 },
      ),
    ],
  },
  {
    id: 'gallery-harbour-street',
    name: 'Harbour Street Gallery',
    firstName: 'Nell',
    language: 'en',
    city: 'Whitby',
    sinceDaysAgo: 4,
    handles: [{ channel: 'email', value: 'hello@harbourstreetgallery.example' }],
    orders: [],
  },
];
