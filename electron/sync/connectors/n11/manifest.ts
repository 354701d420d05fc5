// What the n11 connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const n11Manifest: Manifest = {
  id: 'n11',
  label: 'n11',
  icon: 'shopping-bag',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: false,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  // Not published; the one public client that names a limit cuts here.
  maxReplyChars: 2048,
  // "Once a minute" is a hard limit; both open and closed questions are asked for.
  pollEveryMs: 90_000,
  isOffered: true,
  addressField: 'shopName',
  accountFields: [
    {
      id: 'shopName',
      kind: 'text',
      label: { en: 'Shop name on n11', tr: 'n11’deki mağaza adı', el: 'Όνομα καταστήματος στο n11' },
      isRequired: true,
    },
    {
      id: 'appKey',
      kind: 'secret',
      label: { en: 'Application key', tr: 'Uygulama anahtarı (App Key)', el: 'Κλειδί εφαρμογής (App Key)' },
      help: {
        en: 'Of the API account, “App Key”.',
        tr: 'API hesabındaki “App Key”.',
        el: 'Στον λογαριασμό API, «App Key».',
      },
      isRequired: true,
    },
    {
      id: 'appSecret',
      kind: 'secret',
      label: { en: 'Application secret', tr: 'Uygulama parolası (App Secret)', el: 'Μυστικό εφαρμογής (App Secret)' },
      help: {
        en: 'Of the API account, “App Secret”.',
        tr: 'API hesabındaki “App Secret”.',
        el: 'Στον λογαριασμό API, «App Secret».',
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
    keysUrl: 'https://so.n11.com',
    steps: [
      {
        en: 'In the seller office (Satıcı Ofisi), open Hesabım → API Hesapları and create an API account.',
        tr: 'Satıcı Ofisi’nde Hesabım → API Hesapları sayfasından bir API hesabı oluşturun.',
        el: 'Στο Satıcı Ofisi ανοίξτε Hesabım → API Hesapları και δημιουργήστε λογαριασμό API.',
      },
      {
        en: 'Copy its key and secret into the fields below.',
        tr: 'Anahtarını ve parolasını aşağıdaki alanlara kopyalayın.',
        el: 'Αντιγράψτε το κλειδί και το μυστικό στα παρακάτω πεδία.',
      },
    ],
    cannotDo: [
      {
        en: 'n11 lists questions at most once a minute, so new ones come with some delay.',
        tr: 'n11 soruları dakikada en çok bir kez listeler; yeni sorular biraz gecikmeli gelir.',
        el: 'Το n11 δίνει τις ερωτήσεις το πολύ μία φορά το λεπτό· οι νέες έρχονται με μικρή καθυστέρηση.',
      },
      {
        en: 'Each question takes one answer, without files; deadlines and pictures are not given out.',
        tr: 'Her soru dosyasız tek yanıt alır; süreler ve görseller verilmez.',
        el: 'Κάθε ερώτηση δέχεται μία απάντηση χωρίς αρχεία· προθεσμίες και εικόνες δεν δίνονται.',
      },
      {
        en: 'Say which order a question is about: n11 names a product only, so the orders of the same buyer stand beside it where n11 gives the buyer’s address. This part was built from n11’s public documents and not yet tried with a live shop.',
        tr: 'Sorunun hangi siparişle ilgili olduğunu söylemek: n11 yalnızca ürünü belirtir; n11 alıcının adresini verdiğinde aynı alıcının siparişleri yanında gösterilir. Bu bölüm n11’in herkese açık belgelerine göre yapıldı, henüz canlı bir mağazayla denenmedi.',
        el: 'Να πει ποια παραγγελία αφορά μια ερώτηση: το n11 αναφέρει μόνο το προϊόν, γι’ αυτό δίπλα εμφανίζονται οι παραγγελίες του ίδιου αγοραστή, όπου το n11 δίνει τη διεύθυνσή του. Αυτό το μέρος φτιάχτηκε από τα δημόσια έγγραφα του n11 και δεν έχει δοκιμαστεί ακόμη με πραγματικό κατάστημα.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'n11 did not take this key and secret. Please copy both again from API Hesapları.',
        tr: 'n11 bu anahtar ve parolayı kabul etmedi. İkisini de API Hesapları sayfasından yeniden kopyalayın.',
        el: 'Το n11 δεν δέχτηκε αυτό το κλειδί και μυστικό. Αντιγράψτε και τα δύο ξανά από το API Hesapları.',
      },
      'server-busy': {
        en: 'n11 answers this once a minute. Please wait a minute and try again; nothing is wrong.',
        tr: 'n11 buna dakikada bir kez yanıt verir. Lütfen bir dakika bekleyip yeniden deneyin; bir sorun yok.',
        el: 'Το n11 απαντά μία φορά το λεπτό. Περιμένετε ένα λεπτό και δοκιμάστε ξανά· δεν υπάρχει πρόβλημα.',
      },
    },
  },
  panelUrl: 'https://so.n11.com',
};
