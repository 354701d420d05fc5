// Door page → main: settings, accounts, secrets, files, links, notifications.
import * as z from 'zod';
import { isNoReply } from '../mail/addresses.ts';
import { accountSchema } from '../model/account.ts';
import { connectionQuestionSchema, connectionReportSchema, discoveryResultSchema } from '../model/discovery.ts';
import { importOfferSchema, importPurposeSchema, importResultSchema } from '../model/archive.ts';
import { backupOfferSchema } from '../model/backup.ts';
import { handleSchema } from '../model/customer.ts';
import { exportJobSchema, exportRequestSchema, exportScheduleSchema } from '../model/export.ts';
import { diagnosticsSchema } from '../model/diagnostics.ts';
import {
  accountIdSchema,
  conversationIdSchema,
  fileIdSchema,
  instantSchema,
  languageSchema,
  messageIdSchema,
} from '../model/ids.ts';
import { secretsSchema } from '../model/secrets.ts';
import { settingsPatchSchema, settingsSchema } from '../model/settings.ts';
import { updateStateSchema } from '../model/updates.ts';
import { call } from '../rpc.ts';

const nothing = z.null();
/** Chosen by the page; the tokens stay with main. `gone` when nothing is kept under it any more. */
const signInId = z.string().min(1).max(60);
/** Never an address that nobody reads: customers answer to it (VE-25). */
const newAccountSchema = accountSchema
  .omit({ id: true, createdAt: true })
  .refine(
    ({ channel, address }) => channel !== 'email' || !isNoReply(address),
    'Customers could not answer to this address',
  );
const exportId = z.strictObject({ id: z.string().max(60) });
/** A cached attachment with the name and type that its mail gives it; main knows it by id only. */
const file = { fileId: fileIdSchema, name: z.string().max(500), mimeType: z.string().max(200) };

/**
 * How passwords are kept. system: the system's own keyring · passphrase: encrypted with one · session: asked at every start ·
 * undecided: the system has no keyring and the person has not chosen yet.
 */
export const secretsStateSchema = z.strictObject({
  keeping: z.enum(['system', 'passphrase', 'session', 'undecided']),
  /** The passphrase has not been given since the start. */
  isLocked: z.boolean(),
  /** Accounts whose password must be asked. */
  missing: z.array(accountIdSchema),
});
export type SecretsState = z.infer<typeof secretsStateSchema>;

/**
 * What a person should know although no command of theirs failed. settings-broken, secrets-broken: the file could not be read and was
 * kept aside · journal-damaged: parts of the shop's own notes could not be read and were kept aside · disk-full: the reserve was given
 * up · sync-stopped: receiving and sending crashed too often and rest until the network returns or Defter is started again.
 */
export const noticeSchema = z.enum([
  'settings-broken',
  'secrets-broken',
  'journal-damaged',
  'disk-full',
  'sync-stopped',
]);
export type Notice = z.infer<typeof noticeSchema>;

/** What is open to be read: its name, when it was exported (null: it does not say), and of which time its messages are. */
export const openedExportSchema = z.strictObject({
  label: z.string(),
  exportedAt: instantSchema.nullable(),
  firstAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
});
export type OpenedExport = z.infer<typeof openedExportSchema>;

