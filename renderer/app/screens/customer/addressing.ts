// How to name and greet a customer: the shop's own word first, then the rules.
import { firstNameOf, greekVocative } from '../../../../shared/language/names.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { CustomerRow } from '../../../database/rows.ts';

type Named = Pick<CustomerRow, 'name' | 'id' | 'profile' | 'language'>;

export function shownNameOf({ name, id, profile }: Named): string {
  const shown = profile?.name ?? name;
  return shown === '' ? id.slice(id.indexOf(':') + 1) : shown;
}

export const languageOfCustomer = ({ profile, language }: Named): Language | undefined => profile?.language ?? language;

/** The name after "Hello": in Greek as it is called out; '' when there is none to greet with. */
export function greetingNameOf(customer: Named, language: Language): string {
  const { profile = {} } = customer;
  const first = profile.preferredName ?? firstNameOf(profile.name ?? customer.name, language);
  if (language !== 'el') return first;
  return profile.vocative ?? greekVocative(first);
}
