// Checks spelling without the network: only in languages whose dictionary is on this machine; on macOS the system does it.
import { join } from 'node:path';
import { app, type Session } from 'electron';
import type { Language } from '../../shared/model/ids.ts';
import { availableDictionaries, provideDictionaries, spellDictionaries } from './spell-dictionaries.ts';

const isMac = process.platform === 'darwin';

/** Dictionaries that came with the app, see electron/main/README.md. */
function shippedDir(): string {
  return app.isPackaged ? join(process.resourcesPath, 'dictionaries') : join(import.meta.dirname, '../dictionaries');
}

/** Fixed by Chromium, for all sessions of the profile. */
function profileDir(): string {
  return join(app.getPath('userData'), 'Dictionaries');
}

/** The languages that can be checked here. */
export async function spellLanguagesHere(): Promise<Language[]> {
  if (isMac) return Object.keys(spellDictionaries) as Language[];
  return availableDictionaries(shippedDir(), profileDir());
}

/**
 * Checks what is typed in pages of `session` in `languages`, as far as there are dictionaries; none: off. The order matters: a language
 * without its file, or the checker switched on before its languages are named, would make Chromium ask its vendor's server.
 */
export async function checkSpelling(session: Session, languages: readonly Language[]): Promise<void> {
  if (isMac) {
    session.setSpellCheckerEnabled(languages.length > 0); // the system's own checker finds the language by itself
    return;
  }
  const provided = await provideDictionaries(languages, shippedDir(), profileDir());
  session.setSpellCheckerLanguages(provided.map((language) => spellDictionaries[language].code));
  session.setSpellCheckerEnabled(provided.length > 0);
}
