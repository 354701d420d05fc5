// Which keys cannot be in a table: never wrong about what was written, and seldom unsure about the rest.
import { expect, it } from 'vitest';
import { WrittenKeys } from '../../../renderer/store/work/written-keys.ts';

const key = (account: string, index: number): string => `${account}|i:<${(index * 2654435761) % 2 ** 32}@shop.example>`;

it('knows what was written since it began, and says of nearly everything else that it is absent', () => {
  const written = new WrittenKeys();
  written.begin('a|');
  for (let index = 0; index < 100_000; index++) written.note(key('a', index));
  let lost = 0;
  let unsure = 0;
  for (let index = 0; index < 100_000; index++) {
    if (written.isAbsent(key('a', index))) lost++;
    if (!written.isAbsent(key('a', 100_000 + index))) unsure++;
  }
  expect(lost).toBe(0);
  expect(unsure).toBeLessThan(100);
});

it('says nothing of keys beyond its prefix, before it begins and after its end', () => {
  const written = new WrittenKeys();
  expect(written.isAbsent(key('a', 1))).toBe(false);
  written.begin('a|');
  expect(written.isAbsent(key('a', 1))).toBe(true);
  expect(written.isAbsent(key('b', 1))).toBe(false);
  written.end('a|');
  expect(written.isAbsent(key('a', 1))).toBe(false);
});

it('begins again with nothing', () => {
  const written = new WrittenKeys();
  written.begin('');
  written.note('x');
  expect(written.isAbsent('x')).toBe(false);
  written.begin('');
  expect(written.isAbsent('x')).toBe(true);
});
