// Light to dark and back; kept as the person's choice.
import { attempt } from './notices.tsx';
import { changeSettings } from './change-settings.ts';
import type { Desk } from '../state/desk.ts';

/** What is on the screen now, whoever decided it. */
export function shownTheme(desk: Desk): 'light' | 'dark' {
  const chosen = desk.app.get().settings.theme;
  if (chosen !== 'system') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export async function switchTheme(desk: Desk): Promise<void> {
  await attempt(changeSettings(desk, { theme: shownTheme(desk) === 'dark' ? 'light' : 'dark' }));
}
