// A backup of the whole shop in one file: what it says of itself, and what may be in it.
import * as z from 'zod';
import { accountSchema } from './account.ts';
import { instantSchema } from './ids.ts';
import { settingsSchema } from './settings.ts';

/** Names in the zip. */
export const backupFiles = { manifest: 'manifest.json', journal: 'journal.jsonl', settings: 'settings.json' } as const;

/** Only these names are ever written when a backup is restored: none leads out of its folder. */
export const backupName =
  /^(?:journal\.jsonl|settings\.json|archives\/[\w-]{1,60}\/(?:archive\.json|items\.jsonl|files\/[0-9a-f]{64})|(?:files|kept)\/[0-9a-f]{64})$/;

export const backupManifestSchema = z.object({
  format: z.literal('defter-backup'),
  /** A newer one is refused: it may hold what this app would lose. */
  version: z.literal(1),
  app: z.string(),
  madeAt: instantSchema,
  accounts: z.number().int().nonnegative(),
  records: z.number().int().nonnegative(),
  files: z.array(
    z.object({
      name: z.string().regex(backupName),
      sizeBytes: z.number().nonnegative(),
      sha256: z.string().length(64),
    }),
  ),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;

export const backupSettingsSchema = z.object({ settings: settingsSchema, accounts: z.array(accountSchema) });
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

/** What the page is told of a backup that was made, or that waits for a yes. */
export const backupOfferSchema = z.strictObject({
  fileName: z.string(),
  madeAt: instantSchema,
  accounts: z.number(),
  records: z.number(),
  sizeBytes: z.number(),
});
export type BackupOffer = z.infer<typeof backupOfferSchema>;
