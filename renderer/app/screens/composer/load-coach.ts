// The coach with this shop's settings; loaded when the first reply is written, because it brings the rules of three languages.
import { createCoach, type Coach, type CoachSettings } from '../../../../shared/language/coach/check-reply.ts';
import { factsIn } from '../../../../shared/language/coach/facts.ts';
import { builtInRules } from '../../../../shared/language/coach/rule-book.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Settings } from '../../../../shared/model/settings.ts';

/** A date, an amount and an order in each script. */
const sample = 'Tomorrow at 15:00, 12,40 €, MC-1. Yarın saat 15:00’te, 250 TL. Αύριο στις 15:00, 12,40 €.';

/** Takes the steps one by one in the idle moments of the page, as many as fit into each. */
function whenIdle(steps: Iterator<undefined, void>): void {
  requestIdleCallback((deadline) => {
    do {
      if (steps.next().done === true) return;
    } while (deadline.timeRemaining() > 1);
    whenIdle(steps);
  });
}

/**
 * The first keystroke of a reply would pay for reading the rules (30 to 60 ms a language) and for compiling the expressions
 * that find facts (24 to 59 ms measured, then 0.06 ms); both are done while nothing is typed instead.
 */
function* warmingUp(coach: Coach, language: Language): Generator<undefined, void> {
  yield* coach.prepare(language);
  factsIn(sample);
  yield;
  coach.check(sample, { language, isLanguageSure: true });
}

/** The coach of the last reply: the next one is written with the same settings, unless they were changed meanwhile. */
let last: { settingsKey: string; coach: Coach } | null = null;

function coachFor(settings: CoachSettings): Coach {
  const settingsKey = JSON.stringify(settings);
  if (last?.settingsKey !== settingsKey) last = { settingsKey, coach: createCoach(settings) };
  return last.coach;
}

/**
 * The coach with this shop's muted and own rules. Where the shop writes informally, the rules about formality rest. While the shop has it
 * off, only what cannot be muted is left: shouting and blame, as hints (NX-30).
 */
export function coachOf({ coach, voice, shop, agents }: Settings): Coach {
  const resting = builtInRules.filter(
    ({ setting, lang }) =>
      !coach.isOn || (setting === 'formality=formal' && lang !== 'en' && voice.formality[lang] === 'informal'),
  );
  return coachFor({
    formality: 'formal',
    mutedRules: [...coach.mutedRules, ...[...resting, ...(coach.isOn ? [] : coach.ownRules)].map(({ id }) => id)],
    ownRules: coach.ownRules,
    names: [shop.name, ...agents.map(({ name }) => name)].filter((name) => name !== ''),
  });
}

/** The same with every rule, though it may be off while writing: for looking back and for practice. */
export const wholeCoachOf = (settings: Settings): Coach =>
  coachOf({ ...settings, coach: { ...settings.coach, isOn: true } });

/** The coach, made ready while nothing is typed. @param language of the reply that is about to be written */
export function loadCoach(settings: Settings, language: Language): Coach {
  const made = coachOf(settings);
  whenIdle(warmingUp(made, language));
  return made;
}
