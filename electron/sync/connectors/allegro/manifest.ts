// What the Allegro connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';
import { allegroClientId } from './client.ts';

export const allegroManifest: Manifest = {
  id: 'allegro',
  label: 'Allegro',
  icon: 'shopping-bag',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: true,
  },
  canFormat: false,
  canStart: false,
  outgoingFiles: {
    maxBytes: 25_000_000,
    maxFileBytes: 5_242_880,
    types: ['image/png', 'image/gif', 'image/bmp', 'image/tiff', 'image/jpeg', 'application/pdf'],
  },
  minReplyChars: 1,
  maxReplyChars: 2000,
  pollEveryMs: 60_000,
  isOffered: allegroClientId !== '',
  isForDevelopers: true,
  addressField: 'login',
  accountFields: [
    {
      id: 'login',
      kind: 'text',
      label: { en: 'Allegro login', tr: 'Allegro kullanıcı adı', el: 'Όνομα χρήστη Allegro' },
      isRequired: true,
    },
    {
      id: 'clientId',
      kind: 'text',
      label: { en: 'Client ID', tr: 'Client ID', el: 'Client ID' },
      isRequired: false,
      isForDevelopers: true,
    },
    {
      id: baseUrlField,
      kind: 'url',
      label: { en: 'Address of the API', tr: 'API adresi', el: 'Διεύθυνση του API' },
      placeholder: 'https://api.allegro.pl.allegrosandbox.pl',
      isRequired: false,
      isForDevelopers: true,
    },
  ],
  guide: {
    steps: [
      {
        en: 'Add the account; a code appears at the bottom left a moment later.',
        tr: 'Hesabı ekleyin; biraz sonra sol altta bir kod görünür.',
        el: 'Προσθέστε τον λογαριασμό· σε λίγο εμφανίζεται ένας κωδικός κάτω αριστερά.',
      },
      {
        en: 'Open Allegro from there, sign in as the seller and confirm the code. Defter goes on by itself.',
        tr: 'Oradan Allegro’yu açıp satıcı olarak giriş yapın ve kodu onaylayın. Defter kendiliğinden devam eder.',
        el: 'Ανοίξτε από εκεί το Allegro, συνδεθείτε ως πωλητής και επιβεβαιώστε τον κωδικό. Το Defter συνεχίζει μόνο του.',
      },
    ],
    cannotDo: [
      {
        en: 'Show disputes and ratings: for now on Allegro’s own pages.',
        tr: 'Uyuşmazlıkları ve değerlendirmeleri göstermek: şimdilik Allegro sayfalarından.',
        el: 'Διαφορές και αξιολογήσεις: προς το παρόν στις σελίδες του Allegro.',
      },
    ],
    advice: {},
  },
  panelUrl: 'https://allegro.pl/centrum-wiadomosci',
};
