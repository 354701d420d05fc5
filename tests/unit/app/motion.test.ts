// Motion, where a person wants none: everything that moves is moved by styles, and one rule stops these.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { theme } from '../../../renderer/app/theme/theme.ts';

const app = join(import.meta.dirname, '../../../renderer/app');
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:css|tsx?)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(app, name), 'utf8') }));

test('one rule ends transitions, animations and gliding of everything, and the kit keeps to it', () => {
  const base = sources.find(({ name }) => name.endsWith('base.css'))?.text ?? '';
  const rule = /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{([^}]*)\}/.exec(
    base,
  )?.[1];
  for (const part of [
    'transition-duration: 0.01ms',
    'animation-duration: 0.01ms',
    'animation-iteration-count: 1',
    'scroll-behavior: auto',
  ])
    expect(rule).toContain(`${part} !important;`);
  expect(theme.respectReducedMotion).toBe(true);
});

test.each([
  ['a script that moves', /\.animate\(|behavior: ['"]smooth['"]|startViewTransition/],
  ['a style that is stronger', /(?:transition|animation|scroll-behavior)[\w-]*:[^;]*!important/],
])('%s is nowhere', (_name, mover) => {
  const found = sources
    .filter(({ name, text }) => !name.endsWith('base.css') && mover.test(text))
    .map(({ name }) => name);
  expect(found).toEqual([]);
});
