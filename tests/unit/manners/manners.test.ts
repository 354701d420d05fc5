// What marketplaces punish is found in all three languages, and ordinary replies are left alone.
import { describe, expect, it } from 'vitest';
import { checkManners } from '../../../shared/language/manners/check-manners.ts';
import { gravest } from '../../../shared/language/manners/finding.ts';

const rules = (text: string, channel = 'trendyol') => checkManners(text, channel).map(({ rule }) => rule);

describe('what is found', () => {
  it.each([
    ['Bize dukkan@ornek.example adresinden yazın', 'contact'],
    ['dukkan (at) ornek . example yazabilirsiniz', 'contact'],
    ['ayse.dukkan at gmail üzerinden', 'contact'],
    ['0532 000 00 00 numarasından ulaşın', 'contact'],
    ['+90 (532) 000 00 00', 'contact'],
    ['Τηλέφωνο: 6900 000000', 'contact'],
    ['Reach me on +44 7700 900000', 'contact'],
    ['Bakınız www.dukkan.example/vazo', 'link'],
    ['Zeytindali.com adresinde var', 'link'],
    ['0 5 3 2 0 0 0 0 0 0 0', 'contact'],
    ['5 3 2 - 0 0 0 - 0 0 0 0 arayın', 'contact'],
    ['Call 07700 900123', 'contact'],
    ['sıfır beş yüz otuz iki dört yüz elli altı yetmiş sekiz doksan', 'contact'],
    ['beşyüzotuziki dörtyüz elli altı yetmiş', 'contact'],
    ['oh seven seven double oh nine oh oh one two three', 'contact'],
    ['εξήντα εννέα δώδεκα τριάντα τέσσερα πενήντα έξι εβδομήντα οκτώ', 'contact'],
    ['dukkan [at] ornek [dot] example', 'contact'],
    ['dukkan@gmail yazın', 'contact'],
    ['dukkan et ornek nokta com', 'link'],
    ['Instagramda @zeytindali', 'contact'],
    ['zeytindali nokta com', 'link'],
    ['zeytindali(nokta)com', 'link'],
    ['zeytindali . com', 'link'],
    ['zeytindali dot com', 'link'],
    ['zeytindali τελεία gr', 'link'],
    ['bit.ly/vazo', 'link'],
    ['t.me/dukkan', 'link'],
    ['WhatsApp’tan yazabilirsiniz', 'messenger'],
    ['Wp den ulaşın', 'messenger'],
    ["wp'den yazın", 'messenger'],
    ['Vatsaptan yazın', 'messenger'],
    ["DM'den yazın", 'messenger'],
    ['dm atın', 'messenger'],
    ['στο Φέισμπουκ μας', 'messenger'],
    ['Please text me', 'messenger'],
    ['Bizi arayın lütfen', 'messenger'],
    ['Please call us tomorrow', 'messenger'],
    ['Καλέστε μας αύριο', 'messenger'],
    ['TR33 0006 1005 1978 6457 8413 26', 'outsidePayment'],
    ['Trendyol dışından alırsanız komisyonsuz olur', 'outsidePayment'],
    ['You could pay us directly', 'outsidePayment'],
    ['εκτός πλατφόρμας', 'outsidePayment'],
    ['Havale ile ödeyebilirsiniz', 'payment'],
    ['You can pay by bank transfer.', 'payment'],
    ['με τραπεζική κατάθεση', 'payment'],
    ['κατάθεση στην Εθνική', 'payment'],
    ['Sitemizden daha uygun', 'elsewhere'],
    ['It is cheaper on our website', 'elsewhere'],
    ['στην ιστοσελίδα μας', 'elsewhere'],
    ['Hepsiburada mağazamızda var', 'rival'],
    ['Bu hafta tatildeyiz, döneriz', 'away'],
    ['Mağazamız kapalıdır', 'away'],
    ['Önümüzdeki hafta tatilde olacağız', 'away'],
    ["We're away until Monday", 'away'],
    ['Είμαστε σε διακοπές ως τη Δευτέρα', 'away'],
    ['Beş yıldız verirseniz seviniriz', 'reviewTrade'],
    ['Could you change your review?', 'reviewTrade'],
    ['Θα θέλαμε μια θετική κριτική', 'reviewTrade'],
    ['İndirim kodunuz hazır', 'promotion'],
  ])('%s → %s', (text, rule) => {
    expect(rules(text)).toContain(rule);
  });
});

