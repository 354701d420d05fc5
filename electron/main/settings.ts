// Settings, accounts and the window's place in one file (electron-store: written whole, flushed, renamed).
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { AppError } from '../../shared/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import type { ExportSchedule } from '../../shared/model/export.ts';
import type { Settings, SettingsPatch } from '../../shared/model/settings.ts';
import type { Log } from './log.ts';
import { readStored, type Stored } from './stored-settings.ts';
import type { WindowPlace } from './window-bounds.ts';

const fileName = 'settings';

type StoreOptions = NonNullable<ConstructorParameters<typeof Store>[0]>;

/** By version of the app that needs it first; each gets the raw file and is run once. None is needed yet. */
const migrations: NonNullable<StoreOptions['migrations']> = {};

export class SettingsFile {
  readonly #store: Store;
  readonly #stored: Stored;
  /** The file was broken: a copy was kept aside, and what could not be read has its default. */
  readonly wasBroken: boolean;

  /** Reads `settings.json` in `dir`. A file that is no JSON is renamed to `settings.broken-<time>.json` and begun anew. */
  constructor(dir: string, log: Log) {
    const path = join(dir, `${fileName}.json`);
    const aside = join(dir, `${fileName}.broken-${Date.now()}.json`);
    let isBroken = false;
    try {
      this.#store = openStore(dir);
    } catch (thrown) {
      log('error', `The settings cannot be read, defaults are used: ${String(thrown)}`);
      renameSync(path, aside);
      isBroken = true;
      this.#store = openStore(dir);
    }
    const { stored, problems } = readStored(this.#store.store);
    if (problems > 0) {
      log('error', 'Parts of the settings break a rule, defaults are used for them', { count: problems });
      copyFileSync(path, aside);
      isBroken = true;
    }
    this.#stored = stored;
    this.wasBroken = isBroken;
  }

  get settings(): Settings {
    return this.#stored.settings;
  }

  /** On disk when it returns; `storage` when the disk refuses, and then nothing has changed. */
  updateSettings(patch: SettingsPatch): Settings {
    const settings = { ...this.#stored.settings, ...definedOf(patch) };
    this.#save('settings', settings);
    this.#stored.settings = settings;
    return settings;
  }

  get accounts(): readonly Account[] {
    return this.#stored.accounts;
  }

  /** As `updateSettings`. */
  saveAccounts(accounts: Account[]): void {
    this.#save('accounts', accounts);
    this.#stored.accounts = accounts;
  }

  get windowPlace(): WindowPlace | undefined {
    return this.#stored.window;
  }

  /** As `updateSettings`. */
  saveWindowPlace(place: WindowPlace): void {
    this.#save('window', place);
    this.#stored.window = place;
  }

  get exportSchedule(): ExportSchedule | undefined {
    return this.#stored.exportSchedule;
  }

  /** As `updateSettings`; null switches it off. */
  saveExportSchedule(schedule: ExportSchedule | null): void {
    if (schedule) this.#save('exportSchedule', schedule);
    else this.#forget('exportSchedule');
    if (schedule) this.#stored.exportSchedule = schedule;
    else delete this.#stored.exportSchedule;
  }

  #forget(key: keyof Stored): void {
    this.#change(() => {
      this.#store.delete(key);
    });
  }

  #save(key: keyof Stored, value: unknown): void {
    this.#change(() => {
      this.#store.set(key, value);
    });
  }

  #change(change: () => void): void {
    try {
      change();
    } catch (thrown) {
      const words = thrown instanceof Error ? thrown.message : String(thrown);
      throw new AppError('storage', `The settings cannot be written: ${words}`, { cause: thrown });
    }
  }
}

function openStore(dir: string): Store {
  return new Store({
    name: fileName,
    cwd: dir,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    migrations,
  });
}

/** A patch with a key that is there but undefined must not erase the setting. */
function definedOf(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
