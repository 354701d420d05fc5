// The running app: one workspace, one window, one sync process, and how they are made anew together.
import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { AppState, Notice } from '../../shared/contract/main-api.ts';
import type { MenuCommand } from '../../shared/contract/page-api.ts';
import { AppError, errorData } from '../../shared/errors.ts';
import type { Diagnostics } from '../../shared/model/diagnostics.ts';
import type { Language } from '../../shared/model/ids.ts';
import { serveApp } from './app-protocol.ts';
import { appState } from './app-state.ts';
import { makeDesks, type Desks } from './desks.ts';
import { readDiagnostics } from './diagnostics.ts';
import type { KeptSignIns } from './kept-sign-ins.ts';
import type { Log } from './log.ts';
import type { MailBodies } from './mail-body.ts';
import type { OpenRequest } from './open-requests.ts';
import { applyOutside } from './outside-settings.ts';
import { PageEvents } from './page-events.ts';
import { PagePorts } from './page-ports.ts';
import { servePage } from './serve-page.ts';
import { guardSession } from './session-guard.ts';
import { askExportFolder, tellCannotOpen } from './shell-dialogs.ts';
import { openShellWindow } from './shell-window.ts';
import type { ShellWorld } from './shell-world.ts';
import type { SyncHost } from './sync-host.ts';
import { languageOf, textIn, type Text } from './text.ts';
import { Updates } from './updates.ts';
import type { BackupDesk } from './transfer/backup-desk.ts';
import type { ExportDesk } from './transfer/export-desk.ts';
import type { ImportDesk } from './transfer/import-desk.ts';
import { ExportSchedule } from './transfer/export-schedule.ts';
import { forgetRestores } from './transfer/restore.ts';
import { showBadge, type DefterTray } from './tray.ts';
import { takePicture } from './window-picture.ts';
import { backgroundColour, focusWindow } from './window.ts';
import { openReading } from './reading-workspace.ts';
import { openDemo, openShop, type Workspace, type WorkspaceWorld } from './workspace.ts';

type OpenWorkspace = Desks & { workspace: Workspace };

/** Sync starts at the first paint, or this long after the window was made, whichever comes first. */
const syncStartsWithinMs = 1500;
/** After the inbox can be used: nothing that a person waits for is slowed down by it. */
const upkeepAfterMs = 5000;
/** Editors save when the window loses the focus; this is how long that may take at the end. */
const lastWordsMs = 250;

export class AppShell {
  readonly log: Log;
  readonly mails: MailBodies;
  readonly events: PageEvents;
  readonly updates: Updates;
  window: BrowserWindow | undefined;
  readonly #world: ShellWorld;
  readonly #notices = new Set<Notice>();
  readonly #ports: PagePorts;
  #open: OpenWorkspace | undefined;
  readonly exportSchedule: ExportSchedule;
  #tray: DefterTray | undefined;
  #isQuitting = false;
  #isSwitching = false;
  #unread = 0;

