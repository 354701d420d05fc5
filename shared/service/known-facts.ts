// What a customer has told already and must not be asked again: order numbers, address, telephone, photos.
import { foldText } from '../language/fold.ts';
import { splitQuoted } from '../mail/quoting.ts';
import type { Attachment } from '../model/message.ts';

export type KnownFact =
  | { kind: 'order' | 'phone' | 'address'; value: string; at: number }
  | { kind: 'photos' | 'files'; count: number; at: number };

export interface ToldMessage {
  direction: 'in' | 'out';
  receivedAt: number;
  text: string;
  attachments: readonly Pick<Attachment, 'mimeType' | 'isInline'>[];
}

const phone = /(?<![\w.,/-])(?:\+|00)?\d[\d ()./-]{7,17}\d(?![\w-])/g;
/** As they are written at home, without a zero: mobiles in Turkey, every number in Greece. */
const homeNumber = /^(?:5\d{9}|(?:69|2[1-8])\d{8})$/;
/** What stands before numbers of other kinds: tax, identity, bank. On folded text. */
const otherNumbers = /(?<!\p{L})(?:vergi|vkn|tckn|kimlik|iban|tax|vat|αφμ|α\.φ\.μ)(?!\p{L})/u;
/** Street, quarter, number and postal code in the three languages, on folded text: two of them make an address. */
const addressWords = [
  /(?<!\p{L})(?:mah|mahallesi|sok|sokak|sokagi|cad|cadde|caddesi|bulvari|apt|daire|street|road|avenue|lane|οδοσ|λεωφοροσ|πλατεια)(?!\p{L})/u,
  /(?<!\p{L})(?:no|kat|daire|flat|αρ|οροφοσ)[ .:]*\d+/u,
  // Ερμού 12, Αθήνα 105 63: in Greece a street needs no word for it
  /[α-ω]{3,} \d{1,3}[α-ω]?,? (?:[α-ω]+,? ){0,2}\d{3} ?\d{2}(?!\d)/u,
  /(?<!\d)\d{3} ?\d{2}(?!\d)|(?<!\p{L})[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}(?!\p{L})/u,
  /(?<!\p{L})(?:postcode|zip|posta kodu|τ\.?κ)(?!\p{L})/u,
];

/** Facts in `messages`, the newest of each kind first. @param orderNumbers numbers that are known to be orders of this customer */
export function knownFacts(messages: readonly ToldMessage[], orderNumbers: readonly string[]): KnownFact[] {
  const facts: KnownFact[] = [];
  const seen = new Set<string>();
  const add = (fact: KnownFact) => {
    const key = 'value' in fact ? `${fact.kind}|${fact.value}` : fact.kind;
    if (!seen.has(key)) facts.push(fact);
    seen.add(key);
  };
  for (const { direction, receivedAt: at, text, attachments } of messages.toReversed()) {
    if (direction === 'out') continue;
    const fresh = splitQuoted(text).fresh;
    for (const number of orderNumbers) if (fresh.includes(number)) add({ kind: 'order', value: number, at });
    for (const number of phonesIn(fresh, orderNumbers)) add({ kind: 'phone', value: number, at });
    const address = addressIn(fresh);
    if (address !== null && !facts.some(({ kind }) => kind === 'address')) add({ kind: 'address', value: address, at });
    const own = attachments.filter(({ isInline }) => !isInline);
    const photos = own.filter(({ mimeType }) => mimeType.startsWith('image/')).length;
    if (photos > 0) add({ kind: 'photos', count: photos, at });
    if (own.length > photos) add({ kind: 'files', count: own.length - photos, at });
  }
  return facts;
}

/** Numbers long enough for a telephone that are no order's. */
function phonesIn(text: string, orderNumbers: readonly string[]): string[] {
  return text
    .split('\n')
    .filter((line) => !otherNumbers.test(foldText(line)))
    .flatMap((line) => [...line.matchAll(phone)].map(([found]) => found.trim()))
    .filter((found) => {
      const digits = found.replace(/\D/g, '');
      const isDialled = digits.length >= 10 && digits.length <= 15 && /^(?:\+|0)/.test(found);
      return (isDialled || homeNumber.test(digits)) && !orderNumbers.some((number) => number.includes(digits));
    });
}

/** The line that looks most like an address; null when none does. */
function addressIn(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const found = lines.find((line) => {
    const folded = foldText(line);
    return (
      line.length <= 200 && !otherNumbers.test(folded) && addressWords.filter((words) => words.test(folded)).length >= 2
    );
  });
  return found ?? null;
}
