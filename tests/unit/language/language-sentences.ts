// Sentences as shop customers write them, by language, for measuring the language guess.

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const english = lines(`
  Where is my order?
  I still haven't received my parcel.
  The zip on the jacket broke after two days.
  Can I exchange it for a size 38?
  Please cancel order TY-12345, I ordered twice by mistake.
  I would like a refund
  Thanks a lot, it arrived this morning!
  Is this available in blue?
  How long does shipping to Crete take
  My invoice is missing from the box.
  The courier left it with a neighbour without asking me.
  You sent me the wrong colour.
  Hello, any news about my return?
  The glass was shattered when I opened the box
  Could you change the delivery address to my office?
  I've been waiting for three weeks now and nobody answers.
  Do you ship to Cyprus?
  what's the return policy
  The tracking number doesn't work.
  It says delivered but nothing came
  I paid twice, please check my card.
  Very disappointed with the quality of this bag.
  Great service, will order again
  Does the lamp come with a bulb?
  The instructions are only in German.
  When will the green one be back in stock?
  I need it before Friday, it's a birthday present.
  Please call me at noon
  Dear team, attached you will find photos of the damage.
  Half of the set is missing
  Why was my discount code refused?
  The shoes are too small, I usually wear 42.
  I never got a confirmation email.
  Can somebody help me with the warranty?
  Your website shows an error when I pay
  Hi, is it possible to add a gift note?
  This is the third time I am writing to you
  I sent the item back on Monday, when do I get my money?
  The battery lasts only one hour.
  It smells strange, is that normal?
  Good morning, I would like to know more about the ceramic plates.
  Perfect, thank you so much
  We are very happy with the table!
  The driver was rude.
  Please stop sending me newsletters
  I think there has been a misunderstanding
  can you hold the parcel until next week
  Is the price including tax?
  The photo on the site looks different.
  I accidentally entered the wrong street number
  My daughter loves the doll, thank you.
  The screws do not fit the holes.
  Are you open on Saturdays?
  I want to speak with a manager.
  How should I wash this sweater?
  The candle arrived melted.
  Still no answer from you.
  Sorry for the late reply, yes please send the new one
  Who pays for the return shipping?
  I'd like to order fifty pieces for our hotel.
  It doesn't turn on anymore
  Received today, everything fine.
  The size chart is confusing
  My order number is 12345, please tell me the status
  Would you recommend the smaller pan for two people?
`);

