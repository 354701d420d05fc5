// Names: greetings, the Greek vocative rule case by case, and badge initials.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstNameOf, greekVocative, initialsOf } from '../../../shared/language/names.ts';

describe('firstNameOf', () => {
  it.each([
    ['Ayşe Yılmaz', 'tr', 'Ayşe'],
    ['AYŞE YILMAZ', 'tr', 'Ayşe'],
    ['IRMAK IŞIK', 'tr', 'Irmak'],
    ['ışıl kaya', 'tr', 'Işıl'],
    ['ismail KAYA', 'tr', 'İsmail'],
    ['İPEK', 'tr', 'İpek'],
    ['IRIS BLAKE', 'en', 'Iris'],
    ['Yılmaz, Ayşe', 'tr', 'Ayşe'],
    ['Dr. Ayşe Yılmaz', 'tr', 'Ayşe'],
    ['Sn. Mehmet Ak', 'tr', 'Mehmet'],
    ['Κύριος Νίκος Παπάς', 'el', 'Νίκος'],
    ['ΝΙΚΟΣ ΠΑΠΑΣ', 'el', 'Νικος'],
    ['jean-pierre roux', 'en', 'Jean-Pierre'],
    ['McKenzie Low', 'en', 'McKenzie'],
    ["O'Neil Park", 'en', "O'Neil"],
    ['"Maria" Lopez (home)', 'en', 'Maria'],
    ['ayse_kara', 'tr', 'Ayse'],
    ['', 'en', ''],
    ['a.kara@shop.example', 'tr', ''],
    ['A. Kara', 'tr', ''],
    ['A*** K***', 'tr', ''],
    ['user12345', 'en', ''],
    ['Hepsiburada …000001', 'tr', ''],
    ['Elif K***', 'tr', 'Elif'],
    ['Mavi Seramik Ltd. Şti.', 'tr', ''],
    ['Customer Support', 'en', ''],
    ['Dr.', 'en', ''],
  ] as const)('of %j in %s is %j', (displayName, language, expected) => {
    expect(firstNameOf(displayName, language)).toBe(expected);
  });

  it('is one word, without line breaks, whatever the display name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'tr', 'el'), (name, language) => {
        expect(firstNameOf(name, language)).toMatch(/^\P{Z}*$/u);
      }),
    );
  });
});

describe('greekVocative', () => {
  it.each([
    // Stress on the third syllable from the end.
    ['Αλέξανδρος', 'Αλέξανδρε'],
    ['Φίλιππος', 'Φίλιππε'],
    ['Απόστολος', 'Απόστολε'],
    ['Χαράλαμπος', 'Χαράλαμπε'],
    ['Στέφανος', 'Στέφανε'],
    ['Γεώργιος', 'Γεώργιε'],
    ['Μάριος', 'Μάριε'],
    ['Βασίλειος', 'Βασίλειε'],
    ['Άγγελος', 'Άγγελε'],
    // Stress nearer to the end.
    ['Γιώργος', 'Γιώργο'],
    ['Νίκος', 'Νίκο'],
    ['Πέτρος', 'Πέτρο'],
    ['Αλέκος', 'Αλέκο'],
    ['Νικολός', 'Νικολό'],
    ['Παύλος', 'Παύλο'],
    ['Χρήστος', 'Χρήστο'],
    // -ης and -ας.
    ['Γιάννης', 'Γιάννη'],
    ['Παντελής', 'Παντελή'],
    ['Κώστας', 'Κώστα'],
    ['Λουκάς', 'Λουκά'],
    ['Ηλίας', 'Ηλία'],
    // What stays.
    ['Μαρία', 'Μαρία'],
    ['Ελένη', 'Ελένη'],
    ['Κλειώ', 'Κλειώ'],
    ['Ιησούς', 'Ιησούς'],
    ['Giorgos', 'Giorgos'],
    ['Ματθαιος', 'Ματθαιος'],
    ['ΜΥΡΩΝΟΣ', 'ΜΥΡΩΝΟΣ'],
    ['', ''],
    // Without accent, where the ending says it all.
    ['Γιαννης', 'Γιαννη'],
    ['ΑΝΔΡΕΑΣ', 'ΑΝΔΡΕΑ'],
    ['Μαριος', 'Μαριε'],
    ['Βασιλειος', 'Βασιλειε'],
    ['ΑΛΕΞΑΝΔΡΟΣ', 'ΑΛΕΞΑΝΔΡΕ'],
    ['Κωνσταντινος', 'Κωνσταντινο'],
    // Without accent, but two syllables in -ος.
    ['Νικος', 'Νικο'],
    ['Γιωργος', 'Γιωργο'],
    ['ΝΙΚΟΣ', 'ΝΙΚΟ'],
    ['Παυλος', 'Παυλο'],
    // Double names.
    ['Παναγιώτης-Μάριος', 'Παναγιώτη-Μάριε'],
    ['Άννα Μαρία', 'Άννα Μαρία'],
  ])('%s → %s', (name, expected) => {
    expect(greekVocative(name)).toBe(expected);
    expect(greekVocative(name.normalize('NFD')).normalize('NFC')).toBe(expected);
  });

  it('leaves a vocative alone, and everything that is not Greek', () => {
    fc.assert(
      fc.property(fc.constantFrom('Αλέξανδρε', 'Γιώργο', 'Γιάννη', 'Κώστα'), (name) => {
        expect(greekVocative(name)).toBe(name);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        expect(greekVocative(name)).toBe(name);
      }),
    );
  });
});

describe('initialsOf', () => {
  it.each([
    ['Ayşe Yılmaz', 'tr', 'AY'],
    ['ismail ışık', 'tr', 'İI'],
    ['ismail ışık', 'en', 'II'],
    ['Άννα Έλλη Ωραίου', 'el', 'ΑΩ'],
    ['Dr. Ayşe Yılmaz', 'tr', 'AY'],
    ['Yılmaz, Ayşe', 'tr', 'AY'],
    ['ayse.kara@shop.example', 'tr', 'AK'],
    ['Ayşe', 'tr', 'A'],
    ['🙂 12', 'en', ''],
    ['', 'en', ''],
  ] as const)('of %j in %s are %j', (name, language, expected) => {
    expect(initialsOf(name, language)).toBe(expected);
  });
});
