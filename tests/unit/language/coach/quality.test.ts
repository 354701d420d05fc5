// How well the coach finds unkind sentences: the floor that no change of the rules may fall through. The rules were written with the
// development half in sight. The test half was written blind, after the rules, by people who knew none of them: it is for measuring only.
// Once a rule was tuned on it, it belongs to the development half and a new one has to be written.
import { describe, expect, it } from 'vitest';
import { judge, qualityOf, readLabelled } from '../../../coach/labelled.ts';

describe.each(['en', 'tr', 'el'])('the coach in %s', (language) => {
  it.each(['dev', 'test'])(
    'keeps precision and recall on the %s half',
    (half) => {
      const judged = readLabelled(`tests/fixtures/coach/${half}.${language}.jsonl`).map(judge);
      expect(judged.length).toBeGreaterThanOrEqual(150);
      const { precisionHighMedium, recallHighMedium, f1 } = qualityOf(judged);
      expect(precisionHighMedium).toBeGreaterThanOrEqual(0.95);
      expect(recallHighMedium).toBeGreaterThanOrEqual(0.88);
      expect(f1).toBeGreaterThanOrEqual(0.93);
    },
    60_000,
  );
});
