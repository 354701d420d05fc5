// Sweeping asks V8 for everything that it can give back, and does nothing where V8 was not told to listen.
import { afterEach, expect, test, vi } from 'vitest';
import { sweepMemory } from '../../shared/sweep-memory.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('all garbage is collected, and its room given back', () => {
  const collect = vi.fn();
  vi.stubGlobal('gc', collect);
  sweepMemory();
  expect(collect.mock.calls).toEqual([[{ type: 'major', execution: 'sync', flavor: 'last-resort' }]]);
});

test('without --expose-gc nothing happens', () => {
  vi.stubGlobal('gc', undefined);
  expect(sweepMemory).not.toThrow();
});
