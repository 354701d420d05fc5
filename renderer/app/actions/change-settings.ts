// Changes settings where they are kept, and here.
import type { SettingsPatch } from '../../../shared/model/settings.ts';
import type { Desk } from '../state/desk.ts';

/** Settled when main has kept them. */
export async function changeSettings(desk: Desk, patch: SettingsPatch): Promise<void> {
  const settings = await desk.main.updateSettings(patch);
  desk.app.update((app) => ({ ...app, settings }));
}
