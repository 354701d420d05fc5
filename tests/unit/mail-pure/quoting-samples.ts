// Replies as the common mail programs write them, each with what its writer newly wrote.

export interface ReplySample {
  name: string;
  text: string;
  fresh: string;
  signature?: string;
}

const shop = 'Mavi Atölye <destek@atolye.example>';
const quote = '> Siparişiniz kargolandı.\n> Hoşça kalın';

export const replySamples: ReplySample[] = [
  {
    name: 'Gmail en',
    text: `Thanks, got it.\n\nOn Fri, Nov 20, 2026 at 10:12 AM ${shop} wrote:\n\n${quote}`,
    fresh: 'Thanks, got it.',
  },
  {
    name: 'Gmail tr, older',
    text: `Aldım, sağ olun.\n\n${shop}, 20 Kas 2026 Cum, 10:12 tarihinde şunu yazdı:\n\n${quote}`,
    fresh: 'Aldım, sağ olun.',
  },
  {
    name: 'Gmail tr, newer',
    text: `Aldım, sağ olun.\n\n20 Kas 2026 Cum, saat 10:12 tarihinde ${shop} şunu yazdı:\n\n${quote}`,
    fresh: 'Aldım, sağ olun.',
  },
  {
    name: 'Gmail tr, wrapped',
    text: `İade istiyorum.\n\nMavi Atölye Uzun İsimli Ticaret <destek@atolye.example>, 3 Mar 2025 Pzt,\n10:11 tarihinde şunu yazdı:\n\n${quote}`,
    fresh: 'İade istiyorum.',
  },
  {
    name: 'Gmail el',
    text: `Ευχαριστώ πολύ.\n\nΣτις Παρ 20 Νοε 2026 στις 10:12 π.μ., ο χρήστης ${shop} έγραψε:\n\n${quote}`,
    fresh: 'Ευχαριστώ πολύ.',
  },
  {
    name: 'Gmail el, wrapped in the address',
    text: `Ευχαριστώ.\n\nΣτις Παρ 20 Νοε 2026 στις 10:12 π.μ., ο χρήστης Mavi Atölye <\ndestek@atolye.example> έγραψε:\n\n${quote}`,
    fresh: 'Ευχαριστώ.',
  },
  {
    name: 'Gmail el, wrapped before the verb',
    text: `Θέλω επιστροφή.\n\nΣτις Δευ 3 Μαρ 2025 στις 10:11 π.μ., ο χρήστης ${shop}\nέγραψε:\n\n${quote}`,
    fresh: 'Θέλω επιστροφή.',
  },
  {
    name: 'Apple en',
    text: `OK\n\nSent from my iPhone\n\nOn Nov 20, 2026, at 10:12 AM, ${shop} wrote:\n\n> hi`,
    fresh: 'OK',
    signature: 'Sent from my iPhone',
  },
  {
    name: 'Apple tr',
    text: `Tamamdır\n\niPhone’umdan gönderildi\n\n> 20 Kas 2026 tarihinde ${shop} şunları yazdı:\n> \n> Siparişiniz`,
    fresh: 'Tamamdır',
    signature: 'iPhone’umdan gönderildi',
  },
  {
    name: 'Apple tr, date at the end',
    text: `İade istiyorum.\n\n${shop} şunları yazdı (3 Mar 2025 10:11):\n\n${quote}`,
    fresh: 'İade istiyorum.',
  },
  {
    name: 'Apple el',
    text: `Ναι\n\nΣτάλθηκε από το iPhone μου\n\n> Στις 20 Νοε 2026, στις 10:12 π.μ., ο χρήστης ${shop} έγραψε:\n> \n> Η παραγγελία`,
    fresh: 'Ναι',
    signature: 'Στάλθηκε από το iPhone μου',
  },
  {
    name: 'Outlook en',
    text: `I want a refund.\n\nFrom: ${shop}\nSent: Friday, November 20, 2026 10:12 AM\nTo: Al <al@customer.example>\nSubject: Order\n\nYour order shipped.`,
    fresh: 'I want a refund.',
  },
  {
    name: 'Outlook tr',
    text: `İade istiyorum.\n\nKimden: ${shop}\nGönderilen: 20 Kasım 2026 Cuma 10:12\nKime: Ali <ali@customer.example>\nKonu: Sipariş\n\nYolda.`,
    fresh: 'İade istiyorum.',
  },
  {
    name: 'Outlook tr on the phone',
    text: `İade istiyorum.\n\nAndroid için Outlook'u edinin\n________________________________\nGönderen: ${shop}\nGönderildi: 20 Kasım 2026 Cuma 10:12\nKime: Ali <ali@customer.example>\nKonu: Sipariş\n\nYolda.`,
    fresh: 'İade istiyorum.',
    signature: "Android için Outlook'u edinin",
  },
  {
    name: 'Outlook el',
    text: `Θέλω επιστροφή.\n\nΑπό: ${shop}\nΣτάλθηκε: Παρασκευή, 20 Νοεμβρίου 2026 10:12\nΠρος: Γιώργος <g@customer.example>\nΘέμα: Παραγγελία\n\nΈφυγε.`,
    fresh: 'Θέλω επιστροφή.',
  },
  {
    name: 'Outlook de',
    text: `Danke.\n\nVon: ${shop}\nGesendet: Freitag, 20. November 2026 10:12\nAn: Uli <u@customer.example>\nBetreff: AW: Bestellung\n\nUnterwegs.`,
    fresh: 'Danke.',
  },
  {
    name: 'Outlook fr with bold labels',
    text: `Merci.\n\n*De :* ${shop}\n*Envoyé :* vendredi 20 novembre 2026 10:12\n*À :* Luc <l@customer.example>\n*Objet :* Commande\n\nEn route.`,
    fresh: 'Merci.',
  },
  { name: 'Thunderbird en', text: `Yes.\n\nOn 20/11/2026 10:12, Mavi Atölye wrote:\n> hi`, fresh: 'Yes.' },
  { name: 'Thunderbird tr', text: `Olur.\n\nMavi Atölye, 20.11.2026 10:12 tarihinde yazdı:\n${quote}`, fresh: 'Olur.' },
  { name: 'Thunderbird el', text: `Ναι.\n\nΣτις 20/11/26 10:12, ο/η Mavi Atölye έγραψε:\n${quote}`, fresh: 'Ναι.' },
  { name: 'Thunderbird de', text: `Ja.\n\nAm 20.11.26 um 10:12 schrieb Mavi Atölye:\n${quote}`, fresh: 'Ja.' },
  { name: 'Thunderbird fr', text: `Oui.\n\nLe 20/11/2026 à 10:12, Mavi Atölye a écrit :\n${quote}`, fresh: 'Oui.' },
  {
    name: 'Yahoo tr, original without marks',
    text: `İade istiyorum.\n\n20 Kasım 2026 Cuma 10:12:22 GMT+3 tarihinde, ${shop} şunu yazdı:\n\nSiparişiniz yolda`,
    fresh: 'İade istiyorum.',
  },
  {
    name: 'Yahoo el, original without marks',
    text: `Θέλω επιστροφή.\n\nΣτις Παρασκευή 20 Νοεμβρίου 2026 στις 10:12:22 π.μ. EET, ο χρήστης ${shop} έγραψε:\n\nΈφυγε`,
    fresh: 'Θέλω επιστροφή.',
  },
  {
    name: 'original message tr',
    text: 'Merhaba\n\n-----Orijinal İleti-----\nKimden: x\nKonu: y\n\neski',
    fresh: 'Merhaba',
  },
  {
    name: 'original message tr, Thunderbird',
    text: 'Merhaba\n\n-------- Özgün İleti --------\neski',
    fresh: 'Merhaba',
  },
  { name: 'original message el', text: 'Γεια\n\n-------- Αρχικό μήνυμα --------\nΑπό: x\n\nπαλιό', fresh: 'Γεια' },
  { name: 'original message en', text: 'Hi\n\n-----Original Message-----\nFrom: x\n\nold', fresh: 'Hi' },
  {
    name: 'forwarded',
    text: `Please read.\n\n---------- Forwarded message ---------\nFrom: ${shop}\nDate: Fri, Nov 20, 2026\n\nold`,
    fresh: 'Please read.',
  },
  { name: 'forwarded without a word', text: `---------- Forwarded message ---------\nFrom: ${shop}\n\nold`, fresh: '' },
  {
    name: 'signature',
    text: 'See below, works.\n\n-- \nJohn Smith\n+44 123\n',
    fresh: 'See below, works.',
    signature: '-- \nJohn Smith\n+44 123',
  },
  {
    name: 'signature and phone',
    text: 'Thanks!\n\n--\nJohn\n\nSent from my iPad',
    fresh: 'Thanks!',
    signature: '--\nJohn\n\nSent from my iPad',
  },
  { name: 'marks only', text: `Tamam.\n\n${quote}`, fresh: 'Tamam.' },
  {
    name: 'reply below the quote',
    text: `On Fri, Nov 20, 2026 at 10:12 AM ${shop} wrote:\n> When?\n\nTomorrow.`,
    fresh: 'Tomorrow.',
  },
  {
    name: 'signature below the quote',
    text: `Evet.\n\n${shop}, 20 Kas 2026 Cum, 10:12 tarihinde şunu yazdı:\n\n${quote}\n\n-- \nAyşe`,
    fresh: 'Evet.',
    signature: '-- \nAyşe',
  },
];

