// Names of template fields in the language of the screens.
import { useCallback } from 'react';
import type { FactRow } from '../../../database/rows.ts';
import { factKeyOf, templateField } from '../../../../shared/language/template-fields.ts';
import { dayOfInstant } from '../../../../shared/language/format-value.ts';
import { factState, needsCheck } from '../../../../shared/service/fact-state.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import type { ChipTone } from './template-node.ts';

/** Where the shop is: the computer's own zone. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The calendar day here and now. */
export const todayAt = (now: number): string => dayOfInstant(now, zoneHere());

/** A field's name as people read it; a field that nobody named is shown as it is written. */
export function useFieldName(facts: readonly FactRow[]): (name: string) => string {
  const text = useText();
  return useCallback(
    (name: string) => {
      const key = factKeyOf(name);
      if (key !== null) return facts.find((fact) => fact.key === key)?.label ?? name;
      return templateField(name) ? text(`field.${name}` as TextId) : name;
    },
    [facts, text],
  );
}

export function toneOf(name: string, facts: readonly FactRow[], now: number): ChipTone {
  const key = factKeyOf(name);
  if (key !== null) {
    const fact = facts.find((each) => each.key === key);
    if (!fact) return 'unknown';
    return needsCheck(factState(fact, now, todayAt(now))) ? 'stale' : 'fact';
  }
  const field = templateField(name);
  return field && field.group !== 'ask' ? 'known' : 'ask';
}
