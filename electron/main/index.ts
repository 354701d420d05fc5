// Start-up and shutdown of Defter, in order; nothing else. Never awaits app.whenReady() at the top level: Electron waits for this file first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { mailBodyScheme } from '../../shared/contract/ports.ts';
import { errorData } from '../../shared/errors.ts';
import { readMailto } from '../../shared/mail/mailto.ts';
import { AppShell } from './app-shell.ts';
import { findDevServer } from './dev-server.ts';
import { guardAllContents } from './guards.ts';
import { openLog, type Log } from './log.ts';
import { watchMachine } from './machine-watch.ts';
import { MailBodies } from './mail-body.ts';
import { removeOpenedCopies } from './open-file.ts';
import { isMailFile, openRequestsIn, type OpenRequest } from './open-requests.ts';
import { listPageFiles } from './page-files.ts';
import { refusedSwitches } from './refused-switches.ts';
import { SettingsFile } from './settings.ts';
import { spellLanguagesHere } from './spellcheck.ts';
import { readStartOptions } from './start-options.ts';
import { languageOf, textIn } from './text.ts';
import { feedOf } from './updates.ts';

const options = readStartOptions(process.env, process.argv);
if (options.userDataDir) app.setPath('userData', options.userDataDir);
const userDataDir = app.getPath('userData');

// by it Windows finds the app of a notification; the same as in electron-builder.yml
app.setAppUserModelId('example.defter.desktop');
// Chromium's own talk with its vendor, and lookups ahead of a click
for (const name of ['dns-prefetch-disable', 'disable-background-networking', 'disable-component-update', 'no-pings']) {
  app.commandLine.appendSwitch(name);
}
// what a page throws away at once may take this many MB before it is swept: Chromium's 16 are for sites that never stop allocating, and
// were 13 MB of the memory at rest; what else was needed for a while is swept at rest, with --expose-gc (shared/sweep-memory.ts)
app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=2 --expose-gc');
// as root Chromium runs only with --no-sandbox (test machines); a packaged Defter takes that switch from nobody else
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  { scheme: mailBodyScheme, privileges: { standard: true, secure: true } },
]);

const isRelease = app.isPackaged && !isTrialPackage();
const refused = isRelease ? refusedSwitches(process.argv, process.platform, process.getuid?.() === 0) : [];
if (refused.length > 0) refuse(refused);
else if (!app.requestSingleInstanceLock()) app.quit();
else start();

function start(): void {
  const log = openLog(join(userDataDir, 'logs'));
  process.on('uncaughtException', (error) => {
    log('error', `Uncaught: ${error.stack ?? String(error)}`);
  });
  process.on('unhandledRejection', (reason) => {
    log('error', `Unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  log('info', 'Defter starts', { version: app.getVersion(), mode: options.startsDemo ? 'demo' : 'shop' });

  const mails = new MailBodies();
  const pageFiles = listPageFiles(join(import.meta.dirname, '../renderer'));
  pageFiles.catch(() => undefined); // looked at when the app is ready
  let shell: AppShell | undefined;
  guardAllContents({
    log,
    isMailBody: (url) => mails.has(url),
    onMailLink: (url) => shell?.events.announce({ kind: 'link', url }),
  });
  const early = openRequestsIn(process.argv, process.cwd());
  const open = (requests: readonly OpenRequest[]): void => {
    if (!shell) early.push(...requests);
    else for (const request of requests) shell.openRequest(request);
  };
  app.on('second-instance', (_event, argv, folder) => {
    shell?.showWindow();
    open(openRequestsIn(argv, folder));
  });
  // on macOS files and links do not come on the command line
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isMailFile(path)) open([{ kind: 'files', paths: [path] }]);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const mail = readMailto(url);
    if (mail) open([{ kind: 'write', mail }]);
  });
  app.on('activate', () => shell?.showWindow());
  app.on('window-all-closed', () => undefined); // the shell decides; without a listener Electron would quit
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    // killed: by ourselves, when sync is stopped
    if (reason !== 'clean-exit' && reason !== 'killed')
      log('warn', `A process ended: ${serviceName ?? type}`, { kind: type, reason, exitCode });
  });
  quitInOrder(() => shell);

  app
    .whenReady()
    .then(async () => {
      shell = new AppShell({
        options,
        log,
        userDataDir,
        file: new SettingsFile(userDataDir, log),
        pageFiles: await pageFiles,
        mails,
        spellLanguages: await spellLanguagesHere(),
        devServer: app.isPackaged ? undefined : findDevServer(process.env['ELECTRON_RENDERER_URL']),
        allowsDevTools: !app.isPackaged || options.isDeveloper,
        loadUpdater: feedOf(process.resourcesPath)
          ? async () => (await import('electron-updater')).default.autoUpdater
          : undefined,
      });
      await shell.open(options.startsDemo ? 'demo' : 'shop');
      for (const request of early.splice(0)) shell.openRequest(request);
      watchMachine((isOnline) => shell?.networkChanged(isOnline));
      await removeOpenedCopies();
    })
    .catch((thrown: unknown) => {
      fail(thrown, log);
    });
}

/** The first request to quit is held until everything is on the disk. */
function quitInOrder(shell: () => AppShell | undefined): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void (shell()?.quit() ?? Promise.resolve()).then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

/** A package made for tests says so in its own package.json: they drive it through the switches that a release refuses. */
function isTrialPackage(): boolean {
  const content = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as { isTrial?: unknown };
  return content.isTrial === true;
}

function systemText() {
  return textIn(languageOf('system', app.getPreferredSystemLanguages()));
}

function refuse(names: readonly string[]): void {
  const switches = names.map((name) => `--${name}`).join(' ');
  // before Electron is ready, Linux gets it on stderr
  dialog.showErrorBox(app.name, systemText()('start.refused', { name: app.name, switches }));
  app.exit(2);
}

function fail(thrown: unknown, log: Log): void {
  const { message } = errorData(thrown);
  log('error', `Start failed: ${message}`);
  const text = systemText();
  dialog.showErrorBox(text('start.failed', { name: app.name }), text('start.storage', { reason: message }));
  app.exit(1);
}
