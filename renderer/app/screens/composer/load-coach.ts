// The coach with this shop's settings; loaded when the first reply is written, because it brings the rules of three languages.
import { createCoach, type Coach } from '../../../../shared/language/coach/check-reply.ts';
import { factsIn } from '../../../../shared/language/coach/facts.ts';
import { builtInRules } from '../../../../shared/language/coach/rule-book.ts';
import type { Settings } from '../../../../shared/model/settings.ts';

/** A date, an amount and an order in each script. */
const sample = 'Tomorrow at 15:00, 12,40 €, MC-1. Yarın saat 15:00’te, 250 TL. Αύριο στις 15:00, 12,40 €.';

/**
 * The first hit of a session would pay for compiling the expressions that find facts (24 to 59 ms measured, then 0.06 ms); it is done
 * while nothing is typed instead.
 */
function warmUp(): void {
  requestIdleCallback(() => {
    factsIn(sample);
  });
}

/** Null while the shop has switched it off. Where the shop writes informally, the rules about formality rest. */
export function loadCoach({ coach, voice, shop, agents }: Settings): Coach | null {
  if (!coach.isOn) return null;
  warmUp();
  const informal = builtInRules.filter(
    ({ setting, lang }) => setting === 'formality=formal' && lang !== 'en' && voice.formality[lang] === 'informal',
  );
  return createCoach({
    formality: 'formal',
    mutedRules: [...coach.mutedRules, ...informal.map(({ id }) => id)],
    ownRules: coach.ownRules,
    names: [shop.name, ...agents.map(({ name }) => name)].filter((name) => name !== ''),
  });
}
