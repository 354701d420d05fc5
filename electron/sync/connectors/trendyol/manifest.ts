// What the Trendyol connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const trendyolManifest: Manifest = {
  id: 'trendyol',
  label: 'Trendyol',
  icon: 'shopping-bag',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: false,
    orders: true,
    reviews: false,
    deadline: true,
    moderated: true,
  },
  canFormat: false,
  minReplyChars: 10,
  maxReplyChars: 2000,
  pollEveryMs: 60_000,
  isOffered: true,
  addressField: 'sellerId',
  accountFields: [
    {
      id: 'sellerId',
      kind: 'text',
      label: { en: 'Seller ID', tr: 'Satıcı ID (Cari ID)', el: 'Αναγνωριστικό πωλητή (Seller ID)' },
      help: {
        en: 'The number at the top of the integration page.',
        tr: 'Entegrasyon sayfasının en üstündeki numara.',
        el: 'Ο αριθμός στην κορυφή της σελίδας ενσωμάτωσης.',
      },
      placeholder: '123456',
      isRequired: true,
      pattern: '\\d{1,15}',
    },
    {
      id: 'apiKey',
      kind: 'secret',
      label: { en: 'API key', tr: 'API anahtarı (API Key)', el: 'Κλειδί API' },
      help: {
        en: 'On the same page, “API Key”.',
        tr: 'Aynı sayfada, “API Key”.',
        el: 'Στην ίδια σελίδα, «API Key».',
      },
      isRequired: true,
    },
    {
      id: 'apiSecret',
      kind: 'secret',
      label: { en: 'API secret', tr: 'API gizli anahtarı (API Secret)', el: 'Μυστικό API' },
      help: {
        en: 'On the same page, “API Secret”.',
        tr: 'Aynı sayfada, “API Secret”.',
        el: 'Στην ίδια σελίδα, «API Secret».',
      },
      isRequired: true,
    },
    {
      id: 'storeFront',
      kind: 'choice',
      label: { en: 'Storefront', tr: 'Vitrin', el: 'Κατάστημα' },
      help: {
        en: 'A shop that sells in several countries adds one account for each.',
        tr: 'Birden çok ülkede satan mağaza her ülke için bir hesap ekler.',
        el: 'Κατάστημα που πουλά σε πολλές χώρες προσθέτει έναν λογαριασμό για καθεμία.',
      },
      isRequired: true,
      initial: 'TR',
      choices: [
        { value: 'TR', label: { en: 'Türkiye', tr: 'Türkiye', el: 'Τουρκία' } },
        { value: 'GR', label: { en: 'Greece', tr: 'Yunanistan', el: 'Ελλάδα' } },
        { value: 'DE', label: { en: 'Germany', tr: 'Almanya', el: 'Γερμανία' } },
        { value: 'RO', label: { en: 'Romania', tr: 'Romanya', el: 'Ρουμανία' } },
        { value: 'BG', label: { en: 'Bulgaria', tr: 'Bulgaristan', el: 'Βουλγαρία' } },
        { value: 'CZ', label: { en: 'Czechia', tr: 'Çekya', el: 'Τσεχία' } },
        { value: 'SK', label: { en: 'Slovakia', tr: 'Slovakya', el: 'Σλοβακία' } },
        { value: 'SA', label: { en: 'Saudi Arabia', tr: 'Suudi Arabistan', el: 'Σαουδική Αραβία' } },
        {
          value: 'AE',
          label: { en: 'United Arab Emirates', tr: 'Birleşik Arap Emirlikleri', el: 'Ηνωμένα Αραβικά Εμιράτα' },
        },
      ],
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
    keysUrl: 'https://partner.trendyol.com/account/info?tab=integrationInformation',
    steps: [
      {
        en: 'Sign in to the Trendyol seller panel as the master user; other users do not see the keys.',
        tr: 'Trendyol satıcı paneline ana kullanıcı olarak girin; diğer kullanıcılar anahtarları görmez.',
        el: 'Συνδεθείτε στον πίνακα πωλητή της Trendyol ως κύριος χρήστης· οι άλλοι χρήστες δεν βλέπουν τα κλειδιά.',
      },
      {
        en: 'Open “Hesap Bilgilerim” (my account), then “Entegrasyon Bilgileri” (integration).',
        tr: '“Hesap Bilgilerim” sayfasını, sonra “Entegrasyon Bilgileri” sekmesini açın.',
        el: 'Ανοίξτε «Hesap Bilgilerim» (ο λογαριασμός μου) και μετά «Entegrasyon Bilgileri» (ενσωμάτωση).',
      },
      {
        en: 'Copy the three values into the fields below.',
        tr: 'Üç değeri aşağıdaki alanlara kopyalayın.',
        el: 'Αντιγράψτε τις τρεις τιμές στα παρακάτω πεδία.',
      },
    ],
    cannotDo: [
      {
        en: 'Each question takes one answer of 10 to 2,000 characters, without files; it cannot be changed afterwards.',
        tr: 'Her soru 10 ile 2.000 karakter arasında, dosyasız tek bir cevap alır; cevap sonradan değiştirilemez.',
        el: 'Κάθε ερώτηση δέχεται μία απάντηση 10 έως 2.000 χαρακτήρων, χωρίς αρχεία, που δεν αλλάζει μετά.',
      },
      {
        en: 'Trendyol checks answers before it shows them. A refused one comes back here with the reason.',
        tr: 'Trendyol cevapları yayınlamadan önce denetler. Reddedilen cevap nedeniyle birlikte buraya döner.',
        el: 'Η Trendyol ελέγχει τις απαντήσεις πριν τις δημοσιεύσει. Όποια απορριφθεί επιστρέφει εδώ με τον λόγο.',
      },
      {
        en: 'Product reviews, photos in questions and returns cannot be handled here: Trendyol’s panel does that.',
        tr: 'Ürün yorumları, sorulardaki fotoğraflar ve iadeler buradan yönetilemez; bunları Trendyol paneli yapar.',
        el: 'Οι κριτικές, οι φωτογραφίες των ερωτήσεων και οι επιστροφές δεν γίνονται από εδώ, αλλά στον πίνακα της Trendyol.',
      },
      {
        en: 'Questions do not say which order they are about; Defter shows the orders of the same customer.',
        tr: 'Sorular hangi siparişle ilgili olduğunu söylemez; Defter aynı müşterinin siparişlerini gösterir.',
        el: 'Οι ερωτήσεις δεν λένε ποια παραγγελία αφορούν· το Defter δείχνει τις παραγγελίες του ίδιου πελάτη.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'Trendyol did not take these keys. Check that the seller ID, key and secret are from the same page, and that the keys were not renewed since.',
        tr: 'Trendyol bu anahtarları kabul etmedi. Satıcı ID, anahtar ve gizli anahtarın aynı sayfadan alındığını ve anahtarların sonradan yenilenmediğini kontrol edin.',
        el: 'Η Trendyol δεν δέχτηκε αυτά τα κλειδιά. Ελέγξτε ότι το Seller ID, το κλειδί και το μυστικό είναι από την ίδια σελίδα και ότι δεν ανανεώθηκαν στο μεταξύ.',
      },
      'server-busy': {
        en: 'Trendyol asked for a short pause. Please try again in half a minute.',
        tr: 'Trendyol kısa bir ara istedi. Lütfen yarım dakika sonra yeniden deneyin.',
        el: 'Η Trendyol ζήτησε μια μικρή παύση. Δοκιμάστε ξανά σε μισό λεπτό.',
      },
    },
  },
  panelUrl: 'https://partner.trendyol.com',
};
