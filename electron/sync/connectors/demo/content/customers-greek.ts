// The demo shop's customers who write Greek, with their orders.
import { seller } from './catalogue.ts';
import type { DemoCustomer } from './demo-content.ts';

const sold = seller({ language: 'el', currency: 'EUR', carrier: 'Γλάρος Κούριερ' });

export const greekCustomers: DemoCustomer[] = [
  {
    id: 'giorgos-papadopoulos',
    name: 'Γιώργος Παπαδόπουλος',
    firstName: 'Γιώργος',
    language: 'el',
    city: 'Θεσσαλονίκη',
    sinceDaysAgo: 510,
    handles: [{ channel: 'email', value: 'g.papadopoulos@tachydromos.example' }],
    note: 'Hep hediye alıyor; paket özeni onun için önemli.',
    orders: [
      sold({ on: 'email', number: 'MC-10466', daysAgo: 8, status: 'delivered', tracking: 'GL203817745' }, { vase: 1 }),
      sold(
        { on: 'email', number: 'MC-10441', daysAgo: 17, status: 'delivered', tracking: 'GL203799120' },
        { mugs: 2, bowl: 1 },
      ),
      sold(
        { on: 'email', number: 'MC-10187', daysAgo: 118, status: 'delivered', tracking: 'GL203510364' },
        { meze: 2, board: 1 },
      ),
    ],
  },
  {
    id: 'eleni-nikolaou',
    name: 'Ελένη Νικολάου',
    firstName: 'Ελένη',
    language: 'el',
    city: 'Αθήνα',
    sinceDaysAgo: 70,
    handles: [{ channel: 'email', value: 'eleni.nikolaou@grammata.example' }],
    orders: [
      sold({ on: 'email', number: 'MC-10339', daysAgo: 66, status: 'delivered', tracking: 'GL203660918' }, { meze: 2 }),
    ],
  },
  {
    id: 'maria-eleni-papadimitriou',
    name: 'Μαρία-Ελένη Παπαδημητρίου-Χατζηκωνσταντίνου',
    firstName: 'Μαρία-Ελένη',
    language: 'el',
    city: 'Λάρισα',
    sinceDaysAgo: 14,
    handles: [{ channel: 'email', value: 'me.papadimitriou@tachydromos.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10451', daysAgo: 13, status: 'delivered', tracking: 'GL203804416' },
        { mugs: 1, plate: 2 },
      ),
    ],
  },
  {
    id: 'nikos-vlachos',
    name: 'Νίκος Βλάχος',
    firstName: 'Νίκος',
    language: 'el',
    city: 'Ηράκλειο',
    sinceDaysAgo: 10,
    handles: [{ channel: 'email', value: 'n.vlachos@grammata.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10460', daysAgo: 10, status: 'shipped', tracking: 'GL203812077' },
        { planter: 2, candles: 1 },
      ),
    ],
  },
  {
    id: 'katerina-manousaki',
    name: 'Κατερίνα Μανουσάκη',
    firstName: 'Κατερίνα',
    language: 'el',
    city: 'Ρόδος',
    sinceDaysAgo: 5,
    handles: [{ channel: 'email', value: 'katerina.manousaki@tachydromos.example' }],
    orders: [],
  },
  {
    id: 'andreas-charalambous',
    name: 'Ανδρέας Χαραλάμπους',
    firstName: 'Ανδρέας',
    language: 'el',
    city: 'Λεμεσός',
    sinceDaysAgo: 2,
    handles: [{ channel: 'ebay', value: 'andreas_lemesos' }],
    orders: [],
  },
  {
    id: 'konstantinos-papachristodoulopoulos',
    name: 'Κωνσταντίνος Παπαχριστοδουλόπουλος',
    firstName: 'Κωνσταντίνος',
    language: 'el',
    city: 'Πάτρα',
    sinceDaysAgo: 6,
    handles: [{ channel: 'email', value: 'k.papachristodoulopoulos@logistiko.example' }],
    orders: [
      sold({ on: 'email', number: 'MC-10472', daysAgo: 5, status: 'shipped', tracking: 'GL203820351' }, { tiles: 4 }),
    ],
  },
  {
    id: 'christina-mavridou',
    name: 'Χριστίνα Μαυρίδου',
    firstName: 'Χριστίνα',
    language: 'el',
    city: 'Βόλος',
    sinceDaysAgo: 16,
    handles: [{ channel: 'email', value: 'xristina.mavridou@grammata.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10448', daysAgo: 15, status: 'delivered', tracking: 'GL203802239' },
        { linen: 1, candles: 1 },
      ),
    ],
  },
  {
    id: 'dimitris-stamatakis',
    name: 'Δημήτρης Σταματάκης',
    firstName: 'Δημήτρης',
    language: 'el',
    city: 'Χανιά',
    sinceDaysAgo: 7,
    handles: [{ channel: 'email', value: 'info@toarmyriki.example' }],
    note: '“Το Αρμυρίκι” adlı taverna, sezon nisan sonunda açılıyor.',
    orders: [],
  },
  {
    id: 'panagiotis-roussos',
    name: 'Παναγιώτης Ρούσσος',
    firstName: 'Παναγιώτης',
    language: 'el',
    city: 'Καλαμάτα',
    sinceDaysAgo: 2,
    handles: [{ channel: 'email', value: 'p.roussos@tachydromos.example' }],
    orders: [],
  },
  {
    id: 'despoina-karagianni',
    name: 'Δέσποινα Καραγιάννη',
    firstName: 'Δέσποινα',
    language: 'el',
    city: 'Μυτιλήνη',
    sinceDaysAgo: 240,
    handles: [{ channel: 'email', value: 'despoina.karagianni@grammata.example' }],
    note: 'Feribotla Ayvalık’a geliyor, atölyeye iki kez uğradı.',
    orders: [
      sold(
        { on: 'email', number: 'MC-10462', daysAgo: 9, status: 'delivered', tracking: 'GL203814402' },
        { teapot: 1, bowl: 4 },
      ),
    ],
  },
  {
    id: 'sofia-anagnostou',
    name: 'Σοφία Αναγνώστου',
    firstName: 'Σοφία',
    language: 'el',
    city: 'Ιωάννινα',
    sinceDaysAgo: 14,
    handles: [{ channel: 'email', value: 'sofia.anagnostou@tachydromos.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10454', daysAgo: 12, status: 'delivered', tracking: 'GL203806655' },
        { bowl: 1, candles: 1 },
      ),
    ],
  },
  {
    id: 'ioanna-vergi',
    name: 'Ιωάννα Βεργή',
    firstName: 'Ιωάννα',
    language: 'el',
    city: 'Κέρκυρα',
    sinceDaysAgo: 90,
    handles: [{ channel: 'email', value: 'ioannavergi@grammata.example' }],
    orders: [
      sold(
        { on: 'email', number: 'MC-10414', daysAgo: 27, status: 'delivered', tracking: 'GL203761183' },
        { plate: 4 },
      ),
    ],
  },
  {
    id: 'thanasis-zachariou',
    name: 'Θανάσης Ζαχαρίου',
    firstName: 'Θανάσης',
    language: 'el',
    city: 'Κομοτηνή',
    sinceDaysAgo: 72,
    handles: [{ channel: 'ebay', value: 'thanasis.zax' }],
    orders: [
      sold(
        { on: 'ebay', number: '14-10532-77018', daysAgo: 71, status: 'delivered', tracking: 'GL203641870' },
        { vase: 1, planter: 1 },
      ),
    ],
  },
];
