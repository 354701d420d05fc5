// The coach with this shop's settings; loaded when the first reply is written, because it brings the rules of three languages.
import { createCoach, type Coach } from '../../../../shared/language/coach/check-reply.ts';
import { builtInRules } from '../../../../shared/language/coach/rule-book.ts';
import type { Settings } from '../../../../shared/model/settings.ts';

/** Null while the shop has switched it off. Where the shop writes informally, the rules about formality rest. */
export function loadCoach({ coach, voice, shop, agents }: Settings): Coach | null {
  if (!coach.isOn) return null;
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
