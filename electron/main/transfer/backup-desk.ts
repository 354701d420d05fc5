// Moving house: the whole shop in one file, and a shop out of such a file. Passwords are never in it.
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow, type MessagePortMain } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import { backupFiles, type BackupOffer } from '../../../shared/model/backup.ts';
import { realDisk, replaceFile } from '../disk.ts';
import type { Log } from '../log.ts';
import type { Text } from '../text.ts';
import type { Workspace } from '../workspace.ts';
import { copyJournal } from './journal-copy.ts';
import { checkBackup, restoreDir, stageRestore } from './restore.ts';
import { inTransferProcess } from './transfer-host.ts';

interface BackupWorld {
  log: Log;
  userDataDir: string;
  workspace: Workspace;
  text(): Text;
  window(): BrowserWindow | undefined;
  openSource(): MessagePortMain;
  announce(percent: number): void;
}

export class BackupDesk {
  readonly #world: BackupWorld;
  #stopping: AbortController | undefined;
  #isWaiting = false;

  constructor(world: BackupWorld) {
    this.#world = world;
  }

  /** Asks where and packs everything there. null when the person changed their mind. `conflict` while another is at work. */
  async make(withFiles: boolean): Promise<BackupOffer | null> {
    const { text, window, workspace } = this.#world;
    const madeAt = Date.now();
    const name = `${app.name} ${text()('backup.name')} ${new Date(madeAt).toISOString().slice(0, 10)}.zip`;
    const options = {
      title: text()('backup.dialog'),
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: 'ZIP', extensions: ['zip'] }],
    };
    const parent = window();
    const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    if (answer.canceled || answer.filePath === '') return null;
    const targetPath = /\.zip$/i.test(answer.filePath) ? answer.filePath : `${answer.filePath}.zip`;
    return this.#alone(async (signal) => {
      const workDir = join(workspace.exportsDir, '.backup');
      await rm(workDir, { recursive: true, force: true });
      await mkdir(workDir, { recursive: true, mode: 0o700 });
      try {
        const records = await copyJournal(workspace.journal, join(workDir, backupFiles.journal));
        const accounts = workspace.accounts();
        const settings = Buffer.from(JSON.stringify({ settings: workspace.settings(), accounts }));
        await replaceFile(realDisk, workDir, backupFiles.settings, settings);
        const facts = { app: app.getVersion(), madeAt, accounts: accounts.length, records };
        const { archivesDir, keptDir, filesDir } = workspace;
        const task = { ...facts, workDir, archivesDir, keptDir, targetPath, ...(withFiles ? { filesDir } : {}) };
        const { sizeBytes } = await inTransferProcess(this.#process(), (control) =>
          control.packBackup(task, { signal, timeoutMs: Infinity }),
        );
        return { fileName: basename(targetPath), madeAt, accounts: accounts.length, records, sizeBytes };
      } finally {
        await rm(workDir, { recursive: true, force: true });
      }
    });
  }

  /** Asks for a backup, unpacks it aside and checks all of it; the shop stays as it is. null, `conflict`: as `make`; `bad-data` for a damaged one. */
  async read(): Promise<BackupOffer | null> {
    const { text, window, userDataDir } = this.#world;
    const options = {
      title: text()('backup.restoreDialog'),
      filters: [{ name: 'ZIP', extensions: ['zip'] }],
      properties: ['openFile' as const],
    };
    const parent = window();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    const [path] = answer.filePaths;
    if (answer.canceled || path === undefined) return null;
    return this.#alone(async (signal) => {
      const dir = restoreDir(userDataDir);
      this.#isWaiting = false;
      try {
        const manifest = await inTransferProcess(this.#process(), (control) =>
          control.unpackBackup({ path, dir }, { signal, timeoutMs: Infinity }),
        );
        const { madeAt, accounts, records } = manifest;
        if ((await checkBackup(dir)) !== records) throw new AppError('bad-data', 'The backup lacks records');
        this.#isWaiting = true;
        return { fileName: basename(path), madeAt, accounts, records, sizeBytes: (await stat(path)).size };
      } catch (thrown) {
        await rm(dir, { recursive: true, force: true });
        throw thrown;
      }
    });
  }

  /** Makes the backup that was read ready to take the shop's place when it is opened next. `gone` when none waits. */
  async stage(): Promise<void> {
    const { userDataDir, log, workspace } = this.#world;
    if (!this.#isWaiting) throw new AppError('gone', 'No backup is waiting');
    await this.#alone(() => stageRestore({ userDataDir, log }, workspace.journal));
    this.#isWaiting = false;
  }

  /** Stops what is at work, and drops a backup that waits. */
  async refuse(): Promise<void> {
    this.#stopping?.abort();
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    await rm(restoreDir(this.#world.userDataDir), { recursive: true, force: true });
  }

  close(): void {
    this.#stopping?.abort();
  }

  async #alone<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#stopping) throw new AppError('conflict', 'Another backup is being made or read');
    const stopping = new AbortController();
    this.#stopping = stopping;
    try {
      return await work(stopping.signal);
    } finally {
      this.#stopping = undefined;
    }
  }

  #process() {
    const { log, openSource, announce } = this.#world;
    const desk = {
      progress: async ({ doneMessages }: { doneMessages: number }) => {
        announce(doneMessages);
        return null;
      },
      printPdf: () => Promise.reject(new AppError('bug', 'A backup prints nothing')),
    };
    return { log, source: openSource(), desk };
  }
}
