// Turkish conversations about invoices and wholesale.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const turkishBusiness: DemoConversation[] = [
  {
    id: 'mehmet-fatura-talebi',
    channel: 'email',
    customerId: 'mehmet-demir',
    subject: 'Fatura talebi – MC-10479',
    state: 'open',
    tags: ['Invoice'],
    orderNumber: 'MC-10479',
    messages: [
      asked(
        34,
        letter`
          Merhaba,

          Üç gün önce verdiğim MC-10479 numaralı sipariş için kurumsal fatura kesebilir misiniz? Bilgilerimiz:

          Kuzgunçay Mimarlık Ltd. Şti.
          Çankaya Vergi Dairesi
          Vergi no: 000 000 00 00
          Örnek Mah. Çınar Sok. No: 7/3, Çankaya / Ankara

          E-faturayı bu adrese gönderirseniz yeterli; muhasebemiz de bilgide. Ay sonu kapanışı olduğu için yarına kadar elimizde olursa çok seviniriz.

          İyi çalışmalar,
          Mehmet Demir
        `,
        { unread: true, cc: ['muhasebe@kuzguncaymimarlik.example'] },
      ),
    ],
  },
  {
    id: 'nermin-otel-yeni-sezon',
    channel: 'email',
    customerId: 'nermin-tekin',
    subject: 'Ynt: Yeni sezon için tabak ve kâse',
    state: 'open',
    tags: ['Wholesale'],
    messages: [
      asked(
        days(4) + hours(3),
        letter`
          Merhaba Defne Hanım,

          Geçen sezonun tabakları misafirlerimizden çok övgü aldı, üçü odalardan “hatıra” diye gitmiş bile :) Yeni sezonda kahvaltı takımını tamamlamak istiyoruz:

          - Kobalt Çini Tabak 25 cm: 30 adet
          - Nar Desenli Kâse 18 cm: 40 adet
          - Karanfil Kupa: 20 set

          Toptan fiyatınızı ve teslim sürenizi öğrenebilir miyim? Kâselerin içine küçük harflerle otelimizin adını yazdırmak da mümkün mü?

          Nermin Tekin
          Yakamoz Taşı Otel
        `,
      ),
      answered(
        days(4) + hours(1),
        letter`
          Merhaba Nermin Hanım,

          Tabakların başına gelen en güzel şeyi yazmışsınız, çok güldük! Yeniden birlikte çalışmak bizi sevindirir.

          Toplamda kırk adedi geçen siparişlerde %15 indirimle:

          - Kobalt Çini Tabak: 756,50 TL
          - Nar Desenli Kâse: 544,00 TL
          - Karanfil Kupa (2’li set): 663,00 TL

          Fiyatlara KDV ve Bodrum’a teslim dâhil. Kâselere otelinizin adını sır altına yazıyoruz, adet başına 35 TL. Teslim süresi onaydan sonra beş hafta; dilerseniz tabakları ilk hafta, kalanını parti parti gönderirim.

          Maviyi otelinize göre bir deneme tabağında hazırlayıp fotoğrafını yarın akşama kadar size yollayacağım.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      noted(
        days(4),
        'Nuri Usta: 40 kâse iki fırın eder, beş hafta rahat. Deneme tabağı yarınki fırında, adı “Yakamoz 02”.',
      ),
      answered(
        days(3) + hours(2),
        letter`
          Nermin Hanım, söz verdiğim deneme tabağının fotoğrafı ekte. Kâselerin içindeki yazı da aynı mavi olacak ve dipte duracak; yemek bitince görünsün istedik. Fikrinizi bekliyorum; başka bir ton isterseniz bir gün içinde denerim.

          Sevgiler,
          Defne
        `,
        { attachments: [{ name: 'yakamoz-02.png', kind: 'photo-plate' }] },
      ),
      asked(
        days(1) + hours(2),
        letter`
          Defne Hanım merhaba,

          Bayıldık, tam bizim kepenklerin mavisi! Yazının yemek bitince görünmesi de çok ince bir fikir. İki sorumuz kaldı:

          1. Ödemeyi yarısı siparişte, yarısı teslimde olacak şekilde bölebilir miyiz?
          2. Kupaların 20 setini 12’ye indirsek %15 yine geçerli olur mu?

          Ortağım da bilgide, onay gelirse bu hafta siparişi geçeceğiz.

          Sevgiler,
          Nermin

          Mavi Çini <merhaba@mavicini.example> şunu yazdı:
          > Nermin Hanım, söz verdiğim deneme tabağının fotoğrafı ekte. Kâselerin
          > içindeki yazı da aynı mavi olacak ve dipte duracak; yemek bitince
          > görünsün istedik. Fikrinizi bekliyorum; başka bir ton isterseniz bir
          > gün içinde denerim.
          >
          > Sevgiler,
          > Defne
        `,
        { cc: ['levent@yakamoztasi.example'] },
      ),
      noted(
        hours(25),
        '12 set olsa da toplam 82 parça, indirim geçerli. Ödeme bölme: geçen sefer sorunsuzdu, kabul. Yarın sabah teklif PDF’i.',
      ),
    ],
  },
  {
    id: 'gulsah-fatura',
    channel: 'email',
    customerId: 'gulsah-polat',
    subject: 'MC-10358 faturası',
    state: 'closed',
    tags: ['Invoice'],
    orderNumber: 'MC-10358',
    messages: [
      asked(
        days(45) + hours(5),
        'Merhaba, MC-10358 numaralı siparişin faturası kutudan çıkmadı, e-postayla alabilir miyim? Şirket adına kesilmişti.\n\nGülşah Polat',
      ),
      answered(
        days(45) + hours(4.5),
        letter`
          Merhaba Gülşah Hanım,

          Buyurun, faturanız ekte. Artık bütün kurumsal faturaları kargoyla birlikte e-postayla da gönderiyorum; bir sonrakini yazmanıza gerek kalmadan bulacaksınız.

          Karolar duvarda nasıl durdu? Fotoğrafını görmeyi çok isterim.

          Sevgiler,
          Defne
          Mavi Çini
        `,
        { attachments: [{ name: 'MC-10358-fatura.pdf', kind: 'invoice-pdf' }] },
      ),
      asked(days(45) + hours(2), 'Ulaştı, çok teşekkürler. Duvar bitince ilk fotoğraf size!'),
    ],
  },
  {
    id: 'nermin-ilk-siparis',
    channel: 'email',
    customerId: 'nermin-tekin',
    subject: 'Otelimiz için 28 tabak',
    state: 'closed',
    tags: ['Wholesale'],
    orderNumber: 'MC-10231',
    messages: [
      asked(
        days(96) + hours(6),
        letter`
          Merhabalar,

          Bodrum’da 14 odalı küçük bir otelimiz var. Kahvaltı için 28 kobalt tabak ve 14 set kupa düşünüyoruz. Üç haftada yetişir mi? Kırılırsa sonradan tek tek tamamlayabiliyor muyuz?

          Nermin Tekin
          Yakamoz Taşı Otel
        `,
      ),
      answered(
        days(96) + hours(4.6),
        letter`
          Merhaba Nermin Hanım,

          Bizi düşündüğünüz için teşekkür ederim. 28 tabağın 20’si hazır, kalan 8’i bu haftaki fırından çıkıyor; hepsi iki hafta içinde sizde olur. Kobalt serisi sürekli üretimde, tek tabak bile olsa yıllarca tamamlayabilirsiniz.

          Siparişi sitemizden verirseniz kargoyu ben ayarlıyorum, çıkış günü size yazacağım.

          Sevgiler,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(95) + hours(3), 'Siparişi geçtim: MC-10231. Kolay gelsin ustaya!'),
      answered(
        days(84) + hours(5),
        'Merhaba Nermin Hanım, tabaklarınız dört kutu hâlinde bugün yola çıktı; öbür gün kapınızda. Kutuların üstüne “kırılır” değil “kahvaltılık” yazdık, kurye güler yüzle taşısın diye :) Sevgiler, Defne',
      ),
      asked(days(82) + hours(1), 'Hepsi sapasağlam geldi. Masalar bambaşka oldu, ellerinize sağlık!'),
    ],
  },
];
