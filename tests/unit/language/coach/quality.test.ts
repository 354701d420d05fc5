// How well the coach finds unkind sentences: the floor that no change of the rules may fall through.
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