/** Texts in which everything is newly written, however much it looks like quoting. */
export const allFresh: string[] = [
  '> When?\nTomorrow.\n> Where?\nHere.',
  'On Dec 15, 2024, at 2:00 PM, Jane <jane@customer.example> wrote:\n> Option A?\n\nGreat.\n\n> Option B?\n\nNo.',
  'Kime: sormalıyım?\nKonu: iade hakkında bilgi',
  'Kargo firması 20.11.2026 saat 10:12’de bana şunu yazdı:\n\nPaketiniz kayıp.\n\nNe yapacağız?',
  'On 20 Nov 2026 at 10:12 the courier wrote:\n\nYour parcel is lost.\n\nWhat now?',
  'Στις 20/11/2026 10:12 ο κούριερ έγραψε:\n\nΤο δέμα χάθηκε.\n\nΤι γίνεται;',
  'destek@kargo.example adresinden şunu yazdılar:\nPaket kayıp.',
  'From: our house to yours\n\nhappy new year',
  'On the one hand it is fine.\nOn the other hand: no.',
  'I need:\n-- first the box\n-- second the lid\n\nThanks',
  'Sent from my desk, is much easier than my phone.',
  'Ürün depodan gönderildi.',
  'The parcel was sent via DHL yesterday',
  'Στάλθηκε από λάθος διεύθυνση',
  'Ad: Ayşe\nTarih: 20.11.2026\nKonu: iade\nMesaj: bakar mısınız',
];
