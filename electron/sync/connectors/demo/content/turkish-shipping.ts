// Turkish conversations about parcels: late, refused, cancelled on the way, to a new address.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const turkishShipping: DemoConversation[] = [
  {
    id: 'ayse-kargom-gelmedi',
    channel: 'trendyol',
    customerId: 'ayse-yilmaz',
    subject: 'Kargom hâlâ gelmedi',
    state: 'open',
    tags: ['Shipping'],
    orderNumber: '10748213356',
    messages: [
      asked(
        days(1) + hours(4),
        'Merhaba, siparişim iki gündür “dağıtıma çıktı” görünüyor ama gelen giden yok. Takip ekranında da bir hareket yok. Ne zaman elime geçer acaba?',
      ),
      answered(
        days(1) + hours(3.4),
        letter`
          Merhaba Ayşe Hanım, yazdığınız için teşekkür ederim. Dağıtım şubesini şimdi aradım: paketiniz şubede, sağlam durumda; yarın öğleden sonraki turla kapınızda olacak. Yarın takip ekranına yeniden bakıp size buradan yazacağım.
          Sevgiler, Defne
        `,
      ),
      noted(
        days(1) + hours(3.3),
        'Şubede Serap Hanım’la konuştum. Araçta yer kalmamış, yarın ilk sıraya yazdı. Öğleden sonra mutlaka tekrar bak.',
      ),
      asked(
        2,
        'Defne Hanım, söylediğiniz saat geçti ama yine gelen olmadı 😕 Hafta sonu misafirim var, tabakları ona yetiştirmek istiyordum. Bir bakabilir misiniz lütfen?',
        { unread: true },
      ),
    ],
  },
  {
    id: 'gulsah-kurye-gecikti',
    channel: 'trendyol',
    customerId: 'gulsah-polat',
    subject: 'Kurye üç gündür gelmiyor',
    state: 'open',
    tags: ['Shipping', 'Complaint'],
    orderNumber: '10745530917',
    messages: [
      asked(
        days(3) + hours(2),
        'Selamlar, mumluklar bugün gelecekti, kurye uğramadı. Stüdyo 18.00’e kadar açık, bilginiz olsun.',
      ),
      answered(
        days(3) + hours(1.2),
        letter`
          Merhaba Gülşah Hanım, haber verdiğiniz için teşekkürler. Şubeye stüdyonuzun saatlerini ilettim ve paketin üzerine “18.00’den önce” notu düştürdüm. Yarın gün içinde sizde olacak; akşama kadar ben de takip ediyorum.
          Sevgiler, Defne
        `,
      ),
      asked(days(2) + hours(1), 'Bugün de gelmedi. “Adreste bulunamadı” diye mesaj attılar, bütün gün buradaydık 🤷‍♀️'),
      answered(
        days(1) + hours(22),
        letter`
          Gülşah Hanım, boşuna beklediğiniz için özür dilerim. Şube müdürüyle görüştüm: paketiniz yarın 10.00 ile 13.00 arasında teslim edilecek, kurye gelmeden önce sizi arayacak. Teslim edilince size yazacağım. Bu siparişin kargo ücretini de bugün iade ettim.
          Sevgiler, Defne
        `,
      ),
      asked(
        hours(11),
        'Ücret iadesi için sağ olun, incelik etmişsiniz. Ama paket hâlâ yok. Çekim iki gün sonra, o zamana kadar gelmezse başka yerden almak zorunda kalacağım. Net bir şey söyleyebilir misiniz?',
      ),
      noted(
        hours(10),
        'Adana’ya ikinci bir set çıkarabiliriz, rafta 4 adet var. Şubeden öğlene kadar ses çıkmazsa ekspresle yenisini gönder.',
      ),
    ],
  },
  {
    id: 'okan-teslim-almadi-kaydi',
    channel: 'email',
    customerId: 'okan-sezer',
    subject: '“Alıcı teslim almadı” diye geri dönmüş – MC-10463',
    state: 'open',
    tags: ['Shipping', 'Complaint'],
    orderNumber: 'MC-10463',
    messages: [
      asked(
        days(1) + hours(2),
        letter`
          Merhaba,

          MC-10463 numaralı siparişim için kargo “alıcı teslim almadı” diye kayıt girmiş, paket size geri dönüyormuş. Oysa o gün evdeydim; kapıyı çalan da arayan da olmadı.

          Şimdi ne yapacağız? Ürünü istiyorum, vazgeçmiş değilim. Yalnız aynı kargoyla gelecekse baştan söyleyeyim, yine aynı şey olur.

          Okan Sezer
          Ortahisar / Trabzon
        `,
      ),
      answered(
        hours(23),
        letter`
          Merhaba Okan Bey,

          Bana hemen yazdığınız için teşekkür ederim; evde beklerken böyle bir kayıt görmek can sıkıcı, özür dilerim. Paketiniz şu anda dönüş yolunda ve yarın atölyemize ulaşıyor. Ürünleri kontrol edip aynı gün yeniden yola çıkaracağım.

          Hangisi sizin için daha rahat olur?

          1. Evinize teslim, kurye gelmeden yarım saat önce arar.
          2. Size en yakın şubeden, dilediğiniz saatte siz alırsınız.

          İkisinde de kargo bizden. 1 ya da 2 yazmanız yeterli.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        hours(14),
        letter`
          2 olsun. Ama şube akşam 7’ye kadar açık mı, onu bir öğrenin lütfen, ben işten 6 buçukta çıkıyorum.

          > Hangisi sizin için daha rahat olur?
          >
          > 1. Evinize teslim, kurye gelmeden yarım saat önce arar.
          > 2. Size en yakın şubeden, dilediğiniz saatte siz alırsınız.
        `,
      ),
    ],
  },
  {
    id: 'serkan-iptal-istegi',
    channel: 'trendyol',
    customerId: 'serkan-ates',
    subject: 'Siparişi iptal edebilir miyim?',
    state: 'waiting',
    tags: ['Return', 'Shipping'],
    orderNumber: '10749906618',
    messages: [
      asked(
        hours(12),
        'Kolay gelsin, saksıların ölçüsüne yanlış bakmışım, bana 20’lik lazımmış. Siparişi iptal edebilir miyim?',
      ),
      answered(
        hours(10),
        letter`
          Merhaba Serkan Bey, yazdığınız için teşekkürler. Paketiniz bu sabah yola çıktı, yine de iki kolay yol var:
          1) Paketi kapıda teslim almazsanız bize döner; döndüğü gün tutarın tamamını iade ederim.
          2) Teslim alıp 20 cm’lik saksıyla değiştirebilirsiniz; değişim kargosu bizden.
          Hangisini seçtiğinizi yarın akşama kadar yazarsanız ona göre hazırlayacağım.
          Sevgiler, Defne
        `,
      ),
    ],
  },
  {
    id: 'fatma-nur-adres-degisikligi',
    channel: 'trendyol',
    customerId: 'fatma-nur-karabulutoglu',
    subject: 'Adres değişikliği',
    state: 'closed',
    tags: ['Shipping'],
    orderNumber: '10744364095',
    messages: [
      asked(
        days(6) + hours(9),
        'Merhaba, siparişi verirken eski adresim seçili kalmış, taşındık biz. Kargoya verildiyse ne yapabiliriz?',
      ),
      answered(
        days(6) + hours(8.5),
        letter`
          Merhaba Fatma Nur Hanım, yeni eviniz hayırlı olsun! Paketiniz bu akşam yola çıkacak, yani tam zamanında yazdınız. Uygulamada siparişinizin altındaki “Adresi değiştir” düğmesi 17.00’ye kadar açık. Değiştirdiğinizde etiketi yeni adresle basacağım ve size haber vereceğim.
          Sevgiler, Defne
        `,
      ),
      asked(days(6) + hours(8.2), 'Değiştirdim şimdi, oldu mu?'),
      answered(
        days(6) + hours(7.9),
        'Oldu, yeni adresiniz bende göründü. Paketiniz bu akşam yola çıkıyor, iki gün içinde Mersin’de kapınızda olur. Güle güle oturun! Sevgiler, Defne',
      ),
      asked(days(4) + hours(3), 'Geldi, çok teşekkürler, karolar da çok güzelmiş 🙏'),
    ],
  },
];
