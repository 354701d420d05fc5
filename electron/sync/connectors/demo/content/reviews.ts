// Reviews in the demo shop's own web shop, and who wrote them.
import type { DemoConversation, DemoCustomer } from './demo-content.ts';
import { answered, asked, days, hours } from './writing.ts';

const productUrl = 'https://www.mavicini.example/urun/';

export const reviewers: DemoCustomer[] = [
  {
    id: 'hale-reviewer',
    name: 'Hale S.',
    firstName: 'Hale',
    language: 'tr',
    city: 'Bursa',
    sinceDaysAgo: 20,
    handles: [{ channel: 'woocommerce', value: 'hale.sonmez@posta.example' }],
    orders: [],
  },
  {
    id: 'grace-reviewer',
    name: 'Grace',
    firstName: 'Grace',
    language: 'en',
    city: 'Bristol',
    sinceDaysAgo: 30,
    handles: [{ channel: 'woocommerce', value: 'grace.h@letters.example' }],
    orders: [],
  },
  {
    id: 'nikos-reviewer',
    name: 'Νίκος Α.',
    firstName: 'Νίκος',
    language: 'el',
    city: 'Πάτρα',
    sinceDaysAgo: 40,
    handles: [{ channel: 'woocommerce', value: 'nikos.a@tachydromos.example' }],
    orders: [],
  },
  {
    id: 'emre-reviewer',
    name: 'Emre',
    firstName: 'Emre',
    language: 'tr',
    city: 'Konya',
    sinceDaysAgo: 12,
    handles: [{ channel: 'woocommerce', value: 'emre.d@posta.example' }],
    orders: [],
  },
];

export const reviewConversations: DemoConversation[] = [
  {
    id: 'hale-review',
    channel: 'woocommerce',
    customerId: 'hale-reviewer',
    subject: 'Lale desenli vazo',
    state: 'open',
    tags: ['Review'],
    review: { rating: 3, product: 'Lale desenli vazo', productUrl: `${productUrl}lale-vazo` },
    messages: [
      asked(
        hours(3),
        'Vazo fotoğraftakinden de güzel, ama kutunun bir köşesi ezik geldi, hediye olarak verirken utandım. Bir yıldızı bu yüzden kırdım, bir yıldızı da kargo dört gün sürdüğü için.',
        { unread: true },
      ),
    ],
  },
  {
    id: 'grace-review',
    channel: 'woocommerce',
    customerId: 'grace-reviewer',
    subject: 'Olive-wood board',
    state: 'closed',
    tags: ['Review', 'Praise'],
    review: { rating: 5, product: 'Olive-wood board', productUrl: `${productUrl}olive-board` },
    messages: [
      asked(
        days(6),
        'Absolutely beautiful grain, and it arrived wrapped like a present. Already eyeing the small one.',
      ),
      answered(
        days(6) - hours(2),
        'Thank you, Grace! Every board has its own grain, and it is lovely to hear that yours found the right kitchen. A little olive oil once a month keeps it looking like this.',
      ),
    ],
  },
  {
    id: 'nikos-review',
    channel: 'woocommerce',
    customerId: 'nikos-reviewer',
    subject: 'Μπολ μεζέ, σετ τεσσάρων',
    state: 'open',
    tags: ['Review'],
    review: { rating: 4, product: 'Μπολ μεζέ, σετ τεσσάρων', productUrl: `${productUrl}meze` },
    messages: [
      asked(
        days(1) + hours(4),
        'Πολύ όμορφα χρώματα και γερά. Δεν ήξερα αν μπαίνουν στο πλυντήριο πιάτων, δεν το γράφει πουθενά στη σελίδα.',
      ),
    ],
  },
  {
    id: 'emre-stars',
    channel: 'woocommerce',
    customerId: 'emre-reviewer',
    subject: 'Kahve fincanı, ikili',
    state: 'closed',
    tags: ['Review'],
    review: { rating: 5, product: 'Kahve fincanı, ikili', productUrl: `${productUrl}fincan` },
    messages: [asked(days(4), '')],
  },
];
