// Newer versions of Defter: looked for quietly, fetched after a yes, installed at a start that the person chooses.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { UpdateState } from '../../shared/model/updates.ts';
import type { Log } from './log.ts';

/** Not in the first half minute, when everything else wants the machine; then once a day. */
const firstLookAfterMs = 30_000;
const lookEveryMs = 24 * 60 * 60 * 1000;

/** What is used of electron-updater's AppUpdater. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown;
  on(event: 'update-downloaded', listener: () => void): unknown;
  /** A failure while it installs on its own time; what it throws is told there too. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(): void;
}

export interface UpdatesWorld {
  /** Absent: the package has no feed. */
  load: (() => Promise<Updater>) | undefined;
  now: () => number;
  log: Log;
  onChange: () => void;
}

/** electron-builder writes the feed's address there when the package was made with one. */
export function feedOf(resourcesPath: string): string | undefined {
  const file = join(resourcesPath, 'app-update.yml');
  return existsSync(file) ? file : undefined;
}

export class Updates {
  #state: UpdateState;
  #updater: Promise<Updater> | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #world: UpdatesWorld;

  constructor(world: UpdatesWorld) {
    this.#world = world;
    this.#state = world.load ? { kind: 'idle' } : { kind: 'absent' };
  }

  get state(): UpdateState {
    return this.#state;
  }

  /** Looks soon and then daily, as long as `isWanted` says so. */
  keepLooking(isWanted: () => boolean): void {
    if (!this.#world.load || this.#timer) return;
    const look = (): void => {
      if (isWanted()) void this.look().catch(() => undefined); // told by the state
    };
    setTimeout(look, firstLookAfterMs).unref();
    this.#timer = setInterval(look, lookEveryMs).unref();
  }

  /** Asks the feed now. `unsupported` without a feed; a failure is also kept as the state. */
  async look(): Promise<UpdateState> {
    if (['looking', 'available', 'loading', 'ready'].includes(this.#state.kind)) return this.#state;
    const updater = await this.#load();
    this.#set({ kind: 'looking' });
    await this.#orFail(async () => {
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable) this.#set({ kind: 'available', version: found.updateInfo.version });
      else this.#set({ kind: 'current', checkedAt: this.#world.now() });
    });
    return this.#state;
  }

  /** Fetches what was found. `conflict` when there is nothing to fetch. */
  async fetch(): Promise<void> {
    if (this.#state.kind !== 'available') throw new AppError('conflict', 'There is no update to fetch');
    const { version } = this.#state;
    const updater = await this.#load();
    this.#set({ kind: 'loading', version, percent: 0 });
    await this.#orFail(async () => {
      await updater.downloadUpdate();
      this.#set({ kind: 'ready', version });
    });
  }

  /** Ends Defter in order and starts the new one. `conflict` when none is ready. */
  async install(): Promise<void> {
    if (this.#state.kind !== 'ready') throw new AppError('conflict', 'There is no update to install');
    (await this.#load()).quitAndInstall();
  }

  #load(): Promise<Updater> {
    const { load, log } = this.#world;
    if (!load) throw new AppError('unsupported', 'This package names no place for updates');
    this.#updater ??= load().then((updater) => {
      updater.autoDownload = false;
      updater.autoInstallOnAppQuit = true;
      updater.on('download-progress', ({ percent }) => {
        if (this.#state.kind === 'loading') this.#set({ ...this.#state, percent: Math.floor(percent) });
      });
      updater.on('error', (error) => {
        log('warn', `Update: ${error.message}`);
      });
      return updater;
    });
    return this.#updater;
  }

  async #orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
      this.#set({ kind: 'failed', reason });
      throw new AppError('server-busy', `Looking for updates: ${reason}`);
    }
  }

  #set(state: UpdateState): void {
    this.#state = state;
    this.#world.onChange();
  }
}
