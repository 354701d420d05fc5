// What works for one open workspace: its sync process and the desks for exports, imports and backups.
import type { BrowserWindow } from 'electron';
import type { PageEvent } from '../../shared/contract/page-api.ts';
import type { Language } from '../../shared/model/ids.ts';
import { changeSecrets, readSecrets } from './account-secrets.ts';
import { KeptSignIns } from './kept-sign-ins.ts';
import type { Log } from './log.ts';
import { openLink } from './open-link.ts';
import type { PagePorts } from './page-ports.ts';
import { readingArchivesDir } from './passing-dirs.ts';
import type { StartOptions } from './start-options.ts';
import { syncEnvironment } from './sync-environment.ts';
import { SyncHost } from './sync-host.ts';
import type { Text } from './text.ts';
import { BackupDesk } from './transfer/backup-desk.ts';
import { ExportDesk } from './transfer/export-desk.ts';
import { exportFrame } from './transfer/export-frame.ts';
import { ImportDesk } from './transfer/import-desk.ts';
import type { Workspace } from './workspace.ts';

export interface Desks {
  sync: SyncHost;
  exports: ExportDesk;
  imports: ImportDesk;
  backups: BackupDesk;
  signIns: KeptSignIns;
}

/** The running app, as far as the desks know it. */
interface DesksWorld {
  log: Log;
  options: StartOptions;
  userDataDir: string;
  ports: PagePorts;
  text(): Text;
  language(): Language;
  window(): BrowserWindow | undefined;
  announce(event: PageEvent): void;
  /** Whether sync was given up after too many crashes. */
  onSyncGivenUp(isGivenUp: boolean): void;
}

/** Nothing runs yet: sync waits for its start, exports for `load`. */
export function makeDesks(workspace: Workspace, world: DesksWorld): Desks {
  const { log, userDataDir, text, window, announce } = world;
  const desk = { log, text, window, openSource: () => world.ports.openExportSource() };
  const signIns = new KeptSignIns();
  return {
    signIns,
    sync: makeSync(workspace, signIns, world),
    exports: new ExportDesk({
      ...desk,
      dir: workspace.exportsDir,
      announce: (job) => {
        announce({ kind: 'export', job });
      },
      frame: (request) => exportFrame(workspace, world.language(), request),
    }),
    imports: new ImportDesk({
      ...desk,
      dir: workspace.archivesDir,
      readingDir: readingArchivesDir(userDataDir),
      accounts: () => workspace.accounts(),
      saveAccounts: (accounts) => {
        workspace.saveAccounts(accounts);
      },
      journal: () => workspace.journal,
      updateSettings: (settings) => {
        workspace.updateSettings(settings);
      },
      announce: (doneMessages) => {
        announce({ kind: 'import', doneMessages });
      },
    }),
    backups: new BackupDesk({
      ...desk,
      userDataDir,
      workspace,
      announce: (percent) => {
        announce({ kind: 'backup', percent });
      },
    }),
  };
}

function makeSync(
  workspace: Workspace,
  signIns: KeptSignIns,
  { log, options, ports, announce, onSyncGivenUp }: DesksWorld,
): SyncHost {
  const { filesDir, keptDir, archivesDir, secrets } = workspace;
  const { isDeveloper, extraCaPath } = options;
  return new SyncHost({
    log,
    env: syncEnvironment(process.env, {
      filesDir,
      keptDir,
      archivesDir,
      isDeveloper,
      ...(extraCaPath ? { extraCaPath } : {}),
    }),
    desk: {
      credentialOf: ({ accountId }) => readSecrets(secrets, accountId),
      keepSecrets: async ({ accountId, secrets: changes }) => {
        await changeSecrets(secrets, accountId, changes);
        return null;
      },
      keepSignIn: async ({ signInId, secrets: changes }) => {
        signIns.keep(signInId, changes);
        return null;
      },
      openBrowser: async ({ url }) => {
        await openLink(url);
        return null;
      },
      testStep: async (step) => {
        announce({ kind: 'test-step', ...step });
        return null;
      },
    },
    accounts: () => workspace.accounts(),
    onRestarted: () => {
      ports.renewStorePorts();
    },
    onGivenUp: onSyncGivenUp,
  });
}