export const turkish = lines(`
  Siparişim nerede kaldı?
  Kargom hâlâ gelmedi.
  Ceketin fermuarı iki günde bozuldu.
  38 beden ile değiştirebilir miyim?
  TY-12345 numaralı siparişi iptal edin lütfen, yanlışlıkla iki kez vermişim.
  Para iadesi istiyorum
  Çok teşekkürler, bu sabah elime ulaştı!
  Bunun mavisi var mı?
  Girit'e kargo kaç günde gider
  Kutudan fatura çıkmadı.
  Kurye bana sormadan komşuya bırakmış.
  Bana yanlış renk göndermişsiniz.
  Merhaba, iademle ilgili bir gelişme var mı?
  Kutuyu açtığımda cam kırıktı
  Teslimat adresini iş yerim olarak değiştirebilir misiniz?
  Üç haftadır bekliyorum, kimse cevap vermiyor.
  Kıbrıs'a gönderiyor musunuz?
  iade şartları nedir
  Takip numarası çalışmıyor.
  Teslim edildi yazıyor ama elime geçmedi
  İki kere ödeme alınmış, kartımı kontrol eder misiniz?
  Bu çantanın kalitesi beni hayal kırıklığına uğrattı.
  Harika hizmet, yine alışveriş yapacağım
  Lambanın ampulü içinde mi?
  Kullanma kılavuzu sadece Almanca.
  Yeşili ne zaman stoklara girer?
  Cumadan önce lazım, doğum günü hediyesi.
  Öğlen beni arar mısınız
  Değerli yetkili, hasarın fotoğraflarını ekte bulacaksınız.
  Takımın yarısı eksik
  İndirim kodum neden kabul edilmedi?
  Ayakkabılar küçük geldi, normalde 42 giyerim.
  Onay e-postası almadım.
  Garanti konusunda yardımcı olur musunuz?
  Ödeme yaparken siteniz hata veriyor
  Hediye notu ekleyebilir miyiz?
  Size üçüncü kez yazıyorum
  Ürünü pazartesi geri yolladım, paramı ne zaman alırım?
  Pil yalnızca bir saat dayanıyor.
  Garip kokuyor, normal mi?
  Günaydın, seramik tabaklar hakkında bilgi almak isterim.
  Süper, çok sağ olun
  Masadan çok memnunuz!
  Kurye kaba davrandı.
  Artık bülten göndermeyin
  Sanırım bir yanlış anlaşılma oldu
  paketi haftaya kadar bekletebilir misiniz
  Fiyata KDV dahil mi?
  Sitedeki fotoğraf farklı görünüyor.
  Kapı numarasını yanlış yazmışım
  Kızım bebeğe bayıldı, teşekkür ederiz.
  Vidalar deliklere uymuyor.
  Cumartesi açık mısınız?
  Müdürle görüşmek istiyorum.
  Bu kazağı nasıl yıkamalıyım?
  Mum erimiş geldi.
  Sizden hâlâ ses yok.
  Geç yazdığım için kusura bakmayın, evet yenisini gönderin
  İade kargo ücretini kim ödüyor?
  Otelimiz için elli adet sipariş vermek istiyoruz.
  Artık açılmıyor
  Bugün aldım, her şey yolunda.
  Beden tablosu kafa karıştırıcı
  Sipariş numaram 12345, durumunu söyler misiniz
  İki kişi için küçük tavayı mı önerirsiniz?
`);

/** The habit of phones and old keyboards: no Turkish letters at all. */
export const turkishAscii = lines(`
  siparisim nerede kaldi
  kargom hala gelmedi
  ceketin fermuari iki gunde bozuldu
  38 beden ile degistirebilir miyim
  TY-12345 numarali siparisi iptal edin lutfen
  para iadesi istiyorum
  cok tesekkurler bu sabah elime ulasti
  bunun mavisi var mi
  kutudan fatura cikmadi
  kurye bana sormadan komsuya birakmis
  bana yanlis renk gondermissiniz
  merhaba iademle ilgili bir gelisme var mi
  kutuyu actigimda cam kirikti
  uc haftadir bekliyorum kimse cevap vermiyor
  kibrisa gonderiyor musunuz
  iade sartlari nedir
  takip numarasi calismiyor
  teslim edildi yaziyor ama elime gecmedi
  iki kere odeme alinmis kartimi kontrol eder misiniz
  harika hizmet yine alisveris yapacagim
  lambanin ampulu icinde mi
  yesili ne zaman stoklara girer
  cumadan once lazim dogum gunu hediyesi
  indirim kodum neden kabul edilmedi
  ayakkabilar kucuk geldi normalde 42 giyerim
  onay maili almadim
  garanti konusunda yardimci olur musunuz
  odeme yaparken siteniz hata veriyor
  size ucuncu kez yaziyorum
  urunu pazartesi geri yolladim parami ne zaman alirim
  pil yalnizca bir saat dayaniyor
  garip kokuyor normal mi
  masadan cok memnunuz
  artik bulten gondermeyin
  sanirim bir yanlis anlasilma oldu
  fiyata kdv dahil mi
  sitedeki fotograf farkli gorunuyor
  kapi numarasini yanlis yazmisim
  vidalar deliklere uymuyor
  cumartesi acik misiniz
  mudurle gorusmek istiyorum
  bu kazagi nasil yikamaliyim
  mum erimis geldi
  iade kargo ucretini kim oduyor
  otelimiz icin elli adet siparis vermek istiyoruz
  artik acilmiyor
  bugun aldim her sey yolunda
  beden tablosu kafa karistirici
  SIPARISIM HALA GELMEDI ARTIK BIR CEVAP VERIN
  gec yazdigim icin kusura bakmayin evet yenisini gonderin
`);