describe('what is left alone', () => {
  it.each([
    'Yüz yirmi üç bin dört yüz elli altı adımda, dokuz yüz doksan dokuz lira doksan dokuz kuruşa',
    'Otuz altı, otuz sekiz, kırk, kırk iki, kırk dört numaralarımız var',
    'Μεγέθη: τριάντα έξι, τριάντα οκτώ, σαράντα, σαράντα δύο, σαράντα τέσσερα',
    'Merhaba, siparişiniz 111-1234567-1234567 bugün kargoya verildi. Takip no: 7330012345678.',
    'Vazonun boyu 32 cm, çapı 14.5 cm; kutusu 400 x 400 mm.',
    'Your order 12-34567-89012 left us on 04.05.2026 at 14:30.',
    'Το δέμα σας 260504-5130474 έφυγε σήμερα.',
    'İade süresi 14 gündür, ücretsizdir.',
    'Item 110000000001 is back in stock.',
    'Ürün kapalı kutuda gelir, tatil için uygundur.',
    'Kutu 5 dm uzunluğunda, 2 dm yüksekliğinde.',
    'Bedenler: 1 2 3 4 5 6 7 8 9 10 11; adet 0 - 5 arası.',
    'WP-20 modeli stokta. İyi günler. Com kalitesinde.',
    'Teşekkürler.İyi günler, kargonuz 7-10 günde @ adresinizde.',
    'Set of 0 5 3 2 pieces; kat 2 no 5.',
  ])('%s', (text) => {
    for (const channel of ['trendyol', 'ebay', 'amazon']) expect(checkManners(text, channel)).toEqual([]);
  });
  it('a marketplace’s own pages, on itself only', () => {
    expect(rules('https://www.trendyol.com/vazo-p-1')).toEqual([]);
    expect(rules('https://www.trendyol.com/vazo-p-1', 'ebay')).toContain('link');
    expect(rules('trendyol.com.evil.example.com')).toContain('link');
  });
  it('everything on channels that are no marketplaces', () => {
    expect(checkManners('Arayın: 0532 000 00 00, www.dukkan.example', 'email')).toEqual([]);
    expect(checkManners('Arayın: 0532 000 00 00', 'woocommerce')).toEqual([]);
  });
});

it('says where, how grave, and in whose words', () => {
  const text = 'Merhaba İpek Hanım, lütfen İNFO@ORNEK.EXAMPLE adresine yazın. Tatildeyiz.';
  const findings = checkManners(text, 'trendyol');
  expect(findings.map(({ rule, severity, words }) => [rule, severity, words])).toEqual([
    ['contact', 'block', 'İNFO@ORNEK.EXAMPLE'],
    ['away', 'ask', 'Tatildeyiz'],
  ]);
  for (const { from, to, words } of findings) expect(text.slice(from, to)).toBe(words);
  expect(gravest(findings)).toBe('block');
  expect(gravest([])).toBeNull();
});

it('takes rules as its marketplace takes them', () => {
  const severity = (channel: string) => checkManners('Please leave a positive review', channel)[0]?.severity;
  expect(severity('amazon')).toBe('block');
  expect(severity('trendyol')).toBe('ask');
  expect(checkManners('Write to a@b.example', 'mirakl')[0]?.severity).toBe('ask');
});

it('stays quick on hostile text', () => {
  const started = performance.now();
  for (const piece of ['a.', '0 ', '+9', '@a', 'mah. ', 'tr33 ', '1 a '])
    checkManners(piece.repeat(10_000), 'trendyol');
  // a backtracking pattern takes minutes; twenty seconds is far from both
  expect(performance.now() - started).toBeLessThan(20_000);
});
