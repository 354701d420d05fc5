// What customers write while the demo shop is open.
import type { DemoLanguage } from './demo-content.ts';

/** New messages in running conversations, in the order in which they arrive. */
export const newQuestions: readonly { conversationId: string; text: string }[] = [
  {
    conversationId: 'ipek-nisan-tabagi',
    text: 'Tamam, hem de nasıl tamam! Kardeşime gösterdim, gözleri doldu. Fırına verebilirsiniz 🤍',
  },
  {
    conversationId: 'tom-lost-parcel',
    text: '1 please, I would still love to have the vase. Thanks for sorting it out.',
  },
  {
    conversationId: 'konstantinos-timologio',
    text: 'Καλησπέρα σας, σας στέλνω τα στοιχεία σε λίγο, τα μαζεύει η γραμματεία. Γίνεται να σταλεί το τιμολόγιο και σε εμένα;\n\nΚ. Π.',
  },
  {
    conversationId: 'kerem-yanlis-urun',
    text: 'Öğleden sonra 2 ile 5 arası olursa evdeyim. Balıkları da sağ salim teslim ederim 🐟',
  },
  {
    conversationId: 'grace-return',
    text: 'Number 2 please! Lovely that I can keep this one on the table until then.',
  },
  {
    conversationId: 'derya-degerlendirme',
    text: '10. Örtü çok güzel, ipucunuz da işe yaradı: ütüsüz serdim. Yorumumu da siteye bıraktım 🌼',
  },
];

/** A customer's answer to a reply that was sent. */
export const thanks: Record<DemoLanguage, string> = {
  tr: 'Çok teşekkür ederim, bu kadar hızlı yanıt beklemiyordum. Haberinizi bekliyorum.',
  el: 'Σας ευχαριστώ πολύ, δεν περίμενα τόσο γρήγορη απάντηση. Περιμένω νέα σας.',
  en: 'Thank you so much, I did not expect such a quick answer. I look forward to hearing from you.',
};
