// Mail that nobody typed: a newsletter, a supplier's order confirmation, a phishing attempt, an absence notice.
import type { DemoConversation } from './demo-content.ts';
import { galleryAbsence, newsletter, phishing, supplierConfirmation } from './html-mail.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const automaticMail: DemoConversation[] = [
  {
    id: 'firin-basi-bulteni-41',
    channel: 'email',
    customerId: 'firin-basi-bulteni',
    subject: 'Fırın Başı #41: Kobaltın beş tonu ve sır neden çatlar?',
    state: 'open',
    tags: ['Automatic'],
    messages: [
      asked(
        hours(5),
        letter`
          FIRIN BAŞI BÜLTENİ, SAYI 41

          KOBALTIN BEŞ TONU
          Aynı oksit, beş ayrı mavi: inceltme oranları ve fırça seçimi.
          https://www.firinbasi.example/41/kobalt

          SIR NEDEN ÇATLAR?
          Soğuma eğrisi, kil ve sır uyumu; evde yapılabilecek basit bir test.
          https://www.firinbasi.example/41/sir-catlagi

          Bu e-postayı bültenimize üye olduğunuz için aldınız. Üyelikten ayrılmak için:
          https://www.firinbasi.example/ayril
        `,
        { html: newsletter, unread: true },
      ),
    ],
  },
  {
    id: 'hesap-onay-tuzagi',
    channel: 'email',
    customerId: 'hesap-onay-merkezi',
    subject: 'ACİL: Mağaza hesabınız 24 saat içinde askıya alınacaktır',
    state: 'open',
    tags: ['Suspicious'],
    messages: [
      asked(
        hours(6.3),
        letter`
          Sayın Satıcı,

          Hesabınızda olağan dışı bir oturum açma tesbit edilmiştir. Güvenliğiniz için mağazanız 24 saat içerisinde askıya alınacak ve bekleyen ödemeleriniz durdurulacaktır.

          Hesabınızı doğrulamak için aşağıdaki bağlantıya tıklayarak kullanıcı adı, şifre ve kart bilgilerinizi giriniz:
          https://magaza-dogrulama.hesap-onay.example/giris?id=8842

          Hesap Güvenlik Merkezi
        `,
        { html: phishing, unread: true },
      ),
    ],
  },
  {
    id: 'pamukkutu-siparis',
    channel: 'email',
    customerId: 'pamukkutu-ambalaj',
    subject: 'Siparişiniz alındı: PK-58214',
    state: 'open',
    tags: ['Automatic'],
    messages: [
      asked(
        hours(8.1),
        letter`
          Merhaba Mavi Çini,

          PK-58214 numaralı siparişiniz alındı.

          Çift oluklu kutu 30×30×30 cm × 100: 2.400,00 TL
          Petek kâğıt rulo 50 m × 4: 1.160,00 TL
          “Dikkat, kırılır” bant × 12: 540,00 TL
          Ara toplam: 4.100,00 TL
          KDV (%20): 820,00 TL
          Genel toplam: 4.920,00 TL

          Sevkiyat: iki iş günü içinde, Ayvalık.

          Pamukkutu Ambalaj
        `,
        { html: supplierConfirmation },
      ),
      noted(hours(7.5), 'Kutular hafta sonuna yetişmezse çift kutu için elde 40 adet var, idare eder.'),
    ],
  },
  {
    id: 'galeri-otomatik-yanit',
    channel: 'email',
    customerId: 'gallery-harbour-street',
    subject: 'Automatic reply: Consignment for the spring show',
    state: 'closed',
    tags: ['Automatic', 'Wholesale'],
    messages: [
      answered(
        days(2) + hours(6),
        letter`
          Hello Nell,

          Thank you for thinking of us for the spring show. Eight vases and twelve plates on consignment sound lovely, and we would be proud to be on your shelves. I can have them packed within two weeks; the price list with your 35% share is ready, and I will send it to you tomorrow morning.

          Would you like the pieces numbered and signed?

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        days(2) + hours(6) - 1,
        letter`
          Thank you for your message. The gallery is closed for re-hanging and I am away from my desk until next Tuesday. I will reply as soon as I am back. If it is about a delivery, please ring the framing workshop on 01632 960 147.

          Nell Ashdown
          Harbour Street Gallery, Whitby
        `,
        { html: galleryAbsence },
      ),
      noted(days(2) + hours(5.5), 'Out of office until next week – nothing to do, price list goes out as promised.'),
    ],
  },
];
