// Lines of an export as JSON Lines: what is written, and what this version reads back, passing over the rest.
import * as z from 'zod';
import { backupSettingsSchema } from './backup.ts';
import {
  exportedAttachmentSchema,
  exportedConversationSchema,
  exportedCustomerSchema,
  exportedDraftSchema,
  exportedMessageSchema,
  exportedNoteSchema,
  exportSelectionSchema,
} from './export.ts';
import { conversationIdSchema, instantSchema } from './ids.ts';
import { journalRecordSchema } from './journal.ts';

/** Raised when a line's meaning changes. */
export const exportLinesVersion = 1;

const conversationId = conversationIdSchema;
const attachment = z.object({
  ...exportedAttachmentSchema.shape,
  /** Its name in the zip, when it is there. */
  file: z.string().optional(),
});

/** By `type`; in words in the README of electron/transfer, as a JSON Schema in its export-lines.schema.json. */
export const exportLineSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('header'),
    format: z.literal('defter-export'),
    version: z.literal(exportLinesVersion),
    app: z.string(),
    title: z.string(),
    selection: exportSelectionSchema,
    timeZone: z.string(),
    accounts: z.array(z.object({ id: z.string(), label: z.string(), address: z.string() })),
    /** The whole shop: its records and settings are at the end. */
    isWhole: z.boolean(),
    /** Absent in exports that are older than the field. */
    exportedAt: instantSchema.optional(),
  }),
  z.object({ type: z.literal('conversation'), ...exportedConversationSchema.shape }),
  z.object({ type: z.literal('note'), conversationId, ...exportedNoteSchema.shape }),
  z.object({ type: z.literal('draft'), conversationId, ...exportedDraftSchema.shape }),
  z.object({
    type: z.literal('message'),
    conversationId,
    ...exportedMessageSchema.shape,
    attachments: z.array(attachment),
  }),
  z.object({ type: z.literal('customer'), ...exportedCustomerSchema.shape }),
  z.object({ type: z.literal('record'), record: journalRecordSchema }),
  z.object({ type: z.literal('settings'), ...backupSettingsSchema.shape }),
]);
export type ExportLine = z.infer<typeof exportLineSchema>;

/** One line with its end. Instants are written as ISO 8601. */
export function exportLine(line: ExportLine): string {
  return `${JSON.stringify(line, timesAsText)}\n`;
}

/** undefined for a line of a type that is not known, or that breaks a rule. */
export function readExportLine(text: string): ExportLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text, timesFromText);
  } catch {
    return undefined;
  }
  const parsed = exportLineSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Instants are known by their names: in a selection `from` and `to`, which elsewhere are addresses. */
const isInstant = (key: string): boolean =>
  key.endsWith('At') || ['at', 'since', 'snoozedUntil', 'from', 'to'].includes(key);
const asWritten = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function timesAsText(key: string, value: unknown): unknown {
  return typeof value === 'number' && isInstant(key) && Math.abs(value) <= 8.64e15
    ? new Date(value).toISOString()
    : value;
}

function timesFromText(key: string, value: unknown): unknown {
  return typeof value === 'string' && isInstant(key) && asWritten.test(value) ? Date.parse(value) : value;
}
