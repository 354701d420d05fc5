// What the Telegram connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const telegramManifest: Manifest = {
  id: 'telegram',
  label: 'Telegram',
  icon: 'telegram',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: false,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  // 50 MB each at Telegram; the words go along as the caption, so that all of it arrives together
  outgoingFiles: { maxBytes: 25_000_000, maxCount: 10, maxReplyChars: 1024 },
  minReplyChars: 1,
  maxReplyChars: 4096,
  pollEveryMs: 60_000,
  isOffered: true,
  addressField: 'botName',
  accountFields: [
    {
      id: 'botName',
      kind: 'text',
      label: { en: 'User name of the bot', tr: 'Botun kullanıcı adı', el: 'Όνομα χρήστη του bot' },
      help: {
        en: 'The name you chose at @BotFather; it ends in “bot”.',
        tr: '@BotFather’da seçtiğiniz, “bot” ile biten ad.',
        el: 'Το όνομα που επιλέξατε στο @BotFather· τελειώνει σε «bot».',
      },
      placeholder: '@magazamiz_bot',
      isRequired: true,
      pattern: '@?[A-Za-z0-9_]{4,32}',
    },
    {
      id: 'token',
      kind: 'secret',
      label: { en: 'Bot token', tr: 'Bot anahtarı (token)', el: 'Token του bot' },
      help: {
        en: 'The line that @BotFather gave, such as 123456789:AA….',
        tr: '@BotFather’ın verdiği satır, örneğin 123456789:AA….',
        el: 'Η γραμμή που έδωσε το @BotFather, π.χ. 123456789:AA….',
      },
      isRequired: true,
      pattern: '\\d{5,20}:[A-Za-z0-9_-]{20,100}',
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
    keysUrl: 'https://t.me/BotFather',
    steps: [
      {
        en: 'In Telegram, write /newbot to @BotFather and choose a name for your shop’s bot.',
        tr: 'Telegram’da @BotFather’a /newbot yazın ve mağazanızın botuna bir ad seçin.',
        el: 'Στο Telegram γράψτε /newbot στο @BotFather και διαλέξτε όνομα για το bot του καταστήματος.',
      },
      {
        en: 'Copy the token from its answer into the field below. Whoever has it can write as your shop: keep it to yourself.',
        tr: 'Yanıtındaki anahtarı aşağıya kopyalayın. Onu bilen mağazanız adına yazabilir: kimseyle paylaşmayın.',
        el: 'Αντιγράψτε το token από την απάντησή του. Όποιος το έχει γράφει ως το κατάστημά σας: κρατήστε το για εσάς.',
      },
      {
        en: 'Give customers the bot’s link, t.me/…; only those who write to it first can be answered.',
        tr: 'Müşterilerinize botun bağlantısını (t.me/…) verin; yalnızca önce yazanlara yanıt verilebilir.',
        el: 'Δώστε στους πελάτες τον σύνδεσμο t.me/… · απάντηση παίρνουν μόνο όσοι γράψουν πρώτοι.',
      },
    ],
    cannotDo: [
      {
        en: 'Messages wait at Telegram for a day; what came while Defter was off for longer is lost.',
        tr: 'Mesajlar Telegram’da bir gün bekler; Defter daha uzun kapalı kalırsa aradakiler kaybolur.',
        el: 'Τα μηνύματα περιμένουν στο Telegram μία ημέρα· αν το Defter μείνει κλειστό περισσότερο, χάνονται.',
      },
      {
        en: 'What was sent cannot be looked up: if the line breaks while sending, Defter asks you before it sends again.',
        tr: 'Gönderilen mesaj sonradan sorgulanamaz: gönderirken bağlantı koparsa Defter yeniden göndermeden önce size sorar.',
        el: 'Ό,τι στάλθηκε δεν μπορεί να ελεγχθεί: αν κοπεί η γραμμή, το Defter σας ρωτά πριν ξαναστείλει.',
      },
      {
        en: 'A bot can be read by one program at a time.',
        tr: 'Bir botu aynı anda tek program okuyabilir.',
        el: 'Ένα bot το διαβάζει ένα πρόγραμμα κάθε φορά.',
      },
      {
        en: 'Telegram knows no orders: those come from your shop’s other accounts.',
        tr: 'Telegram siparişleri bilmez: siparişler mağazanızın diğer hesaplarından gelir.',
        el: 'Το Telegram δεν γνωρίζει παραγγελίες: αυτές έρχονται από τους άλλους λογαριασμούς του καταστήματος.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'Telegram does not know this token. Copy it again from @BotFather, whole.',
        tr: 'Telegram bu anahtarı tanımıyor. @BotFather’dan eksiksiz olarak yeniden kopyalayın.',
        el: 'Το Telegram δεν αναγνωρίζει αυτό το token. Αντιγράψτε το ξανά ολόκληρο από το @BotFather.',
      },
      conflict: {
        en: 'Another program reads this bot, or it has a webhook. Stop that one first; only one can read it.',
        tr: 'Bu botu başka bir program okuyor ya da webhook’u var. Önce onu durdurun; yalnızca biri okuyabilir.',
        el: 'Ένα άλλο πρόγραμμα διαβάζει αυτό το bot ή έχει webhook. Σταματήστε πρώτα εκείνο.',
      },
    },
  },
};
