// What the Çiçeksepeti connector says of itself. Its API is known at second hand only: beta.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const ciceksepetiManifest: Manifest = {
  id: 'ciceksepeti',
  label: 'Çiçeksepeti',
  icon: 'shopping-bag',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: false,
    orders: false,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  pollEveryMs: 120_000,
  isOffered: true,
  isBeta: true,
  addressField: 'sellerId',
  accountFields: [
    {
      id: 'sellerId',
      kind: 'text',
      label: { en: 'Seller ID', tr: 'Satıcı ID', el: 'Αναγνωριστικό πωλητή' },
      help: {
        en: 'On the integration page of the seller panel.',
        tr: 'Satıcı panelinin entegrasyon sayfasında.',
        el: 'Στη σελίδα ενσωμάτωσης του πίνακα πωλητή.',
      },
      isRequired: true,
      pattern: '[A-Za-z0-9-]{1,40}',
    },
    {
      id: 'apiKey',
      kind: 'secret',
      label: { en: 'API key (x-api-key)', tr: 'API anahtarı (x-api-key)', el: 'Κλειδί API (x-api-key)' },
      help: {
        en: 'Hesap Yönetimi → Entegrasyon Bilgilerim.',
        tr: 'Hesap Yönetimi → Entegrasyon Bilgilerim.',
        el: 'Hesap Yönetimi → Entegrasyon Bilgilerim.',
      },
      isRequired: true,
    },
    {
      id: baseUrlField,
      kind: 'url',
      label: { en: 'Base address (test)', tr: 'Temel adres (test)', el: 'Βασική διεύθυνση (δοκιμή)' },
      isRequired: false,
      isForDevelopers: true,
    },
  ],
  guide: {
    steps: [
      {
        en: 'In the seller panel, open Hesap Yönetimi → Entegrasyon Bilgilerim and copy the seller ID and the key.',
        tr: 'Satıcı panelinde Hesap Yönetimi → Entegrasyon Bilgilerim sayfasını açıp satıcı ID’sini ve anahtarı kopyalayın.',
        el: 'Στον πίνακα πωλητή ανοίξτε Hesap Yönetimi → Entegrasyon Bilgilerim και αντιγράψτε το αναγνωριστικό και το κλειδί.',
      },
    ],
    cannotDo: [
      {
        en: 'Answers are published for everybody and carry no files; private answers and reports are done in the seller panel.',
        tr: 'Yanıtlar herkese açık ve dosyasız yayınlanır; özel yanıt ve bildirim satıcı panelinden yapılır.',
        el: 'Οι απαντήσεις δημοσιεύονται για όλους, χωρίς αρχεία· ιδιωτικές απαντήσεις και αναφορές γίνονται στον πίνακα πωλητή.',
      },
      {
        en: 'The customer’s name, orders and deadlines are not given out.',
        tr: 'Müşterinin adı, siparişler ve süreler verilmez.',
        el: 'Όνομα πελάτη, παραγγελίες και προθεσμίες δεν δίνονται.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'Çiçeksepeti did not take this key. Please copy the seller ID and the key again.',
        tr: 'Çiçeksepeti bu anahtarı kabul etmedi. Satıcı ID’sini ve anahtarı yeniden kopyalayın.',
        el: 'Η Çiçeksepeti δεν δέχτηκε αυτό το κλειδί. Αντιγράψτε ξανά το αναγνωριστικό και το κλειδί.',
      },
      'server-busy': {
        en: 'Çiçeksepeti allows one request every few seconds. Please wait a little and try again.',
        tr: 'Çiçeksepeti birkaç saniyede bir istek kabul ediyor. Lütfen biraz bekleyip yeniden deneyin.',
        el: 'Η Çiçeksepeti δέχεται ένα αίτημα κάθε λίγα δευτερόλεπτα. Περιμένετε λίγο και δοκιμάστε ξανά.',
      },
    },
  },
};
