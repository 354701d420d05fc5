// What the WooCommerce connector says of itself.
import type { Manifest } from '../../../../shared/model/manifest.ts';

export const woocommerceManifest: Manifest = {
  id: 'woocommerce',
  label: 'WooCommerce',
  icon: 'store',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: false,
    orders: true,
    reviews: true,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  canStart: false,
  maxReplyChars: 65_000, // WordPress refuses comments above 65,525 characters
  pollEveryMs: 600_000, // the shop's own server
  isOffered: true,
  addressField: 'shop',
  accountFields: [
    {
      id: 'shop',
      kind: 'url',
      label: { en: 'Address of the shop', tr: 'Mağazanın adresi', el: 'Διεύθυνση του καταστήματος' },
      help: {
        en: 'As customers see it; it must begin with https.',
        tr: 'Müşterilerin gördüğü adres; https ile başlamalıdır.',
        el: 'Όπως τη βλέπουν οι πελάτες· πρέπει να αρχίζει με https.',
      },
      placeholder: 'https://www.magazaniz.example',
      isRequired: true,
    },
    {
      id: 'consumerKey',
      kind: 'secret',
      label: { en: 'Consumer key', tr: 'Müşteri anahtarı (Consumer key)', el: 'Κλειδί (Consumer key)' },
      help: { en: 'Begins with ck_.', tr: 'ck_ ile başlar.', el: 'Αρχίζει με ck_.' },
      placeholder: 'ck_…',
      isRequired: true,
    },
    {
      id: 'consumerSecret',
      kind: 'secret',
      label: { en: 'Consumer secret', tr: 'Gizli anahtar (Consumer secret)', el: 'Μυστικό (Consumer secret)' },
      help: {
        en: 'Begins with cs_; WooCommerce shows it only once.',
        tr: 'cs_ ile başlar; WooCommerce bunu yalnızca bir kez gösterir.',
        el: 'Αρχίζει με cs_· το WooCommerce το δείχνει μόνο μία φορά.',
      },
      placeholder: 'cs_…',
      isRequired: true,
    },
    {
      id: 'starsOnly',
      kind: 'choice',
      label: { en: 'Reviews of stars alone', tr: 'Yalnızca yıldız verilen yorumlar', el: 'Κριτικές μόνο με αστέρια' },
      help: {
        en: 'They are counted either way.',
        tr: 'Her iki durumda da sayılırlar.',
        el: 'Μετρούν και στις δύο περιπτώσεις.',
      },
      isRequired: true,
      initial: 'closed',
      choices: [
        { value: 'closed', label: { en: 'Put them into Closed', tr: 'Kapananlara koy', el: 'Κατευθείαν στα Κλειστά' } },
        {
          value: 'open',
          label: { en: 'Show them in the inbox', tr: 'Gelen kutusunda göster', el: 'Εμφάνιση στα εισερχόμενα' },
        },
      ],
    },
    {
      id: 'wordpressUser',
      kind: 'text',
      label: { en: 'WordPress user name', tr: 'WordPress kullanıcı adı', el: 'Όνομα χρήστη WordPress' },
      help: {
        en: 'Only for public answers to reviews from here. Without it Defter opens the shop’s page for them.',
        tr: 'Yalnızca yorumlara buradan herkese açık yanıt vermek için. Boşsa Defter bunun için mağazanın sayfasını açar.',
        el: 'Μόνο για δημόσιες απαντήσεις σε κριτικές από εδώ. Αλλιώς το Defter ανοίγει τη σελίδα του καταστήματος.',
      },
      isRequired: false,
    },
    {
      id: 'wordpressPassword',
      kind: 'secret',
      label: { en: 'Application password', tr: 'Uygulama parolası', el: 'Κωδικός εφαρμογής' },
      help: {
        en: 'WordPress → Users → Profile → Application Passwords. Not the password you sign in with.',
        tr: 'WordPress → Kullanıcılar → Profil → Uygulama parolaları. Giriş parolanız değildir.',
        el: 'WordPress → Χρήστες → Προφίλ → Κωδικοί εφαρμογών. Δεν είναι ο κωδικός σύνδεσής σας.',
      },
      isRequired: false,
    },
  ],
  guide: {
    steps: [
      {
        en: 'In WordPress open WooCommerce → Settings → Advanced → REST API and choose “Add key”.',
        tr: 'WordPress’te WooCommerce → Ayarlar → Gelişmiş → REST API bölümünü açıp “Anahtar ekle”yi seçin.',
        el: 'Στο WordPress ανοίξτε WooCommerce → Ρυθμίσεις → Για προχωρημένους → REST API και επιλέξτε «Προσθήκη κλειδιού».',
      },
      {
        en: 'Write “Defter” as description, choose a user who may see orders, and the permission “Read/Write”.',
        tr: 'Açıklamaya “Defter” yazın, siparişleri görebilen bir kullanıcı ve “Okuma/Yazma” iznini seçin.',
        el: 'Γράψτε «Defter» στην περιγραφή, επιλέξτε χρήστη που βλέπει παραγγελίες και δικαίωμα «Ανάγνωση/Εγγραφή».',
      },
      {
        en: 'Copy both keys here before you leave the page; they are shown only once.',
        tr: 'Sayfadan ayrılmadan iki anahtarı da buraya kopyalayın; yalnızca bir kez gösterilirler.',
        el: 'Αντιγράψτε εδώ και τα δύο κλειδιά πριν φύγετε από τη σελίδα· εμφανίζονται μόνο μία φορά.',
      },
    ],
    cannotDo: [
      {
        en: 'Receive customers’ answers: WooCommerce sends your note as an e-mail, and the answer comes to the shop’s mailbox.',
        tr: 'Müşterinin yanıtını almak: WooCommerce notunuzu e-posta olarak gönderir, yanıt mağazanın posta kutusuna gelir.',
        el: 'Λήψη απαντήσεων: το WooCommerce στέλνει τη σημείωση ως email και η απάντηση έρχεται στο γραμματοκιβώτιο του καταστήματος.',
      },
      {
        en: 'Send files: notes and answers to reviews are text only. Send a file from the shop’s mailbox.',
        tr: 'Dosya göndermek: notlar ve yorum yanıtları yalnızca metindir. Dosyayı mağazanın posta kutusundan gönderin.',
        el: 'Αποστολή αρχείων: οι σημειώσεις και οι απαντήσεις σε κριτικές είναι μόνο κείμενο. Στείλτε το αρχείο από το γραμματοκιβώτιο του καταστήματος.',
      },
      {
        en: 'Answer reviews without a WordPress application password.',
        tr: 'WordPress uygulama parolası olmadan yorumları yanıtlamak.',
        el: 'Απάντηση σε κριτικές χωρίς κωδικό εφαρμογής WordPress.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'The shop did not take these keys. Please check that both were copied whole and that their permission is “Read/Write”.',
        tr: 'Mağaza bu anahtarları kabul etmedi. İkisinin de eksiksiz kopyalandığını ve izninin “Okuma/Yazma” olduğunu kontrol edin.',
        el: 'Το κατάστημα δεν δέχτηκε τα κλειδιά. Ελέγξτε ότι αντιγράφηκαν ολόκληρα και ότι έχουν δικαίωμα «Ανάγνωση/Εγγραφή».',
      },
      gone: {
        en: 'There is no WooCommerce API at this address. In WordPress choose any setting but “Plain” under Settings → Permalinks, and check the address.',
        tr: 'Bu adreste WooCommerce API’si yok. WordPress’te Ayarlar → Kalıcı bağlantılar altında “Düz” dışında bir seçenek seçin ve adresi kontrol edin.',
        el: 'Δεν υπάρχει API του WooCommerce σε αυτή τη διεύθυνση. Στο WordPress, στις Ρυθμίσεις → Μόνιμοι σύνδεσμοι, επιλέξτε κάτι άλλο από «Απλός» και ελέγξτε τη διεύθυνση.',
      },
      'bad-data': {
        en: 'Something answers at this address, but it is no WooCommerce shop, or the address does not begin with https.',
        tr: 'Bu adreste yanıt veren bir yer var ama WooCommerce mağazası değil ya da adres https ile başlamıyor.',
        el: 'Κάτι απαντά σε αυτή τη διεύθυνση, αλλά δεν είναι κατάστημα WooCommerce ή η διεύθυνση δεν αρχίζει με https.',
      },
      'tls-untrusted': {
        en: 'The shop’s certificate cannot be trusted. Please ask whoever hosts it to renew it.',
        tr: 'Mağazanın güvenlik sertifikasına güvenilemiyor. Lütfen barındırma firmanızdan yenilemesini isteyin.',
        el: 'Το πιστοποιητικό του καταστήματος δεν είναι αξιόπιστο. Ζητήστε από τον πάροχο φιλοξενίας να το ανανεώσει.',
      },
    },
  },
};
