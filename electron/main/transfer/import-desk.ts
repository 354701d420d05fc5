// Imports: asks what, reads it into a waiting archive, and makes an account of it when the person says yes.
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type MessagePortMain, type OpenDialogOptions } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import { waitingFiles, type ImportOffer, type ImportResult } from '../../../shared/model/archive.ts';
import { accountSchema, type Account } from '../../../shared/model/account.ts';
import { accountIdSchema } from '../../../shared/model/ids.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Text } from '../text.ts';
import { erasedPeopleIn } from './erased-people-in.ts';
import { forgetInArchive } from './forget-archived.ts';
import { recordsOf } from './journal-copy.ts';
import { readWaitingSettings, takeRecords } from './take-records.ts';
import { inTransferProcess } from './transfer-host.ts';

interface ImportWorld {
  log: Log;
  /** `archives/` of the profile: one folder for each import. */
  dir: string;
  text(): Text;
  window(): BrowserWindow | undefined;
  openSource(): MessagePortMain;
  accounts(): readonly Account[];
  saveAccounts(accounts: Account[]): void;
  journal(): Journal;
  updateSettings(settings: Settings): void;
  announce(doneMessages: number): void;
}

/** Read, and not yet wanted or refused. */
const waitingPrefix = 'waiting-';

export class ImportDesk {
  readonly #world: ImportWorld;
  #offer: ImportOffer | undefined;
  #opened: string[] = [];
  #stopping: AbortController | undefined;

  constructor(world: ImportWorld) {
    this.#world = world;
  }

  /** Asks for files or a folder and reads them. null when the person changed their mind. `conflict` while another is being read. */
  async read(what: 'files' | 'folder' | 'opened'): Promise<ImportOffer | null> {
    if (this.#stopping) throw new AppError('conflict', 'Another import is being read');
    const paths = what === 'opened' ? this.#opened.splice(0) : await this.#ask(what);
    const [first] = paths;
    return first === undefined ? null : this.#read(paths, basename(first, extname(first)).slice(0, 200));
  }

  /** Files that the system asked to open; they wait for the page. */
  offerPaths(paths: readonly string[]): void {
    this.#opened = [...paths];
  }

  async #ask(what: 'files' | 'folder'): Promise<string[]> {
    const { text, window } = this.#world;
    const options: OpenDialogOptions =
      what === 'folder'
        ? { title: text()('import.folderDialog'), properties: ['openDirectory'] }
        : {
            title: text()('import.filesDialog'),
            defaultPath: app.getPath('downloads'),
            properties: ['openFile', 'multiSelections'],
          };
    const parent = window();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? [] : answer.filePaths;
  }

  /**
   * Makes an account of what was read; its mail arrives as any account's does. What the shop wrote is in the journal when it answers: the
   * store has yet to be told.
   */
  async accept(id: string, label: string, withSettings: boolean): Promise<ImportResult> {
    const { dir, accounts, saveAccounts, journal, updateSettings } = this.#world;
    const offer = this.#offer;
    if (offer?.id !== id) throw new AppError('gone', 'This import is not waiting any more');
    const waiting = this.#waitingDir(id);
    const { records, hasSettings } = offer.preview;
    const people = await erasedPeopleIn(recordsOf(journal()));
    if (records > 0) await takeRecords(journal(), waiting, people);
    if (!people.isEmpty) await forgetInArchive(waiting, people);
    if (withSettings && hasSettings) updateSettings((await readWaitingSettings(waiting)).settings);
    for (const name of Object.values(waitingFiles)) await rm(join(waiting, name), { force: true });
    const account = accountSchema.parse({
      id,
      channel: 'archive',
      label,
      address: '',
      senderName: '',
      createdAt: Date.now(),
    });
    await rename(waiting, join(dir, account.id));
    this.#offer = undefined;
    saveAccounts([...accounts(), account]);
    return { accountId: account.id, label };
  }

  /** Stops the reading, or drops what was read. */
  async refuse(): Promise<void> {
    this.#stopping?.abort();
    const offer = this.#offer;
    this.#offer = undefined;
    if (offer) await rm(this.#waitingDir(offer.id), { recursive: true, force: true });
  }

  /** With its account an archive goes. */
  async remove(accountId: string): Promise<void> {
    await rm(join(this.#world.dir, accountId), { recursive: true, force: true });
  }

  close(): void {
    this.#stopping?.abort();
  }

  async #read(paths: string[], label: string): Promise<ImportOffer> {
    const { log, openSource, announce, accounts } = this.#world;
    await this.refuse();
    const id = randomUUID();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const desk = {
      progress: async ({ doneMessages }: { doneMessages: number }) => {
        announce(doneMessages);
        return null;
      },
      printPdf: () => Promise.reject(new AppError('bug', 'An import prints nothing')),
    };
    try {
      const ownAddresses = accounts().flatMap(({ address }) => (address === '' ? [] : [address]));
      const accountId = accountIdSchema.parse(id);
      const task = { paths, dir: this.#waitingDir(id), label, accountId, skipsKnown: true, ownAddresses };
      const preview = await inTransferProcess({ log, source: openSource(), desk }, (control) =>
        control.runImport(task, { signal: stopping.signal, timeoutMs: Infinity }),
      );
      this.#offer = { id, label, preview };
      return this.#offer;
    } catch (thrown) {
      await rm(this.#waitingDir(id), { recursive: true, force: true });
      throw thrown;
    } finally {
      this.#stopping = undefined;
    }
  }

  #waitingDir(id: string): string {
    return join(this.#world.dir, `${waitingPrefix}${id}`);
  }
}