export const greek = lines(`
  Πού είναι η παραγγελία μου;
  Δεν έχω λάβει ακόμη το δέμα μου.
  Το φερμουάρ χάλασε σε δύο μέρες.
  Μπορώ να το αλλάξω με νούμερο 38;
  Ακυρώστε την παραγγελία TY-12345, την έκανα δύο φορές κατά λάθος.
  Θέλω επιστροφή χρημάτων
  Ευχαριστώ πολύ, ήρθε σήμερα το πρωί!
  Υπάρχει σε μπλε;
  Πόσο κάνει να φτάσει στην Κρήτη
  Λείπει το τιμολόγιο από το κουτί.
  Ο κούριερ το άφησε στον γείτονα χωρίς να με ρωτήσει.
  Μου στείλατε λάθος χρώμα.
  Καλημέρα, έχουμε νέα για την επιστροφή μου;
  ΤΟ ΓΥΑΛΙ ΗΤΑΝ ΣΠΑΣΜΕΝΟ ΟΤΑΝ ΑΝΟΙΞΑ ΤΟ ΚΟΥΤΙ
  Μπορείτε να αλλάξετε τη διεύθυνση παράδοσης;
  Περιμένω τρεις εβδομάδες και δεν απαντά κανείς.
  Στέλνετε Κύπρο;
  ποια είναι η πολιτική επιστροφών
  Ο αριθμός αποστολής tracking δεν λειτουργεί.
  Το iPhone 15 Pro Max case ήρθε σπασμένο
  Πλήρωσα δύο φορές, ελέγξτε την κάρτα Visa μου.
  Απογοητεύτηκα πολύ από την ποιότητα της τσάντας.
  Άψογη εξυπηρέτηση, θα ξαναψωνίσω
  Η λάμπα έχει μέσα λαμπτήρα;
  Οι οδηγίες είναι μόνο στα γερμανικά.
  Πότε θα ξαναέρθει το πράσινο;
  Το χρειάζομαι πριν την Παρασκευή, είναι δώρο γενεθλίων.
  Πάρτε με τηλέφωνο το μεσημέρι
  Σας στέλνω φωτογραφίες από τη ζημιά.
  Λείπει το μισό σετ
  Γιατί δεν έγινε δεκτός ο κωδικός έκπτωσης;
  Τα παπούτσια είναι μικρά, φοράω 42.
  Δεν πήρα email επιβεβαίωσης.
  Μπορεί κάποιος να με βοηθήσει με την εγγύηση;
  Το site βγάζει σφάλμα όταν πληρώνω
  Γίνεται να βάλετε κάρτα δώρου;
  Είναι η τρίτη φορά που σας γράφω
  Έστειλα πίσω το προϊόν τη Δευτέρα, πότε θα πάρω τα χρήματά μου;
  Η μπαταρία κρατάει μόνο μία ώρα.
  Μυρίζει περίεργα, είναι φυσιολογικό;
  Θα ήθελα πληροφορίες για τα κεραμικά πιάτα.
  Τέλεια, ευχαριστώ
  Είμαστε ενθουσιασμένοι με το τραπέζι!
  Ο οδηγός ήταν αγενής.
  Μη μου στέλνετε άλλα newsletter
  Νομίζω έγινε παρεξήγηση
  κρατήστε το δέμα μέχρι την άλλη εβδομάδα
  Η τιμή περιλαμβάνει ΦΠΑ;
  Η φωτογραφία δείχνει αλλιώς.
  Έγραψα λάθος αριθμό
  Η κόρη μου λάτρεψε την κούκλα.
  Οι βίδες δεν ταιριάζουν.
  Ανοίγετε Σάββατο;
  Θέλω να μιλήσω με υπεύθυνο.
  Πώς πλένεται το πουλόβερ;
  Το κερί ήρθε λιωμένο.
  Καμία απάντηση ακόμα.
  Συγγνώμη για την καθυστέρηση, ναι στείλτε το καινούργιο
  Ποιος πληρώνει τα μεταφορικά;
  Θέλουμε πενήντα κομμάτια για το ξενοδοχείο μας.
  Δεν ανάβει πια
  Το παρέλαβα σήμερα, όλα καλά.
`);

