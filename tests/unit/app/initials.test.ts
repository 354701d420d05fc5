// Initials on the rounds beside names.
import { expect, it } from 'vitest';
import { initialsOf } from '../../../renderer/app/ui/initials-avatar.tsx';

it.each([
  ['Ayşe Yılmaz', true, 'AY'],
  ['ışık ilhan', true, 'Iİ'],
  ['İrem İnce', false, 'İİ'],
  ['ilhan', false, 'I'],
  ['Άννα Έλλη', false, 'ΑΕ'],
  ['γιώργος παπαδόπουλος', false, 'ΓΠ'],
  ['Jean-Luc de la Tour', false, 'JT'],
  ['info@shop.example', false, 'IE'],
  ['  ', false, '?'],
  ['🎁', false, '?'],
  ['', false, '?'],
])('%j is %s', (name, isTurkish, initials) => {
  expect(initialsOf(name, isTurkish)).toBe(initials);
});
