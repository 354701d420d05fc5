// Light or dark, as it is on the screen now.
import { useComputedColorScheme } from '@mantine/core';
import { useCellPart } from '../../state/cell.ts';
import type { Desk } from '../../state/desk.ts';

export function useShownTheme(desk: Desk): 'light' | 'dark' {
  const ofSystem = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const chosen = useCellPart(desk.app, (app) => app.settings.theme);
  return chosen === 'system' ? ofSystem : chosen;
}
