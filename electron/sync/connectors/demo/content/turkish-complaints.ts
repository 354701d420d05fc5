// Turkish conversations that begin with something gone wrong.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const turkishComplaints: DemoConversation[] = [
  {
    id: 'hakan-kirik-vazo',
    channel: 'email',
    customerId: 'hakan-gursoy',
    subject: 'Vazom kırık geldi – MC-10449',
    state: 'open',
    tags: ['Complaint', 'Damaged'],
    orderNumber: 'MC-10449',
    messages: [
      asked(
        days(2) + hours(4),
        letter`
          Merhaba,

          Siparişim bugün nihayet geldi. Kutuyu açtım: vazo boydan boya çatlak, kutunun bir köşesi de içeri göçmüş. Fotoğrafları ekte. Bunu nasıl çözeceğiz?

          Hakan Gürsoy
        `,
        {
          attachments: [
            { name: 'vazo-catlak.png', kind: 'photo-vase' },
            { name: 'kutu.png', kind: 'photo-box' },
          ],
        },
      ),
      asked(
        days(1) + hours(5),
        'Dün yazmıştım, hâlâ bir cevap yok. Vazo eşime doğum günü hediyesiydi, doğum günü yarın. Lütfen bir dönüş yapın.',
      ),
      asked(
        hours(5),
        letter`
          Üçüncü kez yazıyorum. Parayı çekerken saniye sürmüyor, iş cevap vermeye gelince ortada kimse yok! Telefonu arıyorum, çalıyor çalıyor, açan yok. Müşteriye verdiğiniz değer bu mu?

          Doğum gününe de elim boş gittim, haberiniz olsun.
        `,
      ),
      noted(
        hours(2),
        'Nöbet değişiminde arada kaynamış, hata bizde. Vazodan depoda 2 adet var. Önce arayıp özür dile, sonra iki seçenek sun: yenisi bugün ekspresle, ya da tam iade. Kırık vazoyu geri istemiyoruz.',
      ),
      asked(
        47,
        letter`
          Hâlâ ses yok!! Bugün akşama kadar dönmezseniz tüketici hakem heyetine başvuruyorum, yazabildiğim her yere de bu fotoğraflarla yorum yazacağım.

          YA YENİSİNİ GÖNDERİN YA PARAMI İADE EDİN. Bu kadar basit.

          Hakan Gürsoy
        `,
        { unread: true },
      ),
    ],
  },
  {
    id: 'mustafa-cift-cekim',
    channel: 'email',
    customerId: 'mustafa-celik',
    subject: 'Kartımdan iki kere çekilmiş (MC-10483)',
    state: 'open',
    tags: ['Payment'],
    orderNumber: 'MC-10483',
    messages: [
      asked(
        hours(9),
        letter`
          Merhabalar,

          MC-10483 numaralı siparişi verirken sayfa dondu, “öde”ye bir daha bastım. Şimdi ekstreme baktım, 1.490 TL iki kere geçmiş. Sizde tek sipariş görünüyor. Fazla çekilen tutarın iadesini rica ederim.

          Mustafa Çelik
        `,
      ),
      answered(
        hours(8.2),
        letter`
          Merhaba Mustafa Bey,

          Ayrıntılı yazdığınız için teşekkür ederim. Kayıtlarıma baktım: bizde tek ödeme tamamlanmış, ikincisi onay bekleyen bir provizyon olarak duruyor. Onu bugün iptal ettim; bankanız tutarı en geç üç iş günü içinde kartınıza geri yansıtır.

          Üçüncü günün sonunda ben de kontrol edip size yazacağım. Siparişiniz bundan etkilenmedi, yarın yola çıkıyor.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        hours(5.7),
        letter`
          Hızlı dönüşünüz için teşekkürler Defne Hanım. Bankayı aradım, “provizyon değil, ikisi de çekim” dediler. Karışıklık olmasın diye ekran görüntüsü de gönderebilirim, hangi adrese atayım?

          > Kayıtlarıma baktım: bizde tek ödeme tamamlanmış, ikincisi
          > onay bekleyen bir provizyon olarak duruyor.
        `,
      ),
    ],
  },
  {
    id: 'kerem-yanlis-urun',
    channel: 'trendyol',
    customerId: 'kerem-akin',
    subject: 'Yanlış ürün geldi',
    state: 'waiting',
    tags: ['Complaint', 'Return'],
    orderNumber: '10743187702',
    messages: [
      asked(hours(6.4), 'Ben nar desenli kâse sipariş ettim, kutudan balıklı tabak çıktı. Güzel ama benim değil 😄'),
      answered(
        hours(5),
        letter`
          Merhaba Kerem Bey, bu kadar güler yüzle yazdığınız için teşekkür ederim. Paketleri karıştırmışız, hata bizde. Nar desenli iki kâsenizi bugün yola çıkarıyorum, iki gün içinde sizde olur. Kurye yeni paketi getirdiğinde tabakları ücretsiz geri alacak. Kuryenin hangi saatler arasında gelmesini istersiniz?
          Sevgiler, Defne
        `,
      ),
      noted(
        hours(4.8),
        'Balıklı set büyük ihtimalle Ordu’daki siparişin. Onu da bugün kontrol et, müşteri fark etmeden biz yazalım.',
      ),
    ],
  },
  {
    id: 'derya-kupa-catlagi',
    channel: 'email',
    customerId: 'derya-kocer',
    subject: 'Kupanın dibinde kılcal çatlak',
    state: 'closed',
    tags: ['Damaged', 'Review'],
    orderNumber: 'MC-10405',
    messages: [
      asked(
        days(26) + hours(3),
        letter`
          Merhabalar,

          Karanfil kupaları çok sevdik ama birinin dibinde kılcal bir çatlak var, çayı koyunca hafiften sızdırıyor. Kullanırken fark ettim, kargodan mı fırından mı bilemedim.

          Derya Koçer
        `,
      ),
      answered(
        days(26) + hours(2.1),
        letter`
          Merhaba Derya Hanım,

          Haber verdiğiniz için teşekkür ederim. Anlattığınız, fırında soğurken oluşan bir sır çatlağı; kontrolde görüp ayırmamız gerekirdi, özür dilerim. Yeni kupanızı bugün paketliyorum, yarın kargoda, iki gün içinde İzmir’de. Çatlak olanı geri göndermenize gerek yok, güzel bir kalemlik olur.

          Üç gün sonra yazıp yenisinin yerini bulduğundan emin olacağım.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      noted(
        days(26) + hours(2),
        'Aynı fırından çıkan 11 kupayı su testine aldık, 1 tane daha sızdırdı, ayrıldı. Fırın soğutma süresi 2 saat uzatıldı.',
      ),
      asked(days(23) + hours(6), 'Yeni kupa geldi, dört dörtlük. İlginiz için çok teşekkür ederim 🌼'),
      answered(
        days(22) + hours(4),
        letter`
          Ne güzel haber Derya Hanım! Bu arada sayenizde fırının soğuma süresini uzattık, kupalar artık suyla da sınanıyor.

          Bir ricam olacak: bu süreçten ne kadar memnun kaldınız, 1 ile 10 arasında bir sayıyla yazar mısınız? (10 en memnun.)

          Sevgiler,
          Defne
        `,
      ),
      asked(days(21) + hours(20), '9. Bir puanı da indirim kuponu göndermediğiniz için kırdım, şaka şaka 😄'),
    ],
  },
  {
    id: 'volkan-kulp',
    channel: 'trendyol',
    customerId: 'volkan-erten',
    subject: 'Kulpu kırık çıktı, rezalet',
    state: 'closed',
    tags: ['Complaint', 'Damaged'],
    orderNumber: '10588731046',
    messages: [
      asked(
        days(112) + hours(5),
        'Bu nasıl paketleme kardeşim, kupanın kulpu elimde kaldı. Bir kat patpat sarmışsınız o kadar. Rezalet.',
      ),
      answered(
        days(112) + hours(4.3),
        letter`
          Merhaba Volkan Bey, haklısınız; kupa böyle gelmemeliydi, özür dilerim. Yenisini bugün çift kutuyla yola çıkarıyorum, iki gün içinde elinizde olacak. Eskisini geri göndermenize gerek yok. Teslim edildiği gün size yazıp sağlam geldiğinden emin olacağım.
          Sevgiler, Defne
        `,
      ),
      asked(
        days(110) + hours(2),
        'Geldi. Bu sefer tank gibi paketlemişsiniz. İlk mesajım biraz sert olmuş, kusura bakmayın, teşekkürler.',
      ),
      answered(
        days(110) + hours(1),
        'Ne kusuru Volkan Bey, haklıydınız; uyarınız sayesinde artık bütün kupaları çift kutuya koyuyoruz. Keyifle kullanın. Sevgiler, Defne',
      ),
    ],
  },
];
