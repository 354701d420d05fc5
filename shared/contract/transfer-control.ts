// Doors between main and the transfer process: work for it, and what it needs of main meanwhile.
import * as z from 'zod';
import { exportJobSchema, exportRequestSchema } from '../model/export.ts';
import { importPreviewSchema } from '../model/archive.ts';
import { backupManifestSchema, backupSettingsSchema } from '../model/backup.ts';
import { accountIdSchema, instantSchema, languageSchema } from '../model/ids.ts';
import { call } from '../rpc.ts';

const nothing = z.null();

/** Everything that an export needs to run and to go on after an interruption; main keeps it beside the unfinished parts. */
export const exportTaskSchema = z.strictObject({
  request: exportRequestSchema,
  /** Unfinished parts, the place reached, nothing else. */
  workDir: z.string(),
  /** Cached attachments by their hash. */
  filesDir: z.string(),
  /** Where the finished file goes. */
  targetPath: z.string(),
  language: languageSchema,
  /** IANA name, for times as the shop reads them. */
  timeZone: z.string(),
  shopName: z.string(),
  appVersion: z.string(),
  startedAt: instantSchema,
  accounts: z.array(z.strictObject({ id: z.string(), label: z.string(), address: z.string() })),
  /** Settings and accounts, when all of the shop is exported. */
  shop: backupSettingsSchema.optional(),
  /** Sentences of the documents, in the language. */
  labels: z.record(z.string(), z.string()),
});
export type ExportTask = z.infer<typeof exportTaskSchema>;

/** What main keeps of an unfinished export. */
export const storedExportSchema = z.strictObject({ task: exportTaskSchema, job: exportJobSchema });

export const exportResultSchema = z.strictObject({
  conversations: z.number(),
  messages: z.number(),
  notes: z.number(),
  attachments: z.number(),
  missing: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
});
export type ExportResult = z.infer<typeof exportResultSchema>;

/** What an import needs: files that main's dialog gave, and a folder that becomes the archive. */
export const importTaskSchema = z.strictObject({
  paths: z.array(z.string()).min(1).max(1000),
  dir: z.string(),
  label: z.string(),
  /** The account that it would become. */
  accountId: accountIdSchema,
  /** Leaves out what the store has already. */
  skipsKnown: z.boolean(),
  /** Mail from these was written by the shop. */
  ownAddresses: z.array(z.string()),
});
export type ImportTask = z.infer<typeof importTaskSchema>;

/** A backup to be packed: what main has laid ready in `workDir`, and folders of the profile as they are. */
export const backupTaskSchema = z.strictObject({
  workDir: z.string(),
  archivesDir: z.string(),
  keptDir: z.string(),
  /** Cached attachments; absent: they stay behind, the servers have them. */
  filesDir: z.string().optional(),
  targetPath: z.string(),
  app: z.string(),
  madeAt: instantSchema,
  accounts: z.number().int().nonnegative(),
  records: z.number().int().nonnegative(),
});
export type BackupTask = z.infer<typeof backupTaskSchema>;

/** Served by the transfer process. */
export const transferControl = {
  /** Makes one export; goes on where it was left when `workDir` says so. Without a limit of time; stops at the signal. */
  runExport: call(exportTaskSchema, exportResultSchema),
  /** Reads everything into an archive; answers what it holds. Without a limit of time; stops at the signal. */
  runImport: call(importTaskSchema, importPreviewSchema),
  /** Without a limit of time; stops at the signal, and nothing stands at the place then. */
  packBackup: call(backupTaskSchema, z.strictObject({ sizeBytes: z.number() })),
  /** Fills `dir` with what a backup holds, checked by name, size and hash. `bad-data` leaves nothing; stops at the signal. */
  unpackBackup: call(z.strictObject({ path: z.string(), dir: z.string() }), backupManifestSchema),
};

/** Served by main. */
export const transferDesk = {
  /** Of a backup: percent in place of messages. */
  progress: call(
    z.strictObject({ phase: z.enum(['reading', 'writing']), doneMessages: z.number(), totalMessages: z.number() }),
    nothing,
  ),
  /** Prints a page of `workDir` into a file beside it. Names, not paths. */
  printPdf: call(z.strictObject({ htmlName: z.string(), pdfName: z.string() }), nothing),
  log: call(z.strictObject({ level: z.enum(['info', 'warn', 'error']), message: z.string().max(4000) }), nothing),
};
