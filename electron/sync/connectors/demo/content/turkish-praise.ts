// Turkish conversations that make the shop's day, and a request for a review.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter } from './writing.ts';

export const turkishPraise: DemoConversation[] = [
  {
    id: 'zeynep-tesekkur',
    channel: 'trendyol',
    customerId: 'zeynep-kaya',
    subject: 'Teşekkürler 💙',
    state: 'closed',
    tags: ['Praise'],
    orderNumber: '10741155820',
    messages: [
      asked(
        days(1) + hours(9),
        'Paketleme harikaydı, kutudan el yazısı not çıkınca günüm güzelleşti. Çok teşekkür ederim, tekrar alışveriş yapacağım 💙💙',
      ),
      answered(
        days(1) + hours(8.7),
        'Zeynep Hanım, asıl siz günümüzü güzelleştirdiniz! Notu yazan arkadaşımız Pelin mesajınızı atölyede herkese okudu. Kâselerinizi keyifle kullanın, yeni desenler ay başında rafta olacak. Sevgiler, Defne',
      ),
      asked(days(1) + hours(8.5), '🥰'),
    ],
  },
  {
    id: 'cemile-hanim-mektup',
    channel: 'email',
    customerId: 'cemile-arikan',
    subject: 'Bir teşekkür',
    state: 'closed',
    tags: ['Praise'],
    orderNumber: 'MC-10446',
    messages: [
      asked(
        days(3) + hours(8),
        letter`
          Sevgili Defne Kızım,

          Demliğiniz geleli on gün oldu, her sabah çayımı onda demliyorum. Rahmetli annemin Kütahya’dan getirdiği bir demlik vardı, ben küçükken elimden düşüp kırılmıştı; yetmiş yıl içimde kaldı. Sizinkinin maviliği tıpkı o mavi. Torunum internetten buldu, “anneanne bu o mu” dedi, oydu.

          Kupaların birini bana, birini ona ayırdık. Pazar günleri gelince kendi kupasından içiyor.

          Elinize, emeğinize sağlık. Ustanıza da selamlarımı iletin. Yolunuz Kayseri’ye düşerse mantım hazır.

          Cemile Arıkan
          Emekli öğretmen
        `,
      ),
      answered(
        days(3) + hours(6.5),
        letter`
          Sevgili Cemile Öğretmenim,

          Mektubunuzu atölyede yüksek sesle okuduk; Nuri Usta gözlüğünü silmek için iki kere durdurdu beni. Annenizin demliğinin mavisi yeniden sofranıza döndüyse biz işimizi yapmışız demektir.

          Torununuza da selam söyleyin. Kupalardan birinin başına bir şey gelirse haber edin, eşini hemen tamamlarız. Mantı davetinizi de duvara astık; Kayseri’ye yolumuz düşerse önce sizi arayacağım.

          Saygı ve sevgiyle,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(3) + hours(2), 'Allah razı olsun evladım. Bekliyorum.'),
    ],
  },
  {
    id: 'derya-degerlendirme',
    channel: 'email',
    customerId: 'derya-kocer',
    subject: 'Masa örtünüz nasıl, memnun musunuz?',
    state: 'waiting',
    tags: ['Review'],
    orderNumber: 'MC-10457',
    messages: [
      answered(
        days(1) + hours(3),
        letter`
          Merhaba Derya Hanım,

          Keten örtünüz bir haftadır sofranızda, umarım yakışmıştır. İki küçük ricam var:

          1. Bu siparişten ne kadar memnunsunuz? 1 ile 10 arasında bir sayı yazmanız yeterli (10 en memnun).
          2. Vaktiniz olursa sitemizdeki ürün sayfasına bir iki cümle bırakır mısınız? Sizden sonra gelenlere çok yardımı oluyor.

          Ketenin ilk yıkaması için ipucu: 30 derece, az sıkma. Nemliyken sererseniz ütü bile istemez.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
    ],
  },
];
