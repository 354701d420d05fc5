// Everything that differs between the shop and the demo shop: session, journal, files, accounts, settings, secrets.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, session as sessions, type Session } from 'electron';
import type { Notice } from '../../shared/contract/main-api.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Settings, SettingsPatch } from '../../shared/model/settings.ts';
import { demoAccount, demoCard } from './demo-shop.ts';
import { realDisk } from './disk.ts';
import { journalReporter } from './journal-desk.ts';
import { Journal } from './journal/journal.ts';
import { systemKeyring } from './keyring.ts';
import type { Log } from './log.ts';
import { Secrets } from './secrets.ts';
import type { SettingsFile } from './settings.ts';
import { languageOf } from './text.ts';
import { finishRestore } from './transfer/restore.ts';

export interface Workspace {
  mode: 'shop' | 'demo';
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
  /** Finishes what the journal has to write. For the demo shop, everything is deleted. */
  close(): Promise<void>;
}

interface WorkspaceWorld {
  userDataDir: string;
  file: SettingsFile;
  log: Log;
  notice(notice: Notice): void;
}

/** Opens the shop, after a restore that was agreed to. `storage` when its journal cannot be read. */
export async function openShop({ userDataDir, file, log, notice }: WorkspaceWorld): Promise<Workspace> {
  await removeDemo(userDataDir); // a demo that was killed leaves its files
  await finishRestore({
    userDataDir,
    log,
    save: ({ settings, accounts }) => {
      file.updateSettings(settings);
      file.saveAccounts(accounts);
    },
    clearDatabase: () => sessions.defaultSession.clearStorageData({ storages: ['indexdb'] }),
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

/** Settings that belong to the shop, not to the person at the computer. */
type OfTheShop = Pick<Settings, 'shop' | 'voice' | 'coach' | 'agents' | 'agentId' | 'pictureSenders'>;

let demosOpened = 0;

/**
 * Opens the demo shop: an in-memory session that no other demo has seen, a folder that starts empty. How the app looks and behaves is
 * the person's own and stays; what belongs to the shop is the demo's and goes with it.
 */
export async function openDemo({ userDataDir, file, log, notice }: WorkspaceWorld): Promise<Workspace> {
  await removeDemo(userDataDir);
  const dir = demoDir(userDataDir);
  // its only account needs no password: whatever a person tries is kept no longer than the demo
  const keyring = { ...systemKeyring, isGood: () => Promise.resolve(false) };
  const secrets = await Secrets.open({ dir, disk: realDisk, keyring, log, now: Date.now });
  await secrets.choose({ keeping: 'session' });
  const session = sessions.fromPartition(`demo-${++demosOpened}`);
  const journal = await Journal.open(join(dir, 'journal'), realDisk, journalReporter(log, notice));
  const account = demoAccount(languageOf(file.settings.language, app.getPreferredSystemLanguages()));
  let ofTheShop: OfTheShop = { ...demoCard, coach: { isOn: true, mutedRules: [], ownRules: [] }, pictureSenders: [] };
  return {
    mode: 'demo',
    session,
    journal,
    secrets,
    filesDir: join(dir, 'files'),
    keptDir: join(dir, 'kept'),
    archivesDir: join(dir, 'archives'),
    exportsDir: join(dir, 'exports'),
    settings: () => ({ ...file.settings, ...ofTheShop }),
    updateSettings: ({ shop, voice, coach, agents, agentId, pictureSenders, ...own }) => {
      file.updateSettings(own);
      ofTheShop = {
        shop: shop ?? ofTheShop.shop,
        voice: voice ?? ofTheShop.voice,
        coach: coach ?? ofTheShop.coach,
        agents: agents ?? ofTheShop.agents,
        agentId: agentId ?? ofTheShop.agentId,
        pictureSenders: pictureSenders ?? ofTheShop.pictureSenders,
      };
      return { ...file.settings, ...ofTheShop };
    },
    accounts: () => [account],
    saveAccounts: () => undefined, // main-api refuses changes of accounts in the demo
    close: async () => {
      await journal.close();
      await session.clearStorageData();
      await removeDemo(userDataDir);
    },
  };
}

function demoDir(userDataDir: string): string {
  return join(userDataDir, 'demo');
}

async function removeDemo(userDataDir: string): Promise<void> {
  await rm(demoDir(userDataDir), { recursive: true, force: true, maxRetries: 3 });
}
