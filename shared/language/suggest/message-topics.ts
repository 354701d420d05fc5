// What customers write about, and the words by which each topic is known in English, Turkish and Greek.
import type { Language } from '../../model/ids.ts';

export const topics = [
  'where',
  'late',
  'lost',
  'attempt',
  'damaged',
  'wrong',
  'missing',
  'return',
  'refund',
  'exchange',
  'cancel',
  'address',
  'invoice',
  'price',
  'discount',
  'stock',
  'product',
  'size',
  'gift',
  'bulk',
  'warranty',
  'how-to',
  'payment',
  'hours',
  'privacy',
  'complaint',
  'thanks',
] as const;
export type Topic = (typeof topics)[number];

/**
 * Phrases, a comma apart, folded. Each word of a phrase is the beginning of a word (`=` before it: the whole word); all of them stand in one
 * sentence, in any order.
 */
export const topicPhrases: Readonly<Record<Topic, Readonly<Record<Language, string>>>> = {
  where: {
    en: 'where order, where parcel, where package, where is my, tracking, when arriv, when deliver, in transit, order status, any news, any update, has it shipped, been dispatched',
    tr: 'nerede siparis, nerede kargo, nerede paket, nerde kargo, nerde siparis, ne zaman gel, ne zaman elime, ne zaman ulas, ne zaman teslim, kargo takip, takip numara, takip ekran, kargoya veril, yola cik, bir bakabilir misiniz, net bir sey',
    el: 'που ειναι, που βρισκεται, ποτε φταν, ποτε ερθ, ποτε φτασ, ποτε παραλ, αριθμο αποστολ, κωδικο αποστολ, κεντρο διαλογ, εχετε νεο, κανενα νεο, τι γινεται παραγγελ, πορεια παραγγελ',
  },
  late: {
    en: 'late, delayed, delay, still not, still waiting, still says, hasnt arrived, hasnt moved, not arrived, not come, overdue, weeks ago ordered',
    tr: 'gecik, hala gel, hala yok, hala paket, gelen olmadi, gelen yok, gelen giden, gelmedi, gelmiyor, dagitima cikti, gunlerdir bekl',
    el: 'αργησ, καθυστερ, ακομα δεν ηρθ, ακομη δεν ηρθ, ακομα δεν εχ, ακομη δεν εχ, δεν ηρθε, δεν εχει ερθει, παρατραβηξ, εχει κολλησ, περιμενω ακομ',
  },
  lost: {
    en: 'lost parcel, parcel lost, is lost, package lost, never arrived, never came, never turned up, got lost',
    tr: 'kargo kayip, paket kayip, kargo kaybol, paket kaybol, kayboldu, hic gelmedi',
    el: 'χαθηκ, χαμενο δεμα, χαμενη παραγγελ, ποτε δεν ηρθε, δεν ηρθε ποτε',
  },
  attempt: {
    en: 'missed delivery, delivery attempt, left a card, not at home, pick up point, courier could not, returned to sender',
    tr: 'teslim almadi, evde yoktum, subede, subeden, sube acik, kurye gelme, geri donmus, bulunamadi',
    el: 'δεν με βρηκ, δεν με ειδοποι, λειπα, κουριερ εντολη, δεν χτυπησε, σημειο παραλαβ, γυρισε πισω',
  },
  damaged: {
    en: 'broken, broke, damaged, cracked, crack, chipped, smashed, shattered, defective, in pieces, three pieces, torn, leaking, does not work',
    tr: 'kirik, kirildi, kirilmis, kirilan, catlak, catlam, hasarli, hasar, cizik, bozuk, parcalan, calismiyor, yirtik',
    el: 'σπασμεν, εσπασ, ραγισ, χαλασμεν, κατεστραμμεν, ελαττωμ, σκισμεν, δεν λειτουργ, γρατζουν',
  },
  wrong: {
    en: 'wrong item, wrong product, wrong colour, wrong color, wrong one, wrong size sent, instead of, not as described, not what ordered, different from picture, different from listing, listing received',
    tr: 'yanlis urun, yanlis gel, yanlis gonder, yanlis renk, baska urun, baska bir urun, siparis ettim cikti, benim degil, farkli urun, fotograf farkli',
    el: 'λαθοσ προιον, λαθοσ παραγγελ, λαθοσ χρωμα, λαθοσ κομματι, αλλο προιον, αλλο χρωμα, διαφορετικ απο, φωτογραφια πραγματικοτητ',
  },
  missing: {
    en: 'part missing, missing part, missing from, is missing, are missing, not in the box, incomplete, one short',
    tr: 'eksik, icinden cikmadi, kutuda yok, kutudan cikmadi',
    el: 'λειπει, λειπουν, ελλιπ, δεν υπηρχε κουτι, δεν υπηρχαν',
  },
  return: {
    en: 'return it, return the, to return, return request, a return, send it back, send back, sending back, send them back',
    tr: 'iade, geri gonder, geri vermek',
    el: 'επιστροφ, επιστρεψ, στειλω πισω, κανω κουτι',
  },
  refund: {
    en: 'refund, money back, reimburse',
    tr: 'para iade, parami, paramin, ucret iade, para geri, iadem, iade hesab',
    el: 'επιστροφη χρημ, χρηματα πισω, λεφτα πισω, χρηματα μου, λεφτα μου',
  },
  exchange: {
    en: 'exchange, swap, replacement, another size, different size, different colour, another colour',
    tr: 'degisim, degistir, baska beden, baska renk, yenisini',
    el: 'να το αλλαξ, αλλαγη με, αλλαγη προιον, αλλο μεγεθ, αντικαταστ',
  },
  cancel: { en: 'cancel', tr: 'iptal, vazgec', el: 'ακυρω' },
  address: {
    en: 'change address, wrong address, new address, different address, another address, update address',
    tr: 'adres degis, adresi degis, adresimi, yanlis adres, adres yanlis, yeni adres, baska adres, farkli adres',
    el: 'αλλαγη διευθυνσ, αλλαξ διευθυνσ, λαθοσ διευθυνσ, αλλη διευθυνσ, νεα διευθυνσ, διορθωσ διευθυνσ',
  },
  invoice: { en: 'invoice, receipt, vat number', tr: 'fatura, vergi no', el: 'τιμολογ, αποδειξη' },
  price: {
    en: 'how much, what price, the price, prices, price list, cost',
    tr: 'fiyat, kac lira, kac tl, kac para, ucreti ne kadar',
    el: 'ποσο κανει, ποσο κανουν, ποσο κοστ, ποσο παει, τιμη, τιμεσ, τιμοκαταλογ',
  },
  discount: {
    en: 'discount, coupon, voucher, promo, cheaper, combined shipping, best price',
    tr: 'indirim, kupon, pazarlik, son fiyat, kampanya',
    el: 'εκπτωσ, κουπονι, καλυτερη τιμη, καλυτερη τιμ, προσφορα υπαρχ',
  },
  stock: {
    en: 'in stock, available, availability, back in, sold out, do you have, still have, come in another',
    tr: 'stok, var =mi, tekrar gel, tukendi, tukenmis, kalmadi =mi, kaldi =mi, olacak =mi, yapmayi dusun, boyu olacak',
    el: 'διαθεσιμ, εχετε ακομ, εχετε και, ξαναφερ, βγαινει και, εξαντλ, υπαρχει σε, αποθεμα',
  },
  product: {
    en: 'material, dishwasher, microwave, dimension, how big, how large, how deep, capacity, engrav, custom, personalis, drip, is it safe, made of, suitable for, waterproof',
    tr: 'malzeme, bulasik makine, kursun, olcusu, olculeri, derinlig, hacmi, kac cm, kac ml, boyutlari, yikan, mikrodalga, firina, isiya, isimli, kisiye ozel, el yazi, yazdir, gravur',
    el: 'διαστασ, υλικο, πλυντηριο, πλυσιμο, αντεχ, βαθοσ, χωρητικοτ, χωραει, αναμεικτ, φουρνο, μικροκυματ, χαραξ, ονομα πανω, εχει μεσα',
  },
  size: {
    en: 'which size, what size, size fit, size guide, true to size',
    tr: 'hangi beden, kac beden, beden tablo, kalibi, hangi numara',
    el: 'ποιο μεγεθ, τι μεγεθ, ποιο νουμερο, τι νουμερο, μεγεθολογ',
  },
  gift: {
    en: 'gift wrap, a gift, as a gift, gift note, gift card, as a present, birthday present',
    tr: 'hediye, kurdele',
    el: 'για δωρο, ειναι δωρο, δωρο τυλι, συσκευασια δωρ, καρτα δωρ, ευχετηρια',
  },
  bulk: {
    en: 'wholesale, bulk, for our shop, for our cafe, for our hotel, we would take, pallet, minimum order, reseller',
    tr: 'toptan, toplu, otelimiz, restoranimiz, kafemiz, adet icin, bayilik, kurumsal siparis, yeni sezon icin, setini',
    el: 'χονδρ, μπομπονιερ, ταβερν, για το ξενοδοχ, για το μαγαζι, κομματια, να γινουν αντι, προκαταβολ',
  },
  warranty: { en: 'warranty, guarantee, guaranteed', tr: 'garanti', el: 'εγγυησ' },
  'how-to': {
    en: 'assemble, assembly, how use, how install, set it up, instructions, manual',
    tr: 'nasil kurul, nasil kullan, montaj, kurulum, nasil tak, kullanim kilavuz',
    el: 'συναρμολογ, οδηγιεσ, πωσ χρησιμοποι, πωσ το βαζ, εγκαταστασ',
  },
  payment: {
    en: 'charged twice, charged, payment failed, payment did not, card declined, double charge, could not pay, cannot pay',
    tr: 'cift cekim, kere cekil, kez cekil, iki kere, odeme gecme, odeme olma, odeme alina, odeyem, provizyon, kartimdan, havale',
    el: 'χρεωθ, χρεωσ, δυο φορεσ, πληρωμη δεν, δεν περνα καρτα, απορριφθ, διπλη χρεωσ',
  },
  hours: {
    en: 'opening hours, are you open, when open, what time open, open on, visit your',
    tr: 'acik misiniz, kacta acil, kaca kadar, calisma saat, bayramda acik, gezebilir, atolyenizi',
    el: 'ωραριο, ανοιχτα, ανοιχτοι, τι ωρα ανοιγ, τι ωρα κλειν, επισκεφ',
  },
  privacy: {
    en: 'gdpr, personal data, my data, delete my account, unsubscribe',
    tr: 'kvkk, kisisel veri, verilerimi, hesabimi sil',
    el: 'gdpr, προσωπικα δεδομ, προσωπικων δεδομ, δεδομενα μου, διαγραψ λογαριασμ',
  },
  complaint: {
    en: 'unacceptable, complaint, disappointed, disappointing, terrible, awful, worst, fed up, open a case, opening a case, ridiculous, angry, consumer',
    tr: 'rezalet, sikayet, hakem heyet, berbat, hayal kirik, magdur, kabul edilemez, hala ses yok, sinir, utan',
    el: 'απαραδεκτ, παραπον, απογοητ, ντροπη, συνηγορο, καταγγελ, εξοργ, αισχοσ, νευρα',
  },
  thanks: {
    en: 'thank, thanks, thx, lovely, love them, love it, beautiful, wonderful, perfect, arrived safely, so happy, yes please',
    tr: 'tesekkur, ellerinize saglik, sag olun, sagolun, cok begen, bayildi, bayildik, harika, cok guzel, eyvallah, razi olsun, memnun kal',
    el: 'ευχαριστ, υπεροχ, τελεια, αψογα, να ειστε καλα, ενθουσιασ, πανεμορφ, ολα καλα, πεντε αστερι',
  },
};
