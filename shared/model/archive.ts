// Imports: what is found in files that are to be imported, and what becomes of it.
import * as z from 'zod';
import { accountIdSchema, instantSchema } from './ids.ts';

/** Names inside `archives/<account id>/` of the profile. */
export const archiveFiles = { head: 'archive.json', items: 'items.jsonl', attachments: 'files' } as const;
/** Beside them while an import of a whole shop waits for a yes: what the shop wrote, as journal records, and its settings. */
export const waitingFiles = { records: 'records.jsonl', settings: 'settings.json' } as const;

/** What an import would bring, found by reading all of it. */
export const importPreviewSchema = z.strictObject({
  messages: z.number().int().nonnegative(),
  /** Left out: they are in the store already, or came twice. */
  duplicates: z.number().int().nonnegative(),
  /** Left out: they cannot be read as mail. */
  damaged: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
  customers: z.number().int().nonnegative(),
  orders: z.number().int().nonnegative(),
  /** Of a whole shop's export: notes, tags, drafts, canned replies and whatever else the shop wrote. */
  records: z.number().int().nonnegative().default(0),
  hasSettings: z.boolean().default(false),
  /** When the newest export of ours among the files was made; null: there is none, or it does not say. */
  exportedAt: instantSchema.nullable().default(null),
  firstAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
  /** Some of the newest, to recognise it by. */
  samples: z.array(z.strictObject({ from: z.string(), subject: z.string(), at: instantSchema })).max(5),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** import: it becomes an account of the shop · open: it is read beside the shop, and leaves nothing in it. */
export const importPurposeSchema = z.enum(['import', 'open']);
export type ImportPurpose = z.infer<typeof importPurposeSchema>;

/** An import that has been read and waits for a person's yes. */
export const importOfferSchema = z.strictObject({ id: z.string(), label: z.string(), preview: importPreviewSchema });
export type ImportOffer = z.infer<typeof importOfferSchema>;

export const archiveHeadSchema = importPreviewSchema.extend({ label: z.string(), importedAt: instantSchema });

export const importResultSchema = z.strictObject({ accountId: accountIdSchema, label: z.string() });
export type ImportResult = z.infer<typeof importResultSchema>;
