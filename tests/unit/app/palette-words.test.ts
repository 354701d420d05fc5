// The palette finds a command by words as they are said, not only as they stand in its title.
import { expect, it } from 'vitest';
import { fittingWords } from '../../../renderer/app/screens/palette/fits-words.ts';

const tr = ['Müşteri içe aktar…', 'Sipariş içe aktar…', 'Arama kaydı içe aktar…', 'Ayarlar', 'Yeni e-posta'];
const el = ['Εισαγωγή πελατών…', 'Εισαγωγή παραγγελιών…', 'Ρυθμίσεις'];
const find = (titles: string[], typed: string): string[] => fittingWords(titles, (title) => title, typed);

it.each([
  [tr, '', tr],
  [tr, 'ice aktar', ['Müşteri içe aktar…', 'Sipariş içe aktar…', 'Arama kaydı içe aktar…']],
  [tr, 'MÜŞTERİ', ['Müşteri içe aktar…']],
  [tr, 'müşterileri içe aktar', ['Müşteri içe aktar…']],
  [tr, 'siparişlerin aktarımı', ['Sipariş içe aktar…']],
  [tr, 'ayarları', ['Ayarlar']],
  [tr, 'fatura', []],
  [el, 'πελατες', ['Εισαγωγή πελατών…']],
  [el, 'ρυθμιση', ['Ρυθμίσεις']],
  [el, 'πελατες ρυθμιση', []],
])('%#: %2$j for %1$j', (titles, typed, expected) => {
  expect(find(titles, typed)).toEqual(expected);
});
