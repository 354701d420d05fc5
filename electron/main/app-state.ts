// Puts together what the page shows of main's side: settings, accounts, how secrets are kept, versions.
import { app } from 'electron';
import type { AppState, Notice } from '../../shared/contract/main-api.ts';
import type { Language } from '../../shared/model/ids.ts';
import type { UpdateState } from '../../shared/model/updates.ts';
import type { Workspace } from './workspace.ts';

export function appState(
  workspace: Workspace,
  notices: Notice[],
  isDeveloper: boolean,
  spellLanguages: Language[],
  updates: UpdateState,
): AppState {
  const accounts = [...workspace.accounts()];
  // the demo shop's own account and imported archives need no password
  const accountIds =
    workspace.mode === 'demo' ? [] : accounts.filter(({ channel }) => channel !== 'archive').map(({ id }) => id);
  return {
    mode: workspace.mode,
    ...(workspace.opened ? { opened: workspace.opened } : {}),
    platform: knownPlatform(process.platform),
    systemLanguage: systemLanguage(),
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    },
    settings: workspace.settings(),
    accounts,
    secrets: workspace.secrets.state(accountIds),
    isDeveloper,
    spellDictionaries: spellLanguages,
    updates,
    ...(notices.length > 0 ? { notices } : {}),
  };
}

/** Of the other Unixes, all behave as Linux does for the page. */
function knownPlatform(platform: NodeJS.Platform): AppState['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

/** The first real language tag; a system without one (`C`) gets Chromium's choice. */
function systemLanguage(): string {
  return app.getPreferredSystemLanguages().find((tag) => /^[a-z]{2,3}\b/i.test(tag)) ?? app.getLocale();
}
