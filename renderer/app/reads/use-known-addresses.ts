// Known customers by their e-mail addresses, to be offered while somebody is being written to.
import { useEffect, useState } from 'react';
import { foldText } from '../../../shared/language/fold.ts';
import type { Address } from '../../../shared/model/message.ts';
import { database } from './database.ts';

export interface KnownAddress extends Address {
  /** Folded words of the name, and the address. */
  words: readonly string[];
}

/** As many as are looked through without anybody noticing; shops with more type the address. */
const mostCustomers = 50_000;
const prefix = 'email:';
const shownCount = 8;

/** Read once when the field is first used (some 20 ms for 10,000 customers); empty until then. */
export function useKnownAddresses(isWanted: boolean): readonly KnownAddress[] {
  const [known, setKnown] = useState<readonly KnownAddress[]>([]);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    const read = async () => {
      const rows = await database().customers.limit(mostCustomers).toArray();
      if (isStale) return;
      setKnown(
        rows.flatMap(({ name: given, profile, handles }) =>
          handles
            .filter((handle) => handle.startsWith(prefix))
            .map((handle) => {
              const address = handle.slice(prefix.length);
              const name = profile?.name ?? given;
              return { name, address, words: [...foldText(name).split(/\s+/).filter(Boolean), address] };
            }),
        ),
      );
    };
    void read();
    return () => {
      isStale = true;
    };
  }, [isWanted]);
  return known;
}

/** Those with a word that begins with each typed word, names before addresses; at most eight. */
export function matchAddresses(
  known: readonly KnownAddress[],
  typed: string,
  without: readonly Address[],
): KnownAddress[] {
  const parts = foldText(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const taken = new Set(without.map(({ address }) => address.toLowerCase()));
  const found: KnownAddress[] = [];
  for (const each of known) {
    if (taken.has(each.address)) continue;
    if (parts.every((part) => each.words.some((word) => word.startsWith(part)))) found.push(each);
    if (found.length >= shownCount) break;
  }
  return found;
}
