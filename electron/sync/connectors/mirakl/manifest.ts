// What the Mirakl connector says of itself.
import type { Manifest } from '../../../../shared/model/manifest.ts';

export const miraklManifest: Manifest = {
  id: 'mirakl',
  label: 'Mirakl',
  icon: 'building-store',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  canStart: false,
  // 30 MB for a whole message, and 50 files in all threads of an order
  outgoingFiles: { maxBytes: 25_000_000, maxCount: 50 },
  minReplyChars: 3,
  maxReplyChars: 50_000,
  pollEveryMs: 300_000, // "at each page that includes an inbox display" (M11)
  isOffered: true,
  addressField: 'marketplace',
  accountFields: [
    {
      id: 'marketplace',
      kind: 'url',
      label: { en: 'Address of the marketplace', tr: 'Pazaryerinin adresi', el: 'Διεύθυνση του marketplace' },
      help: {
        en: 'The address at which you sign in as a seller, without what follows the name. Koçtaş: https://koctas.mirakl.net',
        tr: 'Satıcı olarak giriş yaptığınız adres; addan sonrası olmadan. Koçtaş için: https://koctas.mirakl.net',
        el: 'Η διεύθυνση όπου συνδέεστε ως πωλητής, χωρίς όσα ακολουθούν το όνομα. Koçtaş: https://koctas.mirakl.net',
      },
      placeholder: 'https://koctas.mirakl.net',
      initial: 'https://koctas.mirakl.net',
      isRequired: true,
    },
    {
      id: 'apiKey',
      kind: 'secret',
      label: { en: 'Shop API key', tr: 'Mağaza API anahtarı', el: 'Κλειδί API του καταστήματος' },
      help: {
        en: 'In the seller back office: your name at the top right → API key.',
        tr: 'Satıcı panelinde: sağ üstte adınız → API anahtarı.',
        el: 'Στο περιβάλλον πωλητή: το όνομά σας πάνω δεξιά → Κλειδί API.',
      },
      isRequired: true,
    },
    {
      id: 'shopId',
      kind: 'text',
      label: { en: 'Shop number', tr: 'Mağaza numarası', el: 'Αριθμός καταστήματος' },
      help: {
        en: 'Only if your user works for more than one shop.',
        tr: 'Yalnızca kullanıcınız birden fazla mağaza için çalışıyorsa.',
        el: 'Μόνο αν ο χρήστης σας εργάζεται για περισσότερα καταστήματα.',
      },
      isRequired: false,
      pattern: '\\d{1,12}',
    },
  ],
  guide: {
    steps: [
      {
        en: 'Sign in to the seller back office of your marketplace.',
        tr: 'Pazaryerinizin satıcı paneline giriş yapın.',
        el: 'Συνδεθείτε στο περιβάλλον πωλητή του marketplace σας.',
      },
      {
        en: 'Open your user settings at the top right and choose “API key”. Generate one if there is none; a new key replaces the old one in every other program.',
        tr: 'Sağ üstteki kullanıcı ayarlarını açıp “API anahtarı”nı seçin. Yoksa oluşturun; yeni anahtar, diğer programlardaki eski anahtarın yerine geçer.',
        el: 'Ανοίξτε τις ρυθμίσεις χρήστη πάνω δεξιά και επιλέξτε «Κλειδί API». Αν δεν υπάρχει, δημιουργήστε ένα· το νέο κλειδί αντικαθιστά το παλιό σε κάθε άλλο πρόγραμμα.',
      },
      {
        en: 'Copy the key here, together with the address in your browser’s bar.',
        tr: 'Anahtarı ve tarayıcınızın adres çubuğundaki adresi buraya yapıştırın.',
        el: 'Αντιγράψτε εδώ το κλειδί, μαζί με τη διεύθυνση από τη γραμμή του προγράμματος περιήγησης.',
      },
    ],
    cannotDo: [
      {
        en: 'Mark messages as read at the marketplace: its API does not offer it.',
        tr: 'Mesajları pazaryerinde okundu olarak işaretlemek: API’si buna izin vermez.',
        el: 'Σήμανση μηνυμάτων ως αναγνωσμένων στο marketplace: δεν το προσφέρει το API του.',
      },
      {
        en: 'Send more than 50 files about one order: that is all the marketplace takes in all its threads together.',
        tr: 'Bir sipariş için 50’den fazla dosya göndermek: pazaryeri tüm yazışmalarda toplam bu kadarını kabul eder.',
        el: 'Αποστολή πάνω από 50 αρχείων για μία παραγγελία: τόσα δέχεται το marketplace συνολικά σε όλες τις συνομιλίες του.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'The marketplace did not take this key. Please copy it once more, without spaces, and check that the address is that of the same marketplace.',
        tr: 'Pazaryeri bu anahtarı kabul etmedi. Lütfen boşluk bırakmadan yeniden kopyalayın ve adresin aynı pazaryerine ait olduğunu kontrol edin.',
        el: 'Το marketplace δεν δέχτηκε αυτό το κλειδί. Αντιγράψτε το ξανά χωρίς κενά και ελέγξτε ότι η διεύθυνση ανήκει στο ίδιο marketplace.',
      },
      'bad-data': {
        en: 'Something answers at this address, but it is no Mirakl marketplace. Please check the address.',
        tr: 'Bu adreste yanıt veren bir yer var ama Mirakl pazaryeri değil. Lütfen adresi kontrol edin.',
        el: 'Κάτι απαντά σε αυτή τη διεύθυνση, αλλά δεν είναι marketplace της Mirakl. Ελέγξτε τη διεύθυνση.',
      },
      gone: {
        en: 'There is no Mirakl marketplace at this address. Please check the address.',
        tr: 'Bu adreste bir Mirakl pazaryeri yok. Lütfen adresi kontrol edin.',
        el: 'Δεν υπάρχει marketplace της Mirakl σε αυτή τη διεύθυνση. Ελέγξτε τη διεύθυνση.',
      },
    },
  },
};
