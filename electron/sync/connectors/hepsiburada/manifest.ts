// What the Hepsiburada connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const hepsiburadaManifest: Manifest = {
  id: 'hepsiburada',
  label: 'Hepsiburada',
  icon: 'shopping-bag',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: true,
    moderated: false,
  },
  canFormat: false,
  // It publishes neither kinds nor sizes; what it refuses stays in the outbox with its words.
  outgoingFiles: { maxBytes: 10_000_000 },
  minReplyChars: 1,
  maxReplyChars: 2000,
  pollEveryMs: 90_000,
  isOffered: true,
  addressField: 'merchantId',
  accountFields: [
    {
      id: 'merchantId',
      kind: 'text',
      label: { en: 'Merchant ID', tr: 'Mağaza ID (Merchant ID)', el: 'Αναγνωριστικό καταστήματος (Merchant ID)' },
      help: {
        en: 'The long code with dashes in the integration details of your merchant panel.',
        tr: 'Mağaza panelinizde entegrasyon bilgilerindeki tireli uzun kod.',
        el: 'Ο μακρύς κωδικός με παύλες στα στοιχεία ενσωμάτωσης του πίνακα καταστήματος.',
      },
      placeholder: '00000000-0000-0000-0000-000000000000',
      isRequired: true,
      pattern: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
    },
    {
      id: 'serviceKey',
      kind: 'secret',
      label: { en: 'Service key', tr: 'Servis anahtarı', el: 'Κλειδί υπηρεσίας' },
      help: {
        en: '“Servis Anahtarı” on the same page. Each shop has its own.',
        tr: 'Aynı sayfada “Servis Anahtarı”. Her mağazanınki ayrıdır.',
        el: '«Servis Anahtarı» στην ίδια σελίδα. Κάθε κατάστημα έχει το δικό του.',
      },
      isRequired: true,
    },
    {
      id: 'userAgent',
      kind: 'text',
      label: { en: 'Developer user name', tr: 'Geliştirici kullanıcı adı', el: 'Όνομα χρήστη προγραμματιστή' },
      help: {
        en: 'The name Hepsiburada gave for integrations (User-Agent). If the test says no, ask support which form they expect.',
        tr: 'Hepsiburada’nın entegrasyon için verdiği ad (User-Agent). Deneme reddedilirse hangi biçimi beklediklerini desteğe sorun.',
        el: 'Το όνομα που έδωσε η Hepsiburada για ενσωματώσεις (User-Agent). Αν η δοκιμή αποτύχει, ρωτήστε την υποστήριξη ποια μορφή περιμένει.',
      },
      isRequired: true,
      pattern: '[\\x20-\\x7e]{1,100}',
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
    keysUrl: 'https://merchant.hepsiburada.com',
    steps: [
      {
        en: 'In the merchant panel, open the integration details and note the merchant ID, the service key and the developer user name.',
        tr: 'Mağaza panelinde entegrasyon bilgilerini açın; mağaza ID, servis anahtarı ve geliştirici kullanıcı adını not edin.',
        el: 'Στον πίνακα καταστήματος ανοίξτε τα στοιχεία ενσωμάτωσης και σημειώστε Merchant ID, κλειδί υπηρεσίας και όνομα προγραμματιστή.',
      },
      {
        en: 'Questions are switched on by Hepsiburada’s support: Yardım → Satıcı Destek Talep Formu → API Entegrasyon → API Entegratör Yetkilendirme. Send the text below and wait for their answer.',
        tr: 'Soruları Hepsiburada desteği açar: Yardım → Satıcı Destek Talep Formu → API Entegrasyon → API Entegratör Yetkilendirme. Aşağıdaki metni gönderip yanıtı bekleyin.',
        el: 'Τις ερωτήσεις τις ενεργοποιεί η υποστήριξη: Yardım → Satıcı Destek Talep Formu → API Entegrasyon → API Entegratör Yetkilendirme. Στείλτε το παρακάτω κείμενο και περιμένετε απάντηση.',
      },
    ],
    request: {
      en: 'Merhaba,\nmağazamızın “Satıcıya Sor” (soru-cevap) API erişiminin canlı ortamda açılmasını rica ederiz. Soruları kendi bilgisayarımızdaki Defter programıyla okuyup yanıtlayacağız.\nMağaza ID: …\nGeliştirici kullanıcı adı: …\nTeşekkür ederiz.',
      tr: 'Merhaba,\nmağazamızın “Satıcıya Sor” (soru-cevap) API erişiminin canlı ortamda açılmasını rica ederiz. Soruları kendi bilgisayarımızdaki Defter programıyla okuyup yanıtlayacağız.\nMağaza ID: …\nGeliştirici kullanıcı adı: …\nTeşekkür ederiz.',
      el: 'Merhaba,\nmağazamızın “Satıcıya Sor” (soru-cevap) API erişiminin canlı ortamda açılmasını rica ederiz. Soruları kendi bilgisayarımızdaki Defter programıyla okuyup yanıtlayacağız.\nMağaza ID: …\nGeliştirici kullanıcı adı: …\nTeşekkür ederiz.',
    },
    cannotDo: [
      {
        en: 'Hepsiburada does not say which files it takes. Defter sends up to 10 MB with an answer; if Hepsiburada refuses a file, the answer stays here with its reason.',
        tr: 'Hepsiburada hangi dosyaları kabul ettiğini yayımlamıyor. Defter bir yanıtla en çok 10 MB gönderir; Hepsiburada bir dosyayı reddederse yanıt nedeniyle birlikte burada kalır.',
        el: 'Η Hepsiburada δεν δημοσιεύει ποια αρχεία δέχεται. Το Defter στέλνει έως 10 MB με μια απάντηση· αν κάποιο αρχείο απορριφθεί, η απάντηση μένει εδώ με την αιτία.',
      },
      {
        en: 'After the deadline Hepsiburada closes a question by itself and takes no answer.',
        tr: 'Süre dolunca Hepsiburada soruyu kendisi kapatır ve yanıt almaz.',
        el: 'Μετά την προθεσμία η Hepsiburada κλείνει μόνη της την ερώτηση και δεν δέχεται απάντηση.',
      },
      {
        en: 'A question does not give the customer’s name: it comes with the order that the question is about. Without an order the same customer is recognised by a code.',
        tr: 'Soruda müşterinin adı verilmez; ad, sorunun ait olduğu siparişle gelir. Sipariş yoksa aynı müşteri bir kodla tanınır.',
        el: 'Η ερώτηση δεν δίνει το όνομα του πελάτη· έρχεται με την παραγγελία που αφορά. Χωρίς παραγγελία ο ίδιος πελάτης αναγνωρίζεται με κωδικό.',
      },
      {
        en: 'Only orders that a question names are shown. Reporting a question, claims and reviews are found in the merchant panel.',
        tr: 'Yalnızca bir sorunun belirttiği siparişler gösterilir. Soruyu bildirme, talepler ve yorumlar mağaza panelindedir.',
        el: 'Εμφανίζονται μόνο οι παραγγελίες που αναφέρει μια ερώτηση. Η αναφορά ερώτησης, τα αιτήματα και οι κριτικές βρίσκονται στον πίνακα καταστήματος.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'Hepsiburada said no. Either a value is wrong, or its support has not yet opened questions for your shop: send the text above and try again after their answer.',
        tr: 'Hepsiburada izin vermedi. Ya değerlerden biri yanlış ya da destek mağazanız için soruları henüz açmadı: yukarıdaki metni gönderin, yanıtlarından sonra yeniden deneyin.',
        el: 'Η Hepsiburada αρνήθηκε. Ή κάποια τιμή είναι λάθος ή η υποστήριξη δεν έχει ανοίξει ακόμη τις ερωτήσεις: στείλτε το παραπάνω κείμενο και δοκιμάστε μετά την απάντησή της.',
      },
    },
  },
  panelUrl: 'https://merchant.hepsiburada.com',
};
