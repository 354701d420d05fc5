// Everything that differs between the shop, the demo shop and an export that is read: session, journal, files, accounts, settings, secrets.
import { join } from 'node:path';
import { app, session as sessions, type Session } from 'electron';
import type { AppState, Notice, OpenedExport } from '../../shared/contract/main-api.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Settings, SettingsPatch } from '../../shared/model/settings.ts';
import { demoAccount, demoCard } from './demo-shop.ts';
import { realDisk } from './disk.ts';
import { journalReporter } from './journal-desk.ts';
import { Journal } from './journal/journal.ts';
import { systemKeyring } from './keyring.ts';
import type { Log } from './log.ts';
import { passingDir, removeAllPassing } from './passing-dirs.ts';
import { openPassing, type ShopSettings } from './passing-workspace.ts';
import { Secrets } from './secrets.ts';
import type { SettingsFile } from './settings.ts';
import { languageOf } from './text.ts';
import { finishRestore } from './transfer/restore.ts';

export interface Workspace {
  mode: AppState['mode'];
  /** What is open to be read; absent: this is a shop to work in. */
  opened?: OpenedExport;
  session: Session;
  journal: Journal;
  secrets: Secrets;
  /** Cached attachments; sync fills it. */
  filesDir: string;
  /** Files that go out with drafts and replies: shop data. */
  keptDir: string;
  /** Imported mail, a folder for each import. */
  archivesDir: string;
  /** Unfinished exports. */
  exportsDir: string;
  settings(): Settings;
  /** `storage` when the disk refuses. */
  updateSettings(patch: SettingsPatch): Settings;
  accounts(): readonly Account[];
  /** `storage` when the disk refuses. */
  saveAccounts(accounts: Account[]): void;
  /** Finishes what the journal has to write. Of the demo shop and of an export that was read, everything is deleted. */
  close(): Promise<void>;
}

export interface WorkspaceWorld {
  userDataDir: string;
  file: SettingsFile;
  log: Log;
  notice(notice: Notice): void;
}

/** Opens the shop, after a restore that was agreed to. `storage` when its journal cannot be read. */
export async function openShop({ userDataDir, file, log, notice }: WorkspaceWorld): Promise<Workspace> {
  await removeAllPassing(userDataDir);
  await finishRestore({
    userDataDir,
    log,
    save: ({ settings, accounts }) => {
      file.updateSettings(settings);
      file.saveAccounts(accounts);
    },
    clearDatabase: () => sessions.defaultSession.clearStorageData({ storages: ['indexdb', 'filesystem'] }),
  });
  const secrets = await Secrets.open({ dir: userDataDir, disk: realDisk, keyring: systemKeyring, log, now: Date.now });
  if (secrets.wasBroken) notice('secrets-broken');
  const journal = await Journal.open(join(userDataDir, 'journal'), realDisk, journalReporter(log, notice));
  return {
    mode: 'shop',
    session: sessions.defaultSession,
    journal,
    secrets,
    filesDir: join(userDataDir, 'files'),
    keptDir: join(userDataDir, 'kept'),
    archivesDir: join(userDataDir, 'archives'),
    exportsDir: join(userDataDir, 'exports'),
    settings: () => file.settings,
    updateSettings: (patch) => file.updateSettings(patch),
    accounts: () => file.accounts,
    saveAccounts: (accounts) => file.saveAccounts(accounts),
    close: () => journal.close(),
  };
}

/**
 * Opens the demo shop: an in-memory session that no other demo has seen, a folder that starts empty. How the app looks and behaves is
 * the person's own and stays; what belongs to the shop is the demo's and goes with it.
 */
export async function openDemo(world: WorkspaceWorld): Promise<Workspace> {
  const { userDataDir, file } = world;
  await removeAllPassing(userDataDir);
  let ofTheShop: ShopSettings = {
    ...demoCard,
    coach: { isOn: true, mutedRules: [], ownRules: [] },
    practice: [],
    pictureSenders: [],
  };
  const settings = () => ({ ...file.settings, ...ofTheShop });
  return openPassing(
    {
      mode: 'demo',
      dir: passingDir(userDataDir, 'demo'),
      account: demoAccount(languageOf(file.settings.language, app.getPreferredSystemLanguages())),
      settings,
      updateSettings: ({ shop, voice, coach, practice, agents, agentId, pictureSenders, ...own }) => {
        file.updateSettings(own);
        ofTheShop = {
          shop: shop ?? ofTheShop.shop,
          voice: voice ?? ofTheShop.voice,
          coach: coach ?? ofTheShop.coach,
          practice: practice ?? ofTheShop.practice,
          agents: agents ?? ofTheShop.agents,
          agentId: agentId ?? ofTheShop.agentId,
          pictureSenders: pictureSenders ?? ofTheShop.pictureSenders,
        };
        return settings();
      },
    },
    world,
  );
}
