// Public answers name nobody: orders, numbers, addresses and names are found; what everybody may read is not.
import { describe, expect, it } from 'vitest';
import { checkPrivacy } from '../../../shared/language/manners/check-privacy.ts';

const secrets = {
  names: ['Ayşe Yılmaz', 'Ayşe Nur Yılmaz'],
  publicName: 'Ayşe Y.',
  orderNumbers: ['WC-1048', '20771'],
  places: ['Eskişehir', ''],
};
const rules = (text: string) => checkPrivacy(text, secrets).map(({ rule }) => rule);

describe('what must not be public', () => {
  it.each([
    ['Siparişiniz WC-1048 için özür dileriz', 'privateOrder'],
    ['20771 numaralı', 'privateOrder'],
    ['Sipariş no: 48211', 'privateOrder'],
    ['your order #5512', 'privateOrder'],
    ['η παραγγελία 55120', 'privateOrder'],
    ['about 12-34567-89012', 'privateOrder'],
    ['4006381333932 için', 'privateOrder'],
    ['order 4006381333931', 'privateOrder'],
    ['Teşekkürler Yılmaz Hanım', 'privateName'],
    ["Yılmaz'a gönderdik", 'privateName'],
    ['Sayın Nur Hanım', 'privateName'],
    ['0532 000 00 00 numaranızdan aradık', 'privateContact'],
    ['beş yüz otuz iki sıfır sıfır sıfır on yirmi otuz', 'privateContact'],
    ['ayse@posta.example adresinize yazdık', 'privateContact'],
    ['Eskişehir’e gönderdik', 'privateAddress'],
    ['Gül Mahallesi Lale Sokak No: 5', 'privateAddress'],
    ['we sent it to 12 Garden Street', 'privateAddress'],
    ['στην οδός Ερμού 12', 'privateAddress'],
  ])('%s → %s', (text, rule) => {
    expect(rules(text)).toContain(rule);
  });
});

describe('what may be', () => {
  it.each([
    'Sevgili Ayşe, güzel sözleriniz için çok teşekkür ederiz!',
    '@Ayşe çok teşekkür ederiz!',
    'Thank you! The vase is 32 cm tall and dishwasher safe.',
    'Ευχαριστούμε πολύ για τα καλά σας λόγια!',
    'The cup with barcode 4006381333931; the small one is 96385074.',
    'Barkodu 8690504123453 değil, 036000291452.',
    'Şimdi daha kalın bir kutu kullanıyoruz; ayrıntıyı size özel mesajla yazdık.',
  ])('%s', (text) => {
    expect(checkPrivacy(text, secrets)).toEqual([]);
  });
});
