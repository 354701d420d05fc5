// A workspace that leaves nothing behind: a session in memory, a folder that is deleted; the demo shop and an export that is read.
import { join } from 'node:path';
import { session as sessions } from 'electron';
import type { Account } from '../../shared/model/account.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { realDisk } from './disk.ts';
import { journalReporter } from './journal-desk.ts';
import { Journal } from './journal/journal.ts';
import { systemKeyring } from './keyring.ts';
import { archivesDirIn, removePassing, type PassingMode } from './passing-dirs.ts';
import { Secrets } from './secrets.ts';
import type { Workspace, WorkspaceWorld } from './workspace.ts';

/** What differs between the two. */
interface Passing {
  mode: PassingMode;
  dir: string;
  account: Account;
  settings: Workspace['settings'];
  updateSettings: Workspace['updateSettings'];
}

let opened = 0;

/** `dir` may hold something already; it goes with the workspace. Its only account needs no password. */
export async function openPassing(
  { mode, dir, account, settings, updateSettings }: Passing,
  { log, notice }: WorkspaceWorld,
): Promise<Workspace> {
  // whatever password a person tries is kept no longer than the workspace
  const keyring = { ...systemKeyring, isGood: () => Promise.resolve(false) };
  const secrets = await Secrets.open({ dir, disk: realDisk, keyring, log, now: Date.now });
  await secrets.choose({ keeping: 'session' });
  const session = sessions.fromPartition(`${mode}-${++opened}`); // never one that was used before
  const journal = await Journal.open(join(dir, 'journal'), realDisk, journalReporter(log, notice));
  return {
    mode,
    session,
    journal,
    secrets,
    filesDir: join(dir, 'files'),
    keptDir: join(dir, 'kept'),
    archivesDir: archivesDirIn(dir),
    exportsDir: join(dir, 'exports'),
    settings,
    updateSettings,
    accounts: () => [account],
    saveAccounts: () => undefined, // main-api refuses changes of accounts
    close: async () => {
      await journal.close();
      await session.clearStorageData();
      await removePassing(dir);
    },
  };
}

/** Parts of the settings that belong to the shop, not to the person at the computer. */
export const shopSettings = ['shop', 'voice', 'coach', 'practice', 'agents', 'agentId', 'pictureSenders'] as const;
export type ShopSettings = Pick<Settings, (typeof shopSettings)[number]>;
