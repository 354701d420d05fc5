// Undeclared 8-bit text: Greek, Turkish and Western told apart, and a word or two left to the account's own language.
import { expect, test } from 'vitest';
import { suspectCharset, type SuspectCharset } from '../../../shared/language/suspect-charset.ts';
import { encodeText } from '../../harness/encode-text.ts';

test.each<[SuspectCharset, string]>([
  ['windows-1253', 'Καλημέρα σας, θα ήθελα να μάθω πότε θα σταλεί η παραγγελία μου.'],
  ['windows-1253', 'ΕΠΙΣΤΡΟΦΗ ΔΕΜΑΤΟΣ MC-10466 (URGENT)'],
  ['windows-1253', 'Re: Παραγγελία 48211 - invoice please, thank you very much for the quick help'],
  ['windows-1254', 'Merhaba, siparişim henüz gelmedi; kargo takip numarasını rica ederim.'],
  ['windows-1254', 'İADE TALEBİ: ÜRÜN HASARLI GELDİ'],
  ['windows-1254', 'Teşekkürler'],
  ['windows-1252', 'Ich hätte gern zwei große Schüsseln, möglichst vor Weihnachten.'],
  ['windows-1252', 'Où en est ma commande ? Merci d’avance, à bientôt.'],
])('%s: %s', (charset, text) => {
  expect(suspectCharset(encodeText(text, charset))).toBe(charset);
});

test('plain ASCII and a lone sign tell nothing', () => {
  expect(suspectCharset(encodeText('Hello there', 'windows-1252'))).toBeUndefined();
  expect(suspectCharset(encodeText('12 ½', 'windows-1252'))).toBeUndefined();
});
