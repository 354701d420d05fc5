// What the page may ask of main; everything larger than a line is done by the file whose concern it is.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { mainApi } from '../../shared/contract/main-api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { accountSchema, type Account } from '../../shared/model/account.ts';
import type { ConnectionQuestionData } from '../../shared/model/discovery.ts';
import type { Secrets } from '../../shared/model/secrets.ts';
import type { Handlers } from '../../shared/rpc.ts';
import { changeSecrets, keptSecrets, putSecrets } from './account-secrets.ts';
import type { AppShell } from './app-shell.ts';
import { measureMail } from './measure-mail.ts';
import { notify } from './notifications.ts';
import { forgetFiles, openFile, saveFile, saveText } from './open-file.ts';
import { forgetArchived } from './transfer/forget-archived.ts';
import { openLink } from './open-link.ts';

/** A test of two servers, each step with its own patience. */
const testTimeoutMs = 130_000;
const discoveryTimeoutMs = 60_000;
/** The two minutes that a person has, and the exchange after them. */
const signInTimeoutMs = 160_000;

/** The handlers of one page: they speak for the workspace that is open now. */
export function mainHandlers(shell: AppShell): Handlers<typeof mainApi> {
  return {
    getState: async () => shell.state(),
    updateSettings: async (patch) => {
      const settings = shell.workspace.updateSettings(patch);
      shell.applySettings();
      shell.announceState();
      return settings;
    },

    discoverServers: ({ address }) =>
      shell.sync.control.discoverServers({ address }, { timeoutMs: discoveryTimeoutMs }),
    testConnection: async ({ testId, question }) =>
      shell.sync.control.testConnection(
        { testId, question: await withKeptSecrets(shell, question) },
        { timeoutMs: testTimeoutMs },
      ),
    cancelTest: ({ testId }) => shell.sync.control.cancelTest({ testId }),
    signIn: async ({ signInId, question, returnWords }, signal) => {
      refuseOutsideShop(shell);
      const given = await shell.sync.control.signIn(
        { question: await withKeptSecrets(shell, question), returnWords },
        { timeoutMs: signInTimeoutMs, ...(signal ? { signal } : {}) },
      );
      shell.signIns.keep(signInId, given);
      return null;
    },
    addAccount: async ({ account, secrets, signInId }) => {
      const added = await addAccount(shell, account, shell.signIns.join(secrets, signInId));
      shell.signIns.forget(signInId);
      return added;
    },
    updateAccount: async ({ account, secrets = {}, signInId }) => {
      const updated = await updateAccount(shell, account, shell.signIns.join(secrets, signInId));
      shell.signIns.forget(signInId);
      return updated;
    },
    removeAccount: async ({ accountId }) => {
      refuseOutsideShop(shell);
      const { workspace } = shell;
      workspace.saveAccounts(workspace.accounts().filter(({ id }) => id !== accountId));
      shell.accountsChanged();
      await workspace.secrets.remove(accountId);
      await shell.imports.remove(accountId);
      return null;
    },

    chooseKeeping: async (choice) => {
      await shell.workspace.secrets.choose(choice);
      return secretsChanged(shell);
    },
    unlock: async ({ passphrase }) => {
      await shell.workspace.secrets.unlock(passphrase);
      return secretsChanged(shell);
    },
    giveSecrets: async ({ accountId, secrets, signInId }) => {
      accountOf(shell, accountId);
      await changeSecrets(shell.workspace.secrets, accountId, shell.signIns.join(secrets, signInId));
      shell.signIns.forget(signInId);
      return secretsChanged(shell);
    },

    enterDemo: async () => {
      shell.switchTo('demo');
      return null;
    },
    returnToShop: async () => {
      shell.switchTo('shop');
      return null;
    },

    putMailBody: async ({ safeHtml }) => ({ url: shell.mails.put(safeHtml) }),
    measureMailBody: async ({ url }) => ({ heightPx: await measureMail(shell.contents(), url) }),

    openFile: async (file) => {
      await openFile(foldersOf(shell), file);
      return null;
    },
    saveFile: (file) => saveFile(foldersOf(shell), file, shell.window),
    saveText: (file) => saveText(file, shell.window),
    openLink: async ({ url }) => {
      await openLink(url);
      return null;
    },

    checkForUpdates: () => shell.updates.look(),
    fetchUpdate: async () => {
      shell.updates.fetch().catch((thrown: unknown) => {
        shell.log('warn', String(thrown)); // the state tells the person
      });
      return null;
    },
    installUpdate: async () => {
      await shell.updates.install();
      return null;
    },
    startExport: ({ request, messageCount }) => shell.exports.start(request, messageCount),
    listExports: async () => shell.exports.list(),
    continueExport: async ({ id }) => shell.exports.resume(id),
    cancelExport: async ({ id }) => {
      await shell.exports.cancel(id);
      return null;
    },
    dismissExport: async ({ id }) => {
      await shell.exports.dismiss(id);
      return null;
    },
    showExport: async ({ id }) => {
      shell.exports.show(id);
      return null;
    },
    forgetErased: async ({ fileIds, messageIds, handles }) => {
      await forgetFiles([shell.workspace.filesDir, shell.workspace.keptDir], fileIds);
      await shell.imports.refuse();
      await forgetArchived(shell.workspace.archivesDir, { messageIds, handles });
      await shell.exports.dropUnfinished();
      await shell.forgetRestores();
      return null;
    },
    rewriteStore: async () => {
      refuseOutsideShop(shell);
      shell.rewriteStore();
      return null;
    },
    readImport: ({ what, purpose }) => {
      refuseOutsideShop(shell);
      return shell.imports.read(what, purpose);
    },
    acceptImport: async ({ id, label, withSettings }) => {
      refuseOutsideShop(shell);
      const result = await shell.imports.accept(id, label, withSettings);
      if (withSettings) shell.applySettings();
      shell.accountsChanged();
      return result;
    },
    openExport: async ({ id }) => {
      refuseOutsideShop(shell);
      await shell.openExport(id);
      return null;
    },
    refuseImport: async () => {
      await shell.imports.refuse();
      return null;
    },
    forgetOpened: async () => {
      shell.imports.forgetOpened();
      return null;
    },
    backUp: ({ withFiles }) => {
      refuseOutsideShop(shell);
      return shell.backups.make(withFiles);
    },
    readBackup: () => {
      refuseOutsideShop(shell);
      return shell.backups.read();
    },
    restoreBackup: async () => {
      refuseOutsideShop(shell);
      await shell.restore();
      return null;
    },
    refuseBackup: async () => {
      await shell.backups.refuse();
      return null;
    },
    getExportSchedule: async () => shell.exportSchedule.get(),
    setExportSchedule: ({ choice }) => {
      refuseOutsideShop(shell);
      return shell.exportSchedule.set(choice);
    },

    readDiagnostics: () => shell.diagnostics(),

    notify: async (notification) => {
      const { mode, settings } = shell.workspace;
      // reminders of an export are those of another time
      if (mode !== 'reading' && settings().notifies) notify(notification, shell);
      return null;
    },
    setUnread: async ({ count }) => {
      shell.showUnread(count);
      return null;
    },
    reportUsable: async () => {
      shell.onUsable();
      return null;
    },
    log: async ({ level, message }) => {
      shell.log(level, `page: ${message}`);
      return null;
    },
  };
}

