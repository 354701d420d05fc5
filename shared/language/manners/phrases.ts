// Phrases that marketplaces punish, in Turkish, English and Greek; written as they look once folded (no accents, ς as σ, ı as i).
import type { FindingRule } from './finding.ts';

export type PhraseRule = Extract<
  FindingRule,
  'messenger' | 'outsidePayment' | 'payment' | 'elsewhere' | 'away' | 'reviewTrade' | 'promotion'
>;

interface Phrases {
  tr: readonly string[];
  en: readonly string[];
  el: readonly string[];
}

/** Regular expressions; a word may go on where `…` stands at the end. */
export const phrases: Readonly<Record<PhraseRule, Phrases>> = {
  messenger: {
    tr: [
      '[wv]h?ats ?app?…',
      "wp(?:'? ?[dt]en|'?ye| hatt| uzerinden| numara| yaz)…",
      'instagram…',
      'insta…',
      'telegram…',
      'facebook…',
      'tiktok…',
      "dm(?:'?(?:den|ye|e))? (?:at|yaz|gonder|ul)…",
      "dm'(?:den|ye|e)",
      'bizi arayin…',
      'arayabilirsiniz',
      'telefon numara…',
      'numaramiz…',
      'cep telefon…',
    ],
    en: [
      'whats ?app',
      'viber',
      'messenger',
      'snapchat',
      'wechat',
      'skype',
      'dm (?:us|me)',
      'call (?:us|me)',
      'give us a call',
      'phone us',
      'text (?:us|me)',
      'e-?mail us',
      'our (?:phone|e-?mail|number)',
    ],
    el: [
      'βαιμπερ',
      'φεισμπουκ',
      'ινσταγκραμ',
      'τηλεφωνηστε…',
      'καλεστε μασ',
      'παρτε μασ τηλεφωνο',
      'στειλτε μασ (?:ε-?mail|email|e-mail|μειλ)',
      'το τηλεφωνο μασ',
    ],
  },
  outsidePayment: {
    tr: [
      '(?:site|platform|trendyol|hepsiburada|n11|amazon|pazaryeri)\\S* ?(?:disi|disinda|disindan)',
      'elden (?:odeme|odeyin|alirim)',
      '(?:hesabima|hesabimiza|hesaba) (?:gonder|yatir|havale)…',
      'komisyonsuz…',
    ],
    en: [
      'outside (?:of )?(?:the )?(?:platform|site|marketplace|amazon|ebay|etsy|walmart|allegro)',
      'off[- ]?(?:platform|ebay|amazon|etsy)',
      '(?:pay|send) (?:it |the money )?(?:to )?(?:me|us) directly',
      'without (?:the )?(?:fees|commission)',
    ],
    el: [
      'εκτοσ (?:τησ )?πλατφορμασ',
      'εκτοσ (?:του )?(?:skroutz|amazon|ebay|site)',
      'χωρισ προμηθεια',
      'απευθειασ (?:πληρωμη|στον λογαριασμο)…',
      'πληρωστε μασ απευθειασ',
    ],
  },
  payment: {
    tr: ['havale…', 'eft', 'iban…', 'kapida odeme…', 'papara…', 'western union'],
    en: [
      'bank transfer',
      'wire transfer',
      'pay ?pal',
      'western union',
      'moneygram',
      'cash on delivery',
      'venmo',
      'zelle',
    ],
    el: [
      'τραπεζικη καταθεση',
      'τραπεζικο εμβασμα',
      'καταθεση σε…',
      'καταθεση στ(?:ην?|ον?)',
      'εμβασμα…',
      'αντικαταβολη…',
      'ιβαν',
    ],
  },
  elsewhere: {
    tr: [
      '(?:web ?)?sitemiz(?:den|de|e|i)?',
      '(?:kendi|internet) sitemiz…',
      'magazamiza gel…',
      'dogrudan bizden (?:al|siparis)…',
      'bizden direkt (?:al|siparis)…',
    ],
    en: [
      'our (?:own )?(?:web ?site|web ?shop|online (?:shop|store))',
      'cheaper (?:on|at|from) our',
      '(?:buy|order)(?: it)? directly from us',
      'visit (?:our|my) (?:site|shop|store)',
    ],
    el: [
      '(?:στο|το) site μασ',
      'ιστοσελιδα μασ',
      '(?:στο )?e-?shop μασ',
      'φθηνοτερα (?:στο|απο|σε) εμασ',
      '(?:αγοραστε|παραγγειλετε) απευθειασ απο (?:εμασ|μασ)',
    ],
  },
  away: {
    tr: [
      'tatildeyiz',
      'tatilde(?:yim|dir)',
      '(?:tatilde|izinde) olaca…',
      'izindeyiz',
      'izindeyim',
      'izinli(?:yiz|yim)',
      'kapaliyiz',
      '(?:magazamiz|dukkanimiz|isyerimiz) (?:su an )?kapali…',
      'yillik izin…',
      'ofis disinda…',
      'musait degiliz',
    ],
    en: [
      "(?:we're|we are|i'm|i am) (?:currently )?(?:away|closed|on (?:holiday|vacation|leave|a break)|out of)",
      'out of (?:the )?office',
      '(?:shop|store) is (?:currently )?closed',
      'back from (?:holiday|vacation)',
      'holiday break',
    ],
    el: [
      '(?:ειμαστε|ειμαι) (?:σε )?(?:διακοπεσ|αδεια)',
      'λειπουμε',
      'ειμαστε κλειστα',
      'ειμαστε κλειστοι',
      'το καταστημα (?:μασ )?(?:ειναι|παραμενει) κλειστο',
      'εκτοσ γραφειου',
    ],
  },
  reviewTrade: {
    tr: [
      '(?:5|bes) yildiz…',
      '(?:olumlu|guzel|iyi) (?:yorum|degerlendirme|puan)\\S* (?:yap|birak|ver|yaz|karsilig)…',
      '(?:yorumunuzu|degerlendirmenizi|puaninizi) (?:sil|kaldir|degistir|guncelle|duzelt)…',
    ],
    en: [
      '(?:5|five)[- ]?stars?',
      '(?:leave|give|write)(?: us)? (?:a )?(?:positive|good|great|nice) (?:review|feedback|rating)',
      '(?:change|remove|delete|revise|update) (?:your|the) (?:review|feedback|rating)',
      'in (?:return|exchange) for (?:a |your )?(?:review|feedback)',
    ],
    el: [
      '(?:5|πεντε) αστερια',
      '(?:θετικη|καλη) (?:κριτικη|αξιολογηση)',
      '(?:αλλαξετε|διαγραψετε|αφαιρεσετε|διορθωσετε|αποσυρετε) την (?:κριτικη|αξιολογηση)…',
    ],
  },
  promotion: {
    tr: ['indirim kodu…', 'indirim kuponu…', 'promosyon kodu…', 'kampanyamiz…', 'diger urunlerimiz…'],
    en: ['discount code', 'coupon(?: code)?', 'promo(?:tion)?(?:al)? code', 'voucher code', 'our other products'],
    el: [
      'εκπτωτικ(?:ο|οσ) (?:κουπονι|κωδικοσ|κωδικο)',
      'κωδικο(?:σ|υ)? εκπτωσησ',
      'κουπονι εκπτωσησ',
      'τα αλλα (?:μασ )?προιοντα',
    ],
  },
};
