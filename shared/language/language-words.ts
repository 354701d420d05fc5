// The words and endings by which short shop messages give their language away; all in folded form (see fold.ts).

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** English words that are rare in the other languages' messages. */
export const englishWords = list(`
  the and is are was were been have has had having you your yours my mine our ours we they them their this that these
  those with for from of it its not but or if when where what which who why how would could should can cannot will shall
  did does doing done about after before because since there here still yet just only also please thanks thank hello hi
  dear order ordered orders item items received receive delivered delivery refund return returned shipping ship shipped
  package parcel arrived arrive arrives wrong broken size need want like know help looking forward week weeks day days
  today tomorrow yesterday never ever any some been being more much many very too get got give back new another one two
  i m ve ll don doesn didn isn wasn won couldn sorry question send sent buy bought price cost tracking number however
  between into than then as by good great morning afternoon evening regards sincerely best yes per let me us him her she he
  do so up out a an in on at be to no all again already could available product website invoice address change cancel
  money card payment paid box damaged missing wait waiting reply answer soon first last time every each most same other
  nothing something anything everything anyone someone both few well make made use used work working works fit fits color
  colour blue red black white small large long`);

/** English words that also stand in Turkish, Greeklish or a neighbouring language: half a word of evidence. */
export const englishMaybe = list(`a an in on at be to no all so do me us he her him as by i m was will let am or item
  product price per best do up box`);

/** Turkish words, as written with or without Turkish letters. */
export const turkishWords = list(`
  ve bir bu su icin ile ama fakat cok daha en mi mu misiniz musunuz degil var yok ne neden nasil nerede nereye ne zaman
  zaman hala henuz siparis siparisim siparisimi siparisimin siparisiniz siparisi kargo kargom kargoya kargoda urun urunu
  urunun urunler urunleri iade iadesi degisim fatura faturam faturami merhaba merhabalar selam selamlar iyi gunler
  aksamlar geceler calismalar tesekkur tesekkurler ederim ederiz rica lutfen tamam evet hayir olur olmaz oldu olarak olan
  olsun gelmedi geldi gelecek gelir gonderdim gonderdiniz gonderir gonderin gonderildi aldim aldiniz almistim istiyorum
  istemiyorum istedim ister bekliyorum bekliyoruz musteri hizmetleri beden numara numarasi renk rengi kirik bozuk
  yanlis eksik hasarli paket paketim para param parami ucret ucreti odeme kart gun gundur hafta haftadir bugun yarin dun
  sabah bana beni benim sana size sizin sizden bizim biz siz onlar kadar gibi sonra once yine tekrar hic her hepsi kac
  kacta tane adet fiyat fiyati stok stokta kupon indirim indirimi hediye adres adresi adresim teslim teslimat edildi
  edilmedi ettim etmek eder edin edebilir yapabilir yaptim yapiyor yapilir mumkun acaba bilgi bilgisi haber cevap yanit
  sorun sorunu sikayet sikayetim memnun kaldim guzel kotu buyuk kucuk geri ancak cunku yani ise hem veya ya bile sadece
  artik simdi biraz baska ayni yeni eski hanim bey beyefendi hanimefendi sayin kolay gelsin saygilar saygilarimla
  sagolun sagol bulamadim bulamiyorum goremiyorum giremiyorum calismiyor acilmiyor uymuyor uymadi oldugu oldugunu
  dogru iptal edilsin ucun onu bunu sunu orada burada kim kimse hangi neyse gelmis varmis acil hemen bunun onun sunun
  uygun yeterli iki uc dort alti yedi sekiz dokuz ikisi biri ilk son gunde gunu gune dogum hediye onay dahil haric icinde
  disinda icine ustunde altinda yaninda icinden rahat kolay zor farkli normal acik kapali kirikti bozuldu cikmadi cikti
  saat itibariyla dakika birlikte yardimci olurum olursa olsa tercih lazim gerek gerekiyor gerekli mavi mavisi yesil
  kirmizi siyah beyaz pembe gri bulunuyor bulunmuyor koku kokuyor davrandi durum durumu nedeni yol yolunuz kabul ad adi
  rezalet eyvallah yerli yabanci cift tek perde perdeler esim esime kizim oglum annem babam harika super mukemmel surekli
  canli destek toplu isim soyad telefon arayin arar ara beklerim bekleriz gule kullanin kullanim gunluk adim kelime bilgileri magaza
  magazamiz magazaniz sube subede kodu kodunu hayirli bol kazanclar yerine yuzde lira tl kurus taksit kapida nakit`);

/** Turkish words that mean something elsewhere too. */
export const turkishMaybe = list(
  'en para ne her once var ile su bey kim ya mi tane bile indirim kupon hem normal son ad adi ara uc bol ilk gri stok tl',
);

