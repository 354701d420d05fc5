// Checks a reply against the manners of the marketplace that it goes to.
import { marketplaces, isWithin } from '../../mail/relays/marketplaces.ts';
import type { Channel } from '../../model/ids.ts';
import { findDetails } from '../contact-details.ts';
import { foldWithMap, originalRange, type FoldedText } from '../fold.ts';
import type { Finding } from './finding.ts';
import { mannersOf, type MarketplaceRule } from './marketplace-manners.ts';
import { phrases, type PhraseRule } from './phrases.ts';

/** Longer replies than any marketplace takes; keeps typing quick. */
const maxChars = 20_000;

const phraseRules = Object.keys(phrases) as PhraseRule[];
const compiled = new Map<PhraseRule, RegExp>(
  phraseRules.map((rule) => {
    const { tr, en, el } = phrases[rule];
    const each = [...tr, ...en, ...el].map((phrase) =>
      phrase.endsWith('…') ? `(?:${phrase.slice(0, -1)})[\\p{L}']*` : `(?:${phrase})`,
    );
    return [rule, new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'gu')];
  }),
);

/** Others' names; the plain words among them (bol) are left out. */
const rivalNames = marketplaces
  .filter(({ id }) => !['bol', 'shopify'].includes(id))
  .map(({ id, label }) => ({ id, name: foldWithMap(label).text }));

/**
 * What the marketplace of `channel` would punish in `text`, in order; of one rule only the first three. Nothing for channels that are no
 * marketplace. Replies may be in any of the three languages, or mix them.
 */
export function checkManners(text: string, channel: Channel): Finding[] {
  const manners = mannersOf(channel);
  if (manners === null || text.trim() === '') return [];
  const original = text.slice(0, maxChars);
  const folded = foldWithMap(original);
  const found: Finding[] = [];
  const add = (rule: MarketplaceRule, from: number, to: number): void => {
    const severity = manners[rule];
    if (severity === null || found.filter((each) => each.rule === rule).length >= 3) return;
    const range = originalRange(folded, from, to);
    if (found.some((each) => range.from < each.to && each.from < range.to)) return;
    found.push({ rule, severity, ...range, words: original.slice(range.from, range.to) });
  };
  for (const { kind, from, to } of findDetails(folded.text)) {
    const words = folded.text.slice(from, to);
    if (kind === 'link') {
      if (!isOwnLink(words, channel)) add('link', from, to);
    } else if (kind === 'iban') add('outsidePayment', from, to);
    else if (kind !== 'street') add('contact', from, to);
  }
  for (const [rule, pattern] of compiled) addMatches(folded, pattern, (from, to) => add(rule, from, to));
  for (const { id, name } of rivalNames) {
    if (id === channel) continue;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'gu');
    addMatches(folded, pattern, (from, to) => add('rival', from, to));
  }
  return found.sort((a, b) => a.from - b.from);
}

function addMatches(folded: FoldedText, pattern: RegExp, add: (from: number, to: number) => void): void {
  for (const match of folded.text.matchAll(pattern)) add(match.index, match.index + match[0].length);
}

/** A marketplace's own pages may be named to its own buyers. */
function isOwnLink(link: string, channel: Channel): boolean {
  const domains = marketplaces.find(({ id }) => id === channel)?.domains ?? [];
  const host = link.replace(/^https?:\/\//, '').replace(/[/?#:].*$/, '');
  return isWithin(host.replace(/^www\./, ''), domains);
}
