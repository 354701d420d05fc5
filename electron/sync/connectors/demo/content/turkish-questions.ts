// Turkish conversations before a sale and around gifts, sizes and work made to order.
import type { DemoConversation } from './demo-content.ts';
import { orderConfirmation } from './html-mail.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const turkishQuestions: DemoConversation[] = [
  {
    id: 'burak-kirmizi',
    channel: 'trendyol',
    customerId: 'burak-yildiz',
    subject: "Karanfil Kupa (2'li set)",
    state: 'open',
    tags: ['Pre-sale'],
    messages: [asked(58, 'kırmızısı var mı bunun', { unread: true })],
  },
  {
    id: 'elif-hediye-notu',
    channel: 'email',
    customerId: 'elif-sahin',
    subject: 'Siparişiniz alındı – MC-10489',
    state: 'open',
    tags: ['Gift'],
    orderNumber: 'MC-10489',
    messages: [
      answered(
        hours(3.1),
        letter`
          Merhaba Elif Hanım,

          MC-10489 numaralı siparişiniz bize ulaştı, teşekkür ederiz.

          Turkuaz Demlik 900 ml × 1: 1.690,00 TL
          Kargo: bizden
          Toplam: 1.690,00 TL

          Demliğinizi yarın özenle paketleyip yola çıkaracağız. Bu e-postayı yanıtlayarak bize her zaman yazabilirsiniz.

          Sevgiler,
          Defne
          Mavi Çini
        `,
        { html: orderConfirmation },
      ),
      asked(
        hours(2.7),
        letter`
          Merhaba, az önce MC-10489 numarasıyla bir demlik aldım, ablama hediye gidecek. Paketin içine fatura ya da fiyat koymayıp şu notu elle yazarak ekleyebilir misiniz?

          “Canım ablam, yeni evinde demlediğin her çayda yanındayım. Seni çok seviyorum. Elif 🌷”

          Bir de kutuya kurdele bağlarsanız harika olur, ücreti neyse öderim. Çok teşekkürler!
        `,
      ),
    ],
  },
  {
    id: 'ozge-bulasik-makinesi',
    channel: 'trendyol',
    customerId: 'ozge-bilgin',
    subject: 'Kobalt Çini Tabak 25 cm',
    state: 'open',
    tags: ['Pre-sale'],
    messages: [
      asked(
        hours(3) + 5,
        'Merhaba tabaklar bulaşık makinesine giriyor mu? Bir de sırında kurşun falan var mı, evde küçük çocuk var o yüzden soruyorum',
        { unread: true },
      ),
    ],
  },
  {
    id: 'ipek-nisan-tabagi',
    channel: 'email',
    customerId: 'ipek-duman',
    subject: 'Nişan için isimli tabak',
    state: 'waiting',
    tags: ['Custom'],
    orderNumber: 'MC-10475',
    messages: [
      asked(
        days(5) + hours(2),
        letter`
          Merhaba,

          Kardeşimin nişanı için kobalt tabağın ortasına iki isim ve tarih yazdırmak istiyorum: “Melis & Onur”. Mümkün mü, kaç günde hazır olur, ek ücreti ne kadar?

          İpek Duman
        `,
      ),
      answered(
        days(5) + hours(1),
        letter`
          Merhaba İpek Hanım,

          Ne güzel bir hediye, şimdiden hayırlı olsun! İsimleri ve tarihi fırça ile, sır altına elimizle yazıyoruz; yani yıllarca silinmez. Yazı için ek ücret 250 TL, hazırlanması yedi iş günü.

          Siparişi sitemizden verip tarihi bana yazarsanız, hafta içinde size tabağın fotoğrafını göndereceğim. Siz “tamam” dediğinizde fırına veriyoruz.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        days(4) + hours(3),
        'Siparişi verdim: MC-10475. Tarihi rakamla, aralarına nokta koyarak yazarsanız sevinirim. Eğik, el yazısı gibi olsun 🤍',
      ),
      noted(days(3) + hours(20), 'Deseni Nuri Usta çiziyor. Tarihi telefonda aldım, sipariş kartına yazıldı.'),
      answered(
        hours(3.5),
        letter`
          Merhaba İpek Hanım,

          Tabağınızın deseni hazır, fotoğrafı ekte. “Melis & Onur” iç halkada, üst kenar boyunca dönecek; tarih de tam karşısına gelecek. Beğendiyseniz “tamam” yazmanız yeterli: yarın öğlene kadar onaylarsanız bu haftaki fırına yetişir ve nişandan dört gün önce elinizde olur. Değişmesini istediğiniz bir yer varsa akşama kadar yeniden çizeriz.

          Sevgiler,
          Defne
          Mavi Çini
        `,
        { attachments: [{ name: 'tabak-melis-onur.png', kind: 'photo-plate' }] },
      ),
    ],
  },
  {
    id: 'sibel-kase-olcusu',
    channel: 'email',
    customerId: 'sibel-aydin',
    subject: 'Kâsenin 22 cm’lik boyu olacak mı?',
    state: 'snoozed',
    snoozeHours: 20,
    tags: ['Pre-sale'],
    messages: [
      asked(
        days(1) + hours(7),
        'İyi günler, nar desenli kâsenin 18 cm’liği salata için küçük kalıyor. Daha büyüğünü, mesela 22 ya da 24 cm’lik yapmayı düşünüyor musunuz? Bir de derinliği ne kadar? Teşekkürler, Sibel',
      ),
      answered(
        days(1) + hours(6.2),
        letter`
          Merhaba Sibel Hanım,

          Sorunuz tam zamanında geldi: 22 cm’lik ilk denemeler şu anda fırında, yarın öğleden sonra açıyoruz. 18 cm’liğin derinliği 7 cm, yenisininki 8,5 cm olacak. Yarın akşam saat altıya kadar size ölçüleri ve fotoğrafını göndereceğim.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      noted(days(1) + hours(6), 'Fırın açılınca Sibel Hanım’a fotoğraf + fiyat (tahmini 890 TL).'),
    ],
  },
  {
    id: 'ayse-kupa-hacmi',
    channel: 'trendyol',
    customerId: 'ayse-yilmaz',
    subject: "Karanfil Kupa (2'li set)",
    state: 'closed',
    tags: ['Pre-sale'],
    orderNumber: '10731902284',
    messages: [
      asked(days(13) + hours(9), 'Merhaba, kupalar kaç ml alıyor? Büyük boy mu?'),
      answered(
        days(13) + hours(8.6),
        'Merhaba Ayşe Hanım, ilginiz için teşekkürler. Kupalarımız ağzına kadar 330 ml, rahat içimlik 280 ml alıyor; yani büyükçe bir kahve kupası. Bugün 15.00’e kadar verdiğiniz sipariş aynı gün yola çıkar. Sevgiler, Defne',
      ),
      asked(days(13) + hours(8.5), 'Süper, iki set alıyorum o zaman'),
    ],
  },
  {
    id: 'ayse-hediye-paketi',
    channel: 'email',
    customerId: 'ayse-yilmaz',
    subject: 'Hediye paketi yapıyor musunuz?',
    state: 'closed',
    tags: ['Gift'],
    orderNumber: 'MC-10370',
    messages: [
      asked(
        days(43) + hours(4),
        'Merhaba, kâse ile mumlukları aynı kutuda hediye paketi yapar mısınız? Anneme gidecek.\n\nAyşe Yılmaz',
      ),
      answered(
        days(43) + hours(3.3),
        letter`
          Merhaba Ayşe Hanım,

          Memnuniyetle! İkisini tek kutuya, mavi ipek kâğıda sarıp kurdeleyle kapatırız; hediye paketi bizden. Sipariş notuna “hediye” yazmanız yeterli, kutuya fatura koymayız. Bugün verirseniz yarın yola çıkar, iki gün içinde annenizde olur.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(43) + hours(2), 'Harikasınız, siparişi verdim. Annem aradı mı size de haber veririm 😊'),
      asked(days(39) + hours(5), 'Annem kutuyu açarken ağlamış, çok beğenmiş. Ellerinize sağlık 💙'),
    ],
  },
  {
    id: 'ahmet-turan-tahta-olcusu',
    channel: 'trendyol',
    customerId: 'ahmet-turan-yucel',
    subject: 'Zeytin Ağacı Sunum Tahtası',
    state: 'closed',
    tags: ['Pre-sale'],
    orderNumber: '10746290164',
    messages: [
      asked(days(6) + hours(13), 'ölçüsü ne kadar abi'),
      answered(
        days(6) + hours(12.5),
        'Merhaba Ahmet Turan Bey, sorduğunuz için teşekkürler. Tahtamız 38 × 18 cm, kalınlığı 2 cm, ağırlığı 900 gram civarında. Her biri tek parça zeytin ağacından olduğu için damarları farklıdır. Bugün sipariş verirseniz yarın yola çıkar. Sevgiler, Defne',
      ),
      asked(days(6) + hours(12.2), 'eyvallah aldım'),
    ],
  },
  {
    id: 'mustafa-indirim-kodu',
    channel: 'trendyol',
    customerId: 'mustafa-celik',
    subject: 'Kupon kodu çalışmadı',
    state: 'closed',
    tags: ['Payment'],
    orderNumber: '10702218845',
    messages: [
      asked(days(25) + hours(6), 'İyi günler, mağazanızın kuponu sepette görünüyor ama uygulanmıyor, neden olabilir?'),
      answered(
        days(25) + hours(5.6),
        'Merhaba Mustafa Bey, yazdığınız için teşekkürler. Kupon 1.500 TL ve üzeri sepetlerde geçerli; sepetinizdeki tek tabağın yanına ikincisini eklediğinizde kendiliğinden uygulanacak. Kupon bu pazar gece yarısına kadar açık. Sevgiler, Defne',
      ),
      asked(days(25) + hours(5.1), 'Tamamdır, oldu. Eşim zaten ikincisini de istiyordu, bahane oldu :)'),
    ],
  },
  {
    id: 'seda-atolye-ziyareti',
    channel: 'email',
    customerId: 'seda-gunes',
    subject: 'Atölyenizi gezebilir miyiz?',
    state: 'closed',
    tags: ['Pre-sale'],
    messages: [
      asked(
        days(9) + hours(5),
        letter`
          Merhabalar,

          Çanakkale’den üç arkadaş hafta sonu Ayvalık’a geliyoruz. Atölyenizi gezmek, mümkünse fırça ile bir şeyler denemek isteriz. Böyle bir imkân var mı, ücreti nedir?

          Sevgiyle,
          Seda Güneş
        `,
      ),
      answered(
        days(9) + hours(3),
        letter`
          Merhaba Seda Hanım,

          Sizi ağırlamak çok hoşumuza gider! Cumartesi 14.00’te iki saatlik boyama saatimiz var, kişi başı 600 TL; boya, fırça, çay bizden. Boyadığınız karolar pazartesi fırına girer, çarşamba günü kargoyla size gelir.

          Üç kişilik yeri cuma akşamına kadar adınıza ayırdım. Geleceğinizi bir satırla yazmanız yeterli.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(8) + hours(22), 'Geliyoruz! Üç kişi 🎨'),
      asked(
        days(5) + hours(1),
        'Defne Hanım, Nuri Usta’ya selam söyleyin; hayatımızın en güzel cumartesisiydi. Karoları dört gözle bekliyoruz.',
      ),
    ],
  },
];