export const appStateSchema = z.strictObject({
  /** reading: an export is open in the shop's place, and nothing of it can be changed. */
  mode: z.enum(['shop', 'demo', 'reading']),
  /** Of mode reading. */
  opened: openedExportSchema.optional(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** Language of the system, for `settings.language` = system. */
  systemLanguage: z.string(),
  versions: z.strictObject({ app: z.string(), electron: z.string(), chrome: z.string(), node: z.string() }),
  settings: settingsSchema,
  accounts: z.array(accountSchema),
  secrets: secretsStateSchema,
  /** Developer settings are on: plain-text servers on this machine are allowed. */
  isDeveloper: z.boolean(),
  /** Languages whose spelling can be checked on this machine; absent: not known. */
  spellDictionaries: z.array(languageSchema).optional(),
  updates: updateStateSchema,
  /** Absent: none. */
  notices: z.array(noticeSchema).optional(),
});
export type AppState = z.infer<typeof appStateSchema>;

export const mainApi = {
  getState: call(z.strictObject({}), appStateSchema),
  updateSettings: call(settingsPatchSchema, settingsSchema),

  discoverServers: call(z.strictObject({ address: z.string().max(320) }), discoveryResultSchema.nullable()),
  /** Each step is also announced through page-api while it runs. Up to 2 minutes. */
  testConnection: call(
    z.strictObject({ testId: z.string().max(60), question: connectionQuestionSchema }),
    connectionReportSchema,
  ),
  cancelTest: call(z.strictObject({ testId: z.string().max(60) }), nothing),
  /**
   * Opens the provider's page in the browser and waits up to 2 minutes for the person; main keeps the tokens under `signInId` until an
   * account takes them. `refused` in the provider's words; `cancelled` when it took too long (detail.reason `late`) or by the signal.
   */
  signIn: call(
    z.strictObject({ signInId, question: connectionQuestionSchema, returnWords: z.string().max(300) }),
    nothing,
  ),
  /** Keeps the secrets first, then the account, then starts its sync. `conflict` when the address is there already, `bad-data` when nobody could answer to it. */
  addAccount: call(
    z.strictObject({
      account: newAccountSchema,
      secrets: secretsSchema,
      signInId: signInId.optional(),
    }),
    accountSchema,
  ),
  /** Secrets that are left out stay. */
  updateAccount: call(
    z.strictObject({ account: accountSchema, secrets: secretsSchema.optional(), signInId: signInId.optional() }),
    accountSchema,
  ),
  removeAccount: call(z.strictObject({ accountId: accountIdSchema }), nothing),

  /** Only while `undecided`. */
  chooseKeeping: call(
    z.discriminatedUnion('keeping', [
      z.strictObject({ keeping: z.literal('passphrase'), passphrase: z.string().min(8).max(1000) }),
      z.strictObject({ keeping: z.literal('session') }),
    ]),
    secretsStateSchema,
  ),
  /** `auth-failed` when the passphrase is wrong. */
  unlock: call(z.strictObject({ passphrase: z.string().max(1000) }), secretsStateSchema),
  /** Gives missing secrets, or new ones after auth-failed; those left out stay. */
  giveSecrets: call(
    z.strictObject({ accountId: accountIdSchema, secrets: secretsSchema, signInId: signInId.optional() }),
    secretsStateSchema,
  ),

  /** Opens the demo shop in place of the shop; the window is made anew. */
  enterDemo: call(z.strictObject({}), nothing),
  /** Back to the shop; everything of the demo, or of the export that was read, is deleted. */
  returnToShop: call(z.strictObject({}), nothing),

  /** Takes one sanitised mail for its own frame; the url is good while it is among the last 100. */
  putMailBody: call(z.strictObject({ safeHtml: z.string().max(20_000_000) }), z.strictObject({ url: z.string() })),
  /** Height of the laid-out mail at its frame's present width; `gone` when the frame is not there. */
  measureMailBody: call(z.strictObject({ url: z.string() }), z.strictObject({ heightPx: z.number() })),

  /**
   * Opens a cached attachment with the system's program, as a copy under a safe form of `name`. `refused` for programs unless
   * `isConfirmed`; `gone` when it is not cached; `unsupported` in the system's words when it has no program for it.
   */
  openFile: call(z.strictObject({ ...file, isConfirmed: z.boolean() }), nothing),
  /** Asks where, without a limit of time; false when the person changed their mind. */
  saveFile: call(z.strictObject(file), z.boolean()),
  /** Writes text that the page has made where the person says; as `saveFile`. `name` with its extension. */
  saveText: call(z.strictObject({ name: z.string().min(1).max(200), text: z.string().max(50_000_000) }), z.boolean()),
  /** https, http, mailto and tel only; the person has confirmed the host. */
  openLink: call(z.strictObject({ url: z.string().max(10_000) }), nothing),

  /** Asks the feed now, up to 60 s; `unsupported` without a feed. */
  checkForUpdates: call(z.strictObject({}), updateStateSchema),
  /** Answers at once; the state tells how far it is. `conflict` when nothing was found. */
  fetchUpdate: call(z.strictObject({}), nothing),
  /** Everything is saved, Defter ends and the new one starts. `conflict` when it is not here yet. */
  installUpdate: call(z.strictObject({}), nothing),
  /** Asks where, without a limit of time, and starts; null when the person changed their mind. Progress comes through page-api. */
  startExport: call(
    z.strictObject({ request: exportRequestSchema, messageCount: z.number().int().nonnegative() }),
    exportJobSchema.nullable(),
  ),
  /** Exports of this run, and unfinished ones of earlier runs; newest first. */
  listExports: call(z.strictObject({}), z.array(exportJobSchema)),
  /** Goes on with an interrupted or failed one. */
  continueExport: call(exportId, exportJobSchema),
  /** Stops it; nothing of it is left. */
  cancelExport: call(exportId, nothing),
  /** Takes one that has come to rest off the list. */
  dismissExport: call(exportId, nothing),
  /** Shows the finished file in its folder. */
  showExport: call(exportId, nothing),
  /**
   * After an erasure: removes cached files, copies that were opened, unfinished exports and imports, and from archives of imported mail these
   * messages and everything of these handles.
   */
  forgetErased: call(
    z.strictObject({
      fileIds: z.array(fileIdSchema).max(100_000),
      messageIds: z.array(messageIdSchema).max(1_000_000),
      handles: z.array(handleSchema).max(1000),
    }),
    nothing,
  ),
  /** Deletes the database, with nothing erased left in its files, after `packRows` of the store; the window is made anew. */
  rewriteStore: call(z.strictObject({}), nothing),
  /**
   * Asks for files or a folder, without a limit of time, and reads them; null when the person changed their mind. Nothing is imported yet.
   * `opened`: reads the files that the system gave us to open, once. `bad-data` when a file is damaged, `unsupported` (detail.reason `newer`)
   * for an export of a newer Defter.
   */
  readImport: call(
    z.strictObject({ what: z.enum(['files', 'folder', 'opened']), purpose: importPurposeSchema }),
    importOfferSchema.nullable(),
  ),
  /**
   * Makes an account of what was read. What the shop wrote lies in the journal then: `applyJournal` of the store shows it. `withSettings`: the
   * export's settings take the place of this shop's. `gone` when it is not waiting any more.
   */
  acceptImport: call(
    z.strictObject({ id: z.string().max(60), label: z.string().min(1).max(200), withSettings: z.boolean() }),
    importResultSchema,
  ),
  /** Opens what was read for this purpose in the shop's place; the window is made anew. `gone` when it is not waiting any more. */
  openExport: call(z.strictObject({ id: z.string().max(60) }), nothing),
  /** Stops the reading, or drops what was read. */
  refuseImport: call(z.strictObject({}), nothing),
  /** The files that the system gave us to open are not wanted. */
  forgetOpened: call(z.strictObject({}), nothing),
  /**
   * Asks where, without a limit of time, and packs the whole shop into one file, without passwords; null when the person changed their
   * mind. `withFiles`: cached attachments too. `conflict` while another is made or read. Progress comes through page-api.
   */
  backUp: call(z.strictObject({ withFiles: z.boolean() }), backupOfferSchema.nullable()),
  /** Asks for a backup and checks all of it; nothing has changed yet. `bad-data` when it is damaged, foreign or of a newer Defter. */
  readBackup: call(z.strictObject({}), backupOfferSchema.nullable()),
  /** Puts the backup that was read in the shop's place; the window is made anew. `gone` when none waits. */
  restoreBackup: call(z.strictObject({}), nothing),
  /** Stops what is being made or read, or drops what was read. */
  refuseBackup: call(z.strictObject({}), nothing),
  getExportSchedule: call(z.strictObject({}), exportScheduleSchema.nullable()),
  /** Asks for the folder, without a limit of time, and keeps the schedule; null switches it off. Answers what holds now. */
  setExportSchedule: call(
    z.strictObject({ choice: exportScheduleSchema.pick({ format: true, attachments: true }).nullable() }),
    exportScheduleSchema.nullable(),
  ),

  /** `storage` when the disk cannot be asked. */
  readDiagnostics: call(z.strictObject({}), diagnosticsSchema),

  notify: call(
    z.strictObject({
      title: z.string().max(200),
      body: z.string().max(500),
      conversationId: conversationIdSchema.optional(),
    }),
    nothing,
  ),
  setUnread: call(z.strictObject({ count: z.number().int().nonnegative() }), nothing),
  /** The inbox can be used now (bench marks, picture of the window). */
  reportUsable: call(z.strictObject({}), nothing),
  log: call(z.strictObject({ level: z.enum(['warn', 'error']), message: z.string().max(4000) }), nothing),
};
