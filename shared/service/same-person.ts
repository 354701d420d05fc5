// By what the same person may be known on another channel, and why two customers may be one.
import { foldText } from '../language/fold.ts';
import { normaliseAddress } from '../mail/addresses.ts';
import type { CustomerProfile } from '../model/customer-data.ts';

export interface PersonFacts {
  id: string;
  name: string;
  handles: readonly string[];
  city?: string;
  profile?: CustomerProfile;
}

/** Digits by which telephone numbers are compared: without country code and leading zero they are as long as this, or nearly. */
const phoneDigits = 10;
const leastPhoneDigits = 7;

/** A telephone number in the form in which two spellings of it are the same: its last ten digits; '' when it is none. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < leastPhoneDigits ? '' : digits.slice(-phoneDigits);
}

/** Words of a name in a fixed order, folded; '' for a single word, which too many people share. */
export function nameKey(name: string): string {
  const words = foldText(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  return words.length < 2 ? '' : words.sort().join(' ');
}

/** `e:` addresses, `n:` name, `p:` telephone numbers. */
export function matchKeysOf({ name, handles, profile = {} }: PersonFacts): string[] {
  const keys = new Set<string>();
  const addPhone = (phone: string) => {
    const key = phoneKey(phone);
    if (key !== '') keys.add(`p:${key}`);
  };
  for (const handle of handles) {
    const value = handle.slice(handle.indexOf(':') + 1);
    if (value.includes('@')) keys.add(`e:${normaliseAddress(value)}`);
    if (/^(?:phone|sms|whatsapp):/.test(handle)) addPhone(value);
  }
  if (profile.email !== undefined) keys.add(`e:${normaliseAddress(profile.email)}`);
  if (profile.phone !== undefined) addPhone(profile.phone);
  for (const each of [name, profile.name ?? '']) if (nameKey(each) !== '') keys.add(`n:${nameKey(each)}`);
  return [...keys].sort();
}

/** Why two customers may be one person, the strongest first. name-city: the same name in the same city; name: where a city is not known. */
export type SameReason = 'email' | 'phone' | 'order' | 'name-city' | 'name';

/**
 * The reasons to take two customers for one; none when nothing speaks for it. People of one name in two cities are two people.
 * @param sharesOrder both are named with the same order number
 */
export function sameReasons(one: PersonFacts, other: PersonFacts, sharesOrder: boolean): SameReason[] {
  const theirs = new Set(matchKeysOf(other));
  const shared = matchKeysOf(one).filter((key) => theirs.has(key));
  const has = (prefix: string) => shared.some((key) => key.startsWith(prefix));
  const cities = [one, other].map(({ city, profile }) => foldText((profile?.city ?? city ?? '').trim()));
  const [here = '', there = ''] = cities;
  const reasons: SameReason[] = [];
  if (has('e:')) reasons.push('email');
  if (has('p:')) reasons.push('phone');
  if (sharesOrder) reasons.push('order');
  if (has('n:')) {
    if (here !== '' && here === there) reasons.push('name-city');
    else if (here === '' || there === '') reasons.push('name');
  }
  return reasons;
}
