// Finds in folded text what tells where somebody can be reached or paid: e-mail and web addresses, names on networks, telephone numbers, IBANs, streets.

export type DetailKind = 'email' | 'link' | 'handle' | 'phone' | 'iban' | 'street';

/** A half-open range of positions in the folded text. */
export interface Detail {
  kind: DetailKind;
  from: number;
  to: number;
}

/** A dot, also as it is written where one is not let through. */
const dot = String.raw`(?:\s?\.\s?|\s?[(\[{]\s?(?:dot|nokta|τελεια)\s?[)\]}]\s?|\s(?:dot|nokta|τελεια)\s)`;
const email = new RegExp(
  String.raw`[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[(\[{]\s?(?:at|et)\s?[)\]}])\s?[\p{L}\p{N}-]{1,63}(?:${dot}[\p{L}\p{N}-]{2,63}){1,4}`,
  'gu',
);
const spokenEmail =
  /[\p{L}\p{N}._-]{2,64}(?: (?:at|et|kuyruklu a) |\s?@\s?)(?:gmail|hotmail|outlook|yahoo|icloud|yandex|mynet)\b/gu;
/** A name on a social network. */
const handle = /(?<![\p{L}\p{N}._%+@-])@[\p{L}\p{N}_][\p{L}\p{N}_.]{2,29}/gu;
const endings = 'com|net|org|info|biz|shop|store|online|site|web|gr|tr|eu|io|co|de|uk|fr|it|es|pl|nl|me|link|app|xyz';
const link = new RegExp(
  String.raw`(?:https?://|www\.)[^\s<>]{3,500}|(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{1,62}\.){1,4}(?:${endings})(?![\p{L}\p{N}-]|\.\p{L})(?:/[^\s<>]{0,500})?`,
  'gu',
);
/** The dot spoken, or set apart: only with endings that are no words. */
const spokenLink = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])[\p{L}\p{N}][\p{L}\p{N}-]{1,62}(?:(?!\s?\.)${dot}|\s\.\s?)(?:com|net|org|gr|shop)(?![\p{L}\p{N}-])`,
  'gu',
);
const shortLink =
  /(?<![\p{L}\p{N}@._-])(?:bit\.ly|cutt\.ly|fb\.me|goo\.gl|is\.gd|ow\.ly|rb\.gy|t\.co|t\.me|youtu\.be)\/[^\s<>]{1,500}/gu;
// A country code, or a number as it is dialled at home in Turkey (05…, 0212 …), Greece (69…, 21…) and on British mobiles (07…). Order numbers
// have other shapes.
const phone =
  /(?<![\p{L}\p{N}#-])(?:(?:\+|00)[\s.-]?\d{1,3}(?:[\s().-]{0,3}\d){7,12}|07\d{3}[\s-]?\d{3}[\s-]?\d{3}|0[\s().-]{0,2}[2-58]\d{2}(?:[\s().-]{0,3}\d){7}|5\d{2}[\s.-]\d{3}[\s.-]?\d{2}[\s.-]?\d{2}|(?:69|2[1-8])(?:[\s.-]?\d){8})(?![\p{L}\p{N}-])/gu;
/** Digit by digit. */
const spacedPhone = /(?<![\p{L}\p{N}#-]|\d[\s.-])[0256](?:[\s.-]{1,3}\d){9,11}(?![\p{L}\p{N}-]|[\s.-]\d)/gu;
/** Words for numbers up to a hundred, as a telephone number is said aloud; Greek hundreds too. */
const numberWords =
  'sifir|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|' +
  'zero|oh|double|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|' +
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|' +
  'μηδεν|ενα|δυο|τρια|τεσσερα|πεντε|εξι|ε[πφ]τα|ο[κχ]τω|εννεα|εννια|δεκα|εν[τδ]εκα|δωδεκα|εικοσι|τριαντα|σαραντα|πενηντα|εξηντα|' +
  'εβδομηντα|ογδοντα|ενενηντα|εκατον?|(?:δια|τρια|τετρα|πεντα|εξα|ε[πφ]τα|ο[κχ]τα|εννια)κοσια';
/** In words: no amount and no size is said in so many without a thousand among them. */
const wordedPhone = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${numberWords})[\s-]{0,2}){7,}(?:${numberWords})(?!\p{L})`,
  'gu',
);
const iban = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){3,7}(?:[ -]?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const street =
  /(?:[\p{L}\p{N}.]{2,40} )(?:mahallesi|mah\.|caddesi|cad\.|cd\.|sokagi|sokak|sok\.|sk\.|bulvari|blv\.)[^\n]{0,60}?\d+|(?<![\p{L}\p{N}])\d{1,5} [\p{L}' ]{3,40}? (?:street|road|avenue|lane|drive|boulevard|st\.|rd\.|ave\.)(?![\p{L}])|(?:οδοσ|λεωφοροσ|λεωφ\.) [\p{L}. ]{2,40} \d{1,4}|τ\.? ?κ\.? ?\d{3} ?\d{2}|(?:daire|apt\.?|kat) ?:? ?\d{1,3}[^\n]{0,20}(?:daire|no|kat) ?:? ?\d{1,4}/gu;

const shapes: readonly (readonly [DetailKind, RegExp])[] = [
  ['iban', iban],
  ['email', email],
  ['email', spokenEmail],
  ['link', link],
  ['link', spokenLink],
  ['link', shortLink],
  ['handle', handle],
  ['phone', phone],
  ['phone', spacedPhone],
  ['phone', wordedPhone],
  ['street', street],
];

/** Every detail in `folded` (as `foldText` makes it), in order; where two overlap the earlier kind of the list above stands. */
export function findDetails(folded: string): Detail[] {
  const found: Detail[] = [];
  for (const [kind, shape] of shapes) {
    for (const match of folded.matchAll(shape)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (kind === 'iban' && !isIban(match[0])) continue;
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** ISO 13616: the check digits tell an IBAN from any other row of letters and digits. */
function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    const value = /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