/** What was left blank is what is kept already; a sign-in comes before both. */
async function withKeptSecrets(shell: AppShell, question: ConnectionQuestionData): Promise<ConnectionQuestionData> {
  const { accountId, signInId } = question;
  const kept = accountId === undefined ? {} : await keptSecrets(shell.workspace.secrets, accountId);
  return { ...question, secrets: shell.signIns.join({ ...kept, ...question.secrets }, signInId) };
}

/** The secrets first: an account whose password is lost would only fail. */
async function addAccount(
  shell: AppShell,
  fields: Omit<Account, 'id' | 'createdAt'>,
  secrets: Secrets,
): Promise<Account> {
  refuseOutsideShop(shell);
  const { workspace } = shell;
  refuseTwice(workspace.accounts(), fields);
  const account = accountSchema.parse({ ...fields, id: randomUUID(), createdAt: Date.now() });
  await putSecrets(workspace.secrets, account.id, secrets);
  try {
    refuseTwice(workspace.accounts(), fields); // a double click, while the keyring was busy with the first
  } catch (thrown) {
    await workspace.secrets.remove(account.id);
    throw thrown;
  }
  workspace.saveAccounts([...workspace.accounts(), account]);
  shell.accountsChanged();
  return account;
}

async function updateAccount(shell: AppShell, account: Account, secrets: Secrets): Promise<Account> {
  refuseOutsideShop(shell);
  const { workspace } = shell;
  const before = accountOf(shell, account.id);
  const others = workspace.accounts().filter(({ id }) => id !== account.id);
  refuseTwice(others, account);
  const after = { ...account, channel: before.channel, createdAt: before.createdAt };
  await changeSecrets(workspace.secrets, account.id, secrets);
  workspace.saveAccounts(workspace.accounts().map((each) => (each.id === account.id ? after : each)));
  shell.accountsChanged();
  return after;
}

/** A marketplace's shop may have several storefronts under one name: their other fields differ. */
function refuseTwice(accounts: readonly Account[], fields: Pick<Account, 'channel' | 'address' | 'fields'>): void {
  const isSame = (each: Account) =>
    each.channel === fields.channel &&
    each.address.toLowerCase() === fields.address.toLowerCase() &&
    isDeepStrictEqual(each.fields ?? {}, fields.fields ?? {});
  if (accounts.some(isSame)) throw new AppError('conflict', 'There is an account with this address');
}

function accountOf(shell: AppShell, accountId: AccountId): Account {
  const account = shell.workspace.accounts().find(({ id }) => id === accountId);
  if (!account) throw new AppError('gone', 'There is no such account');
  return account;
}

/** Where a file that the page names by its id may lie. */
const foldersOf = ({ workspace }: AppShell): string[] => [workspace.filesDir, workspace.keptDir];

/** What concerns the accounts of the shop, or puts something into it. */
function refuseOutsideShop(shell: AppShell): void {
  const { mode } = shell.workspace;
  if (mode === 'demo') throw new AppError('unsupported', 'The demo shop has accounts of its own');
  if (mode === 'reading') throw new AppError('read-only', 'An export is open to be read');
}

/** Sync hears of it too: what waited for a password can go on. */
function secretsChanged(shell: AppShell) {
  shell.accountsChanged();
  return shell.state().secrets;
}
