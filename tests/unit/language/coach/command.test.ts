// `npm run coach` as somebody at a terminal meets it: what it says to a text, and one plain sentence where a command makes no sense.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const coach = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'tests/coach/run.mjs'), ...args], { cwd: root, encoding: 'utf8' });

it('explains a text', () => {
  const { stdout, status } = coach('explain', 'Maalesef iadenizi kabul edemiyoruz.');
  expect(stdout).toContain('“Maalesef”');
  expect(stdout).toContain('Score:');
  expect(status).toBe(0);
});

it.each([
  ['nothing', [], 'npm run coach -- explain'],
  ['a file that is not there', ['score', '/nowhere.jsonl'], '/nowhere.jsonl cannot be read'],
])('says what is wrong with %s, and shows nobody a stack', (_what, args, words) => {
  const { stderr, status } = coach(...args);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(1);
});
