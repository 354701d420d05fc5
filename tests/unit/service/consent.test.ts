// Consent to marketing: what was said last counts, and nothing said is no consent.
import { expect, it } from 'vitest';
import type { Consent } from '../../../shared/model/customer-data.ts';
import { allowsMarketing, consentOf, joinedConsents, withConsent } from '../../../shared/service/consent.ts';

const said = (isGiven: boolean, at: number): Consent => ({ isGiven, at, source: 'by phone', author: 'Elif' });

it('allows marketing only after a consent that was not taken back', () => {
  expect(allowsMarketing(undefined)).toBe(false);
  expect(allowsMarketing({ isLoyal: true })).toBe(false);
  const agreed = withConsent({ city: 'İzmir' }, said(true, 1));
  expect(agreed).toEqual({ city: 'İzmir', consents: [said(true, 1)] });
  expect(allowsMarketing(agreed)).toBe(true);
  expect(allowsMarketing(withConsent(agreed, said(false, 2)))).toBe(false);
});

it('keeps the newest fifty of what was said', () => {
  let profile = withConsent(undefined, said(true, 0));
  for (let at = 1; at <= 60; at += 1) profile = withConsent(profile, said(at % 2 === 0, at));
  expect(profile.consents).toHaveLength(50);
  expect(consentOf(profile)).toEqual(said(true, 60));
});

it('takes the later word when two customers are one person', () => {
  const joined = joinedConsents({ consents: [said(true, 1), said(true, 5)] }, { consents: [said(false, 7)] });
  expect(joined.consents?.map(({ at }) => at)).toEqual([1, 5, 7]);
  expect(allowsMarketing(joined)).toBe(false);
  expect(joinedConsents(undefined, {})).toEqual({});
});
