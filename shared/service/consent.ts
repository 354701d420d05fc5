// Whether a customer agreed to get marketing: what they said last counts, and silence is no consent.
import type { Consent, CustomerProfile } from '../model/customer-data.ts';

/** As many as are kept of one customer; older ones go first. */
const mostConsents = 50;

/** What they said last; null: nothing is recorded. */
export const consentOf = (profile: CustomerProfile | undefined): Consent | null => profile?.consents?.at(-1) ?? null;

/** Only a consent that was given and not taken back allows marketing (Directive 2002/58/EC art. 13; Turkish law no. 6563 art. 6). */
export const allowsMarketing = (profile: CustomerProfile | undefined): boolean => consentOf(profile)?.isGiven === true;

/** The profile with one more word of theirs. */
export function withConsent(profile: CustomerProfile | undefined, consent: Consent): CustomerProfile {
  return { ...profile, consents: [...(profile?.consents ?? []), consent].slice(-mostConsents) };
}

/** What two customers said who turn out to be one person, in order of time: whatever was said last counts for both. */
export function joinedConsents(
  one: CustomerProfile | undefined,
  other: CustomerProfile | undefined,
): Pick<CustomerProfile, 'consents'> {
  const all = [...(one?.consents ?? []), ...(other?.consents ?? [])].sort((a, b) => a.at - b.at);
  return all.length === 0 ? {} : { consents: all.slice(-mostConsents) };
}
