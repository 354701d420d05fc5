// A hand-over begins with a line that says it.
import { expect, it } from 'vitest';
import { hasSummary } from '../../../shared/service/hand-over.ts';

it.each([
  ['Mert phones him on Monday', true],
  ['Vazo kırık geldi, yenisi yolda', true],
  ['Θέλει αλλαγή μεγέθους\nΤο έστειλε ήδη πίσω.', true],
  ['', false],
  ['  \n ', false],
  ['see above', false],
  ['… — …', false],
  ['word '.repeat(40), false],
])('%j is enough: %s', (note, isEnough) => {
  expect(hasSummary(note)).toBe(isEnough);
});