/** Greek written in Latin letters. There is no standard, so common words stand in several spellings. */
export const greeklishWords = list(`
  kai ke den dn einai eine ine eimai ime eisai eiste exw exo exei exete exoume echo echei eixa eixe thelw thelo 8elw 8elo
  theloume thelei 8elei tha 8a na mou mu sou su sas mas tou tous tis ths ton thn tin sto stin sthn stis ston apo gia ya
  giati yiati pou poy pws pos pote tora twra akoma akomh akomi kalimera kalhmera kalispera kalhspera kalinixta geia yia
  xairete xerete efxaristo efxaristw euxaristw euxaristo eyxaristw eyxaristo parakalo parakalw paraggelia parangelia
  paragelia paraggeleia parageleia paraggeilia paraggelies dema proion proionta proionda epistrofi epistrofh xrimata
  xrhmata lefta eftase efthase eftasan irthe hr8e hrthe erthei er8ei stelnw steilate stilate steilete pira phra pirate
  mporw mporo mporeite boro borw boreite mipws mipos mhpws pali kala kali kalo xreiazomai xriazome perimenw perimeno
  mera meres evdomada ebdomada simera shmera avrio ayrio xthes ti poso posa posh kostizei megethos noumero xroma xrwma
  lathos la8os spasmeno xalasmeno apodeixi apodei3h timologio metaforika antikatavoli antikatabolh courier dieuthinsi
  dieythynsh allagi allagh akyrwsi akurosi akirosi pistwtiki karta trapeza ola oxi nai ne ok loipon omws omos alla ean
  otan opote kapoios kapoia tipota kati polu poli para mia enas ena duo dyo tris mexri meta prin edw edo ekei afto auto
  ayto afti auti ayth sygnomi signomi sorry diathesimo diathesima katastima apantisi apanthsh apantate apantisete
  enimerwsi enhmerwsh enimerosi ginetai ginete gine egine elava elaba parelava paralavi paralabh anamoni eukola vevaia
  bebaia leei lete stile steile dwste doste kanw kano kanete kanoume vriskw vrisko brhka vrika tilefono thlefwno emena
  esena esas emas oti pws os ws ap me se leitourgei litourgei leitourgi doulevei douleuei anavei anabei yparxei uparxei
  iparxei eimaste imaste eiste einai oi vides tairiazei tairiazoun steilte stelnete stelnoume stelno plenetai kypro kupro
  kipro kriti krhth athina a8hna thessaloniki mple ble kokkino prasino mavro aspro kouti kouta nea neo kainourgio xeri
  xeria spiti douleia grafeio oroi roloi tsanta papoutsia forema mplouza trapezi karekla lampa doro dwro fora fores xroni
  palio megalo mikro mikra megala tipote kapou pouthena panta kathe ka8e molis amesws amesos grigora arga noris telika
  kanenas kaneis kamia mina minas perasmeno xronos proi vradi mesimeri prospathiso pairnei pairno paro fortizei
  koudouni skoularikia telika teleia telia yperoxo yperoha xalia asxhmo kyria kyrie kirie kurie filika xairetismous euge mpravo`);

/** Greeklish words that are also English, Turkish or something else. */
export const greeklishMaybe = list(
  'oi nea doro mavro amesos kata me se na ti to pos den ton tin tha ya os su mu ne ok para ola karta courier sorry meta ena poli stile edo tis exo',
);

/** Frequent words of neighbouring languages: evidence that the text is none of ours. */
export const otherWords = list(`
  der die das und ich nicht ist mit fur auf ein eine einen von zu bei wir sie ihr wann warum aber habe hat noch mein meine
  bestellung danke bitte guten tag le la les des une est pas pour avec dans vous je nous votre mon ma commande bonjour
  merci quand pourquoi sur qui que au du el los las una por para con esta mi su pedido gracias hola cuando donde como pero
  muy il che per non sono di della dello ordine grazie quando perche buongiorno ho het een niet van ik mijn wanneer maar
  bestelling dank och inte jag att det som ja nie jest czy moje zamowienie dziekuje prosze na nu nao um uma meu minha
  obrigado ola comanda este si sa al ca ce multumesc sunt`);

/** Turkish endings on folded words of five letters or more. */
export const turkishEnding =
  /(?:[iu]yor(?:um|sun|uz|sunuz|lar|du|dum|mus)?|m[ae]di[mkn]?|[dt][iu](?:m|k|niz|nuz|lar|ler)|[ae]ca(?:k|g\w+)|ece[kg]\w*|[ae]c[ae][kg]\w*|m[iu]s(?:tim|tiniz|siniz|ti)?|[iu]n[iu]z(?:[iu]|[ae]|d[ae]n?|[iu]n)?|m[iu]s[iu]n[iu]z|l[ae]r(?:[iu](?:n|m|niz|miz|nda|nde)?|d[ae]n?|[ae])|[dt][iu]g[iu]\w*|m[ae]k(?:t[ae](?:dir)?)?|abil\w+|ebil\w+|[iu]m[iu]z(?:[iu]|[ae]|d[ae]n?)?|s[iu]z(?:l[iu]k)?|l[iu]k(?:l[ae]r)?|d[iu]r|[iu]nda(?:n)?|[iu]nde(?:n)?|[aeiu]r[iu][mz]|[ae]l[iu]m|[iy][iu]m|mal[iu]\w*|meli\w*|m[ae]n[iu]n|m[iu]y[iu]\w+|[iu]yla|iyle|s[ae]n[iu]z|[iu]rs[ae]n?)$/;

/** English endings on words of five letters or more. */
export const englishEnding = /(?:ing|tion|tions|ment|ness|ful|ight|ould|ough|able|ally|ously|ed)$/;

/** Greeklish endings on words of five letters or more, and letter pairs hardly found elsewhere. */
export const greeklishEnding =
  /(?:oume|ousa|ontai|omai|etai|eite|sate|hke|thike|8hke|wn|ies|ikos|iki|matos|mata|sete|oun|ousi|eia|eis|ete)$/;

/** What follows an apostrophe in each language: the order's; Ali'nin. */
export const englishAfterApostrophe = list('s t m ve re ll d');
export const turkishAfterApostrophe = list(
  'de da den dan ye ya e a i u in un nin nun yi yu te ta ten tan le la ni nu lu li nde nda dir ler lar',
);