/** Greek typed in Latin letters. */
export const greeklish = lines(`
  pou einai h paraggelia mou
  den exw lavei akoma to dema mou
  to fermouar xalase se dyo meres
  mporw na to allaksw me noumero 38
  akyrwste thn paraggelia TY-12345 parakalw
  thelo epistrofi xrimaton
  efxaristo poli irthe simera to proi
  yparxei se mple
  poso kanei na ftasei stin kriti
  leipei to timologio apo to kouti
  o courier to afise ston geitona xoris na me rotisei
  mou steilate lathos xroma
  kalimera exoume nea gia tin epistrofi mou
  to gyali htan spasmeno otan anoiksa to kouti
  mporeite na allaxete ti dieuthinsi
  perimeno treis evdomades kai den apantaei kaneis
  stelnete kypro
  to tracking den leitourgei
  leei oti paradothike alla den hr8e tipota
  plirosa dio fores elenkste tin karta mou
  apogoiteftika poli apo tin poiotita
  pote tha erthei to prasino
  to xreiazomai prin tin paraskevi einai doro
  parte me tilefono to mesimeri
  sas stelnw fwtografies apo th zhmia
  giati den egine dektos o kwdikos ekptwshs
  ta papoutsia einai mikra forao 42
  den pira email epivevaiosis
  to site vgazei sfalma otan plirono
  ginetai na valete karta dorou
  einai h trith fora pou sas grafw
  esteila pisw to proion pote 8a parw ta xrhmata mou
  h mpataria krataei mono mia wra
  tha ithela plirofories gia ta keramika piata
  teleia efxaristo
  eimaste poli euxaristimenoi me to trapezi
  mi mou stelnete alla newsletter
  nomizo egine pareksigisi
  kratiste to dema mexri tin alli evdomada
  egrapsa lathos arithmo
  oi vides den tairiazoun
  thelo na miliso me ypeythyno
  pos plenetai to poulover
  kamia apantisi akoma
  poios plironei ta metaforika
  theloume peninta kommatia gia to ksenodoxeio mas
  den anavei pia
  to parelava simera ola kala
  8elw na epistrepsw to proion
  geia sas, den mou exete apanthsei
`);

/** Other languages, some of them close to ours. */
export const foreign = lines(`
  Ich habe meine Bestellung noch nicht erhalten, was ist da los?
  Wann kommt mein Paket an?
  Könnten Sie mir bitte die Rechnung schicken?
  Die Schuhe sind leider zu klein, ich möchte sie umtauschen.
  Où est ma commande ?
  Je n'ai toujours pas reçu mon colis.
  Bonjour, je voudrais un remboursement s'il vous plaît.
  ¿Dónde está mi pedido?
  Quiero devolver el producto porque llegó roto.
  Buongiorno, quando arriva il mio ordine?
  Vorrei un rimborso, grazie.
  Waar blijft mijn bestelling?
  Ik wil graag een ander formaat.
  Jag har inte fått mitt paket än.
  Gdzie jest moje zamówienie?
  Где мой заказ?
  Здравствуйте, когда придёт посылка?
  Къде е моята поръчка?
  أين طلبي؟
  我的订单在哪里？
  Onde está a minha encomenda?
  Bună ziua, când ajunge comanda mea?
`);
