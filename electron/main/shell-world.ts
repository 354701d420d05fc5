// What the running app is given at its start.
import type { Language } from '../../shared/model/ids.ts';
import type { DevServer } from './dev-server.ts';
import type { Log } from './log.ts';
import type { MailBodies } from './mail-body.ts';
import type { PageFiles } from './page-files.ts';
import type { SettingsFile } from './settings.ts';
import type { StartOptions } from './start-options.ts';
import type { Updater } from './updates.ts';

export interface ShellWorld {
  options: StartOptions;
  log: Log;
  userDataDir: string;
  file: SettingsFile;
  pageFiles: PageFiles;
  mails: MailBodies;
  devServer: DevServer | undefined;
  /** That can be checked on this machine. */
  spellLanguages: Language[];
  allowsDevTools: boolean;
  /** Of this package; absent: it has no feed. */
  loadUpdater: (() => Promise<Updater>) | undefined;
}
