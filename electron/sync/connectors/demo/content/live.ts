// What customers write while the demo shop is open.
import type { DemoLanguage } from './demo-content.ts';

/** New messages in running conversations, in the order in which they arrive. */
export const newQuestions: readonly { conversationId: string; text: string }[] = [
  {
    conversationId: 'elif-hediye-notu',
    text: 'Bir şey daha sorayım: paket cuma gününe yetişir mi? Ablam o gün yeni evine taşınıyor, tam kapıda karşılasın istiyorum.',
  },
  {
    conversationId: 'giorgos-spasmeno-vazo',
    text: 'Ξέχασα να σας πω: σε τρεις ημέρες λείπω για δουλειά. Αν πέσει τότε η παράδοση, ας το αφήσει ο κούριερ στον θυρωρό, όπως την άλλη φορά.',
  },
  {
    conversationId: 'emily-engraving',
    text: 'One more thing: could there be a second line, “Est. 1946”, under the name? That would make her laugh.',
  },
];

/** A customer's answer to a reply that was sent. */
export const thanks: Record<DemoLanguage, string> = {
  tr: 'Çok teşekkür ederim, bu kadar hızlı yanıt beklemiyordum. Haberinizi bekliyorum.',
  el: 'Σας ευχαριστώ πολύ, δεν περίμενα τόσο γρήγορη απάντηση. Περιμένω νέα σας.',
  en: 'Thank you so much, I did not expect such a quick answer. I look forward to hearing from you.',
};