  constructor(world: ShellWorld) {
    this.#world = world;
    this.log = world.log;
    this.mails = world.mails;
    this.events = new PageEvents(world.log);
    this.updates = new Updates({
      load: world.loadUpdater,
      now: () => Date.now(),
      log: world.log,
      onChange: () => this.announceState(),
    });
    this.updates.keepLooking(() => this.#open?.workspace.settings().looksForUpdates ?? false);
    if (world.file.wasBroken) this.#notices.add('settings-broken');
    nativeTheme.on('updated', () => {
      this.window?.setBackgroundColor(backgroundColour());
    });
    this.exportSchedule = new ExportSchedule({
      log: world.log,
      file: world.file,
      appName: app.name,
      exports: () => this.exports,
      text: () => this.text(),
      language: () => this.#language(),
      now: () => Date.now(),
      schedule: after,
      askFolder: (before) => askExportFolder(this.window, this.text(), before),
    });
    this.#ports = new PagePorts({
      log: world.log,
      window: () => this.window,
      onConnected: (ports) => {
        servePage(this, ports);
      },
      onStorePorts: (ports) => this.#open?.sync.connectStore(ports),
    });
  }

  get workspace(): Workspace {
    return this.#opened().workspace;
  }

  get sync(): SyncHost {
    return this.#opened().sync;
  }

  get imports(): ImportDesk {
    return this.#opened().imports;
  }

  get signIns(): KeptSignIns {
    return this.#opened().signIns;
  }

  get exports(): ExportDesk {
    return this.#opened().exports;
  }

  get backups(): BackupDesk {
    return this.#opened().backups;
  }

  /** `cancelled` between two workspaces. */
  #opened(): OpenWorkspace {
    if (!this.#open) throw new AppError('cancelled', 'The workspace is being changed');
    return this.#open;
  }

  /** Contents of the window; `cancelled` while there is none. */
  contents() {
    if (!this.window) throw new AppError('cancelled', 'There is no window');
    return this.window.webContents;
  }

  /** Opens the shop or the demo shop, with a window and a sync of its own. Call when Electron is ready. */
  async open(mode: 'shop' | 'demo'): Promise<void> {
    const world = this.#workspaceWorld();
    await this.#begin(mode === 'demo' ? await openDemo(world) : await openShop(world));
  }

  #workspaceWorld(): WorkspaceWorld {
    const { userDataDir, file, log } = this.#world;
    return { userDataDir, file, log, notice: (notice: Notice) => this.notice(notice) };
  }

  async #begin(workspace: Workspace): Promise<void> {
    const { userDataDir, log } = this.#world;
    const desks = makeDesks(workspace, {
      log,
      options: this.#world.options,
      userDataDir,
      ports: this.#ports,
      text: () => this.text(),
      language: () => this.#language(),
      window: () => this.window,
      announce: (event) => {
        this.events.announce(event);
      },
      onSyncGivenUp: (isGivenUp) => {
        if (isGivenUp) this.#notices.add('sync-stopped');
        else this.#notices.delete('sync-stopped');
        this.announceState();
      },
    });
    await desks.exports.load();
    this.#open = { workspace, ...desks };
    await this.#prepareSession(workspace);
    this.applySettings();
    this.#makeWindow(workspace, desks.sync);
  }

  /** Files are only offered: nothing is imported before the person has seen what is in them. */
  openRequest(request: OpenRequest): void {
    this.showWindow();
    if (request.kind === 'write') {
      this.events.announce({ kind: 'write', mail: request.mail });
      return;
    }
    this.events.announce({ kind: 'mail-files', count: this.imports.offerPaths(request.paths) });
  }

  /** The network came or went. */
  networkChanged(isOnline: boolean): void {
    this.#open?.sync.networkChanged(isOnline);
  }

  /** Leaves one workspace for the other. Answers at once: the page that asked goes with its window. */
  switchTo(mode: 'shop' | 'demo'): void {
    if (this.#open?.workspace.mode !== mode) this.#reopen(() => this.open(mode));
  }

  /**
   * Opens what the import desk has read in the shop's place. What can go wrong with it does so while the shop is still open; then it
   * answers, before the window goes, as `switchTo`.
   */
  async openExport(id: string): Promise<void> {
    const { offer, people } = await this.imports.handOn(id);
    const reading = await openReading(this.#workspaceWorld(), offer, people);
    if (this.#isSwitching || this.#isQuitting) {
      await reading.close();
      throw new AppError('cancelled', 'The workspace is being changed');
    }
    this.#reopen(() => this.#begin(reading));
  }

  /** Deletes the database: the store takes over the rows that it has laid aside. Answers at once, as `switchTo`. */
  rewriteStore(): void {
    const { session } = this.workspace;
    this.#reopen(async () => {
      await session.clearStorageData({ storages: ['indexdb'] });
      await this.open('shop');
    });
  }

  /** Puts the backup that was read in the shop's place. `gone` when none waits; answers before the window goes, as `switchTo`. */
  async restore(): Promise<void> {
    await this.backups.stage();
    this.#reopen(() => this.open('shop')); // opening the shop finishes it, as it would after a crash
  }

  /** After an erasure: what restores have put aside. Nothing but the shop is ever restored. */
  async forgetRestores(): Promise<void> {
    if (this.workspace.mode !== 'shop') return;
    await this.backups.refuse();
    await forgetRestores(this.#world.userDataDir);
  }

  /** Closes everything and opens again. */
  #reopen(next: () => Promise<void>): void {
    if (this.#isSwitching) return;
    this.#isSwitching = true;
    setImmediate(() => {
      this.#close()
        .then(() => (this.#isQuitting ? undefined : next()))
        .catch((thrown: unknown) => {
          this.log('error', `The workspace cannot be opened: ${errorData(thrown).message}`);
          tellCannotOpen(thrown);
        })
        .finally(() => {
          this.#isSwitching = false;
        });
    });
  }

  state(): AppState {
    const { options, spellLanguages } = this.#world;
    return appState(this.workspace, [...this.#notices], options.isDeveloper, spellLanguages, this.updates.state);
  }

  diagnostics(): Promise<Diagnostics> {
    const { filesDir, session } = this.workspace;
    return readDiagnostics(this.#world.userDataDir, filesDir, session.storagePath);
  }

  announceState(): void {
    if (this.#open) this.events.announce({ kind: 'state', state: this.state() });
  }

  notice(notice: Notice): void {
    this.#notices.add(notice);
    this.announceState();
  }

  /** Accounts or their secrets changed. */
  accountsChanged(): void {
    this.sync.accountsChanged();
    this.announceState();
  }

  /** Theme, language, tray: after any change of the settings. */
  applySettings(): void {
    const { log, allowsDevTools } = this.#world;
    const world = {
      workspace: this.workspace,
      text: this.text(),
      log,
      allowsDevTools,
      command: (command: MenuCommand) => this.#command(command),
      showWindow: () => this.showWindow(),
    };
    this.#tray = applyOutside(world, this.#tray);
  }

  text(): Text {
    return textIn(this.#language());
  }

  showWindow(): void {
    if (this.window) focusWindow(this.window);
  }

  showUnread(count: number): void {
    if (count === this.#unread) return;
    this.#unread = count;
    this.#tray?.showUnread(count);
    showBadge(count, this.window, this.text());
  }

  /** The page says that the inbox can be used. */
  onUsable(): void {
    const { workspace, sync } = this;
    sync.start();
    if (workspace.mode === 'shop') this.exportSchedule.start();
    void workspace.secrets.askKeyring().then(() => this.announceState());
    setTimeout(() => {
      if (this.#open?.workspace === workspace) void workspace.journal.upkeep();
    }, upkeepAfterMs);
    const { picturePath } = this.#world.options;
    if (!picturePath || !this.window) return;
    takePicture(this.window, picturePath).catch((thrown: unknown) => {
      this.log('error', `No picture of the window: ${String(thrown)}`);
    });
  }

  /** Ends everything in order; afterwards the app can exit. Never rejects. */
  async quit(): Promise<void> {
    this.#isQuitting = true;
    try {
      await this.#close();
    } catch (thrown) {
      this.log('error', `Closing: ${errorData(thrown).message}`);
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    if (this.window && !this.window.isDestroyed()) {
      this.window.hide();
      await new Promise((resolve) => setTimeout(resolve, lastWordsMs));
      await open.workspace.journal.whenQuiet();
    }
    this.exportSchedule.stop();
    open.exports.close();
    open.imports.close();
    open.backups.close();
    await open.sync.stop();
    this.showUnread(0);
    this.window?.destroy();
    this.window = undefined;
    this.#open = undefined;
    await open.workspace.close();
  }

  #language(): Language {
    return languageOf(this.workspace.settings().language, app.getPreferredSystemLanguages());
  }

  async #prepareSession({ session }: Workspace): Promise<void> {
    const { log, pageFiles, devServer, mails, allowsDevTools } = this.#world;
    if (session.protocol.isProtocolHandled('app')) return;
    serveApp(session, pageFiles, devServer);
    mails.serve(session);
    await guardSession(session, log, { allowsDevTools, devHost: devServer?.host });
  }

  #makeWindow(workspace: Workspace, sync: SyncHost): void {
    const { file, allowsDevTools, log } = this.#world;
    const startSync = (): void => {
      sync.start();
    };
    this.window = openShellWindow({
      session: workspace.session,
      file,
      allowsDevTools,
      log,
      text: () => this.text(),
      onLoaded: startSync,
      isLeaving: () => this.#isQuitting || this.#isSwitching,
      staysHidden: () => this.#tray !== undefined && workspace.settings().staysInTray,
    });
    setTimeout(startSync, syncStartsWithinMs);
    // What begins empty waits for sync with its first screen, so sync need not wait for the screen.
    if (workspace.mode !== 'shop') startSync();
  }

  #command(command: MenuCommand): void {
    this.showWindow();
    this.events.announce({ kind: 'command', command });
  }
}

function after(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}
