// The replies that come with the app are ones that the coach of their own language would send as they are.
import { expect, it } from 'vitest';
import { builtInReplies } from '../../../../renderer/store/built-in-replies.ts';
import { createCoach, defaultCoachSettings } from '../../../../shared/language/coach/check-reply.ts';

it('finds nothing to mend in a built-in reply, not even a hint', () => {
  const coach = createCoach(defaultCoachSettings);
  const found = builtInReplies.flatMap(({ id, body, language }) =>
    coach
      .check(body, { language, isLanguageSure: true })
      .allHits.map(({ ruleId, severity, start, end }) => ({ id, ruleId, severity, words: body.slice(start, end) })),
  );
  expect(builtInReplies.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
