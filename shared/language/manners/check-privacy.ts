// Keeps what only shop and customer know out of answers that everybody can read.
import { marketplaces } from '../../mail/relays/marketplaces.ts';
import { findDetails } from '../contact-details.ts';
import { foldText, foldWithMap, originalRange } from '../fold.ts';
import type { Finding, FindingRule } from './finding.ts';

/** What the shop knows of the customer. */
export interface Secrets {
  /** The customer's names as known from orders and mail. */
  names: readonly string[];
  /** The name that stands under the review for everybody: may be used. */
  publicName: string;
  orderNumbers: readonly string[];
  /** Cities and the like. */
  places: readonly string[];
}

const maxChars = 20_000;
/** "Sipariş no 48211", "order #1001", "παραγγελία 1001", or a bare #1001. */
const spokenOrder =
  /(?:siparis(?:iniz)?(?: ?(?:no|numarasi|numaraniz))?|order(?: ?(?:no|number|id))?|παραγγελια(?:σ)?(?: ?(?:αρ|αριθμοσ))?)\.? ?[:#]{0,2} ?[a-z]{0,4}-?\d[\d-]{3,}|(?<![\p{L}\p{N}&])#\d{3,}/gu;

/** Every private thing in an answer that the next customer reads too; all of them block. */
export function checkPrivacy(text: string, secrets: Secrets): Finding[] {
  if (text.trim() === '') return [];
  const original = text.slice(0, maxChars);
  const folded = foldWithMap(original);
  const found: Finding[] = [];
  const add = (rule: FindingRule, from: number, to: number): void => {
    const range = originalRange(folded, from, to);
    if (found.some((each) => range.from < each.to && each.from < range.to)) return;
    found.push({ rule, severity: 'block', ...range, words: original.slice(range.from, range.to) });
  };
  const addAll = (rule: FindingRule, pattern: RegExp, isMeant = (_words: string) => true): void => {
    for (const { 0: words, index } of folded.text.matchAll(pattern))
      if (isMeant(words)) add(rule, index, index + words.length);
  };
  for (const number of secrets.orderNumbers) addAll('privateOrder', wholeWord(foldText(number)));
  for (const { order } of marketplaces)
    if (order) addAll('privateOrder', new RegExp(order.source, 'giu'), (words) => !isBarcode(words));
  addAll('privateOrder', spokenOrder);
  for (const { kind, from, to } of findDetails(folded.text)) {
    if (kind === 'street') add('privateAddress', from, to);
    // the reviewer may be addressed by @name: it stands there already
    else if (kind !== 'link' && kind !== 'handle') add('privateContact', from, to);
  }
  const open = new Set(wordsOf(secrets.publicName));
  for (const name of secrets.names.flatMap(wordsOf)) if (!open.has(name)) addAll('privateName', wholeWord(name));
  for (const place of secrets.places) {
    if (wordsOf(place).length > 0) addAll('privateAddress', wholeWord(foldText(place.trim())));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** EAN-8, UPC, EAN-13: by the check digit that ends them (GS1), every second digit from the right counted three times. */
function isBarcode(text: string): boolean {
  const digits = Array.from(text, Number).reverse();
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return /^(?:\d{8}|\d{12,13})$/.test(text) && sum % 10 === 0;
}

/** Words of a name that tell somebody apart: initials do not. */
function wordsOf(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

function wholeWord(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  // Turkish and Greek hang their cases on a name, Turkish behind an apostrophe
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?:'\\p{L}{1,6})?(?![\\p{L}\\p{N}])`, 'gu');
}
