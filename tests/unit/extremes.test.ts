// The largest and the smallest of more numbers than a call takes arguments.
import { expect, it } from 'vitest';
import { largest, smallest } from '../../shared/extremes.ts';

it('takes none and very many', () => {
  const many = Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 300_007);
  expect([largest([]), smallest([])]).toEqual([-Infinity, Infinity]);
  expect([largest(many), smallest(many)]).toEqual([300_006, 0]);
});
