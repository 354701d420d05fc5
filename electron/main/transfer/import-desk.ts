// Imports: asks what, reads it into a waiting archive, and makes an account of it when the person says yes; or hands it on to be read.
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type MessagePortMain, type OpenDialogOptions } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import {
  waitingFiles,
  type ImportOffer,
  type ImportPurpose,
  type ImportResult,
} from '../../../shared/model/archive.ts';
import { accountSchema, type Account } from '../../../shared/model/account.ts';
import { accountIdSchema } from '../../../shared/model/ids.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { ErasedPeople } from '../../../shared/service/erased-people.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Text } from '../text.ts';
import { erasedPeopleIn } from './erased-people-in.ts';
import { recordsOf } from './journal-copy.ts';
import { readWaitingSettings, takeArchive } from './take-records.ts';
import { inTransferProcess } from './transfer-host.ts';

interface ImportWorld {
  log: Log;
  /** `archives/` of the profile: one folder for each import. */
  dir: string;
  /** The same for what is to be read only. */
  readingDir: string;
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
  #offer: { offer: ImportOffer; purpose: ImportPurpose } | undefined;
  readonly #opened = new Set<string>();
  #stopping: AbortController | undefined;

  constructor(world: ImportWorld) {
    this.#world = world;
  }

  /** Asks for files or a folder and reads them. null when the person changed their mind. `conflict` while another is being read. */
  async read(what: 'files' | 'folder' | 'opened', purpose: ImportPurpose): Promise<ImportOffer | null> {
    if (this.#stopping) throw new AppError('conflict', 'Another import is being read');
    const paths = what === 'opened' ? this.#takeOpened() : await this.#ask(what, purpose);
    const [first] = paths;
    return first === undefined ? null : this.#read(paths, basename(first, extname(first)).slice(0, 200), purpose);
  }

  /** Files that the system asked to open; they wait for the page, beside those that wait already. Answers how many do. */
  offerPaths(paths: readonly string[]): number {
    for (const path of paths) this.#opened.add(path);
    return this.#opened.size;
  }

  /** The person does not want what the system asked to open. */
  forgetOpened(): void {
    this.#opened.clear();
  }

  #takeOpened(): string[] {
    const paths = [...this.#opened];
    this.#opened.clear();
    return paths;
  }

  async #ask(what: 'files' | 'folder', purpose: ImportPurpose): Promise<string[]> {
    const { text, window } = this.#world;
    const options: OpenDialogOptions =
      what === 'folder'
        ? {
            title: text()(purpose === 'open' ? 'import.openFolderDialog' : 'import.folderDialog'),
            properties: ['openDirectory'],
          }
        : {
            title: text()(purpose === 'open' ? 'import.openDialog' : 'import.filesDialog'),
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
    const offer = this.#offered(id, 'import');
    const waiting = this.#waitingDir(id, 'import');
    const people = await erasedPeopleIn(recordsOf(journal()));
    await takeArchive(journal(), waiting, offer.preview, people);
    if (withSettings && offer.preview.hasSettings) updateSettings((await readWaitingSettings(waiting)).settings);
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

  /**
   * What was read to be opened, and who is not to be found in it; from now on it is the caller's. `gone` when it is not waiting any more.
   */
  async handOn(id: string): Promise<{ offer: ImportOffer; people: ErasedPeople }> {
    const offer = this.#offered(id, 'open');
    this.#offer = undefined;
    return { offer, people: await erasedPeopleIn(recordsOf(this.#world.journal())) };
  }

  /** Stops the reading, or drops what was read. */
  async refuse(): Promise<void> {
    this.#stopping?.abort();
    const waiting = this.#offer;
    this.#offer = undefined;
    if (waiting) await this.#drop(waiting.offer.id, waiting.purpose);
  }

  /** With its account an archive goes. */
  async remove(accountId: string): Promise<void> {
    await rm(join(this.#world.dir, accountId), { recursive: true, force: true });
  }

  close(): void {
    this.#stopping?.abort();
  }

  #offered(id: string, purpose: ImportPurpose): ImportOffer {
    if (this.#offer?.offer.id !== id || this.#offer.purpose !== purpose)
      throw new AppError('gone', 'This import is not waiting any more');
    return this.#offer.offer;
  }

  async #read(paths: string[], label: string, purpose: ImportPurpose): Promise<ImportOffer> {
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
      // opened by itself, it stands for all that it holds
      const skipsKnown = purpose === 'import';
      const task = { paths, dir: this.#waitingDir(id, purpose), label, accountId, skipsKnown, ownAddresses };
      const preview = await inTransferProcess({ log, source: openSource(), desk }, (control) =>
        control.runImport(task, { signal: stopping.signal, timeoutMs: Infinity }),
      );
      const offer = { id, label, preview };
      this.#offer = { offer, purpose };
      return offer;
    } catch (thrown) {
      await this.#drop(id, purpose);
      throw thrown;
    } finally {
      this.#stopping = undefined;
    }
  }

  #waitingDir(id: string, purpose: ImportPurpose): string {
    const { dir, readingDir } = this.#world;
    return purpose === 'import' ? join(dir, `${waitingPrefix}${id}`) : join(readingDir, id);
  }

  async #drop(id: string, purpose: ImportPurpose): Promise<void> {
    await rm(this.#waitingDir(id, purpose), { recursive: true, force: true });
  }
}
