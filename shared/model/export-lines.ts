// Lines of an export as they are read back: what this version knows of them, passing over the rest.
import * as z from 'zod';
import {
  exportedAttachmentSchema,
  exportedConversationSchema,
  exportedCustomerSchema,
  exportedMessageSchema,
  exportedNoteSchema,
} from './export.ts';
import { conversationIdSchema } from './ids.ts';

const conversationId = conversationIdSchema;
const attachment = z.object({ ...exportedAttachmentSchema.shape, file: z.string().optional() });

/** By `type`; see the README of electron/transfer. */
export const exportLineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('header'), format: z.literal('defter-export'), version: z.literal(1) }),
  z.object({ type: z.literal('conversation'), ...exportedConversationSchema.shape }),
  z.object({ type: z.literal('note'), conversationId, ...exportedNoteSchema.shape }),
  z.object({
    type: z.literal('message'),
    conversationId,
    ...exportedMessageSchema.shape,
    attachments: z.array(attachment),
  }),
  z.object({
    type: z.literal('customer'),
    ...exportedCustomerSchema.pick({
      id: true,
      name: true,
      handles: true,
      language: true,
      city: true,
      since: true,
      note: true,
      orders: true,
    }).shape,
  }),
]);
export type ExportLine = z.infer<typeof exportLineSchema>;

/** undefined for a line of a type that is not brought back, or that breaks a rule. */
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

/** The other way round of what the export writes: instants have names that end in `At`. */
function timesFromText(key: string, value: unknown): unknown {
  const isInstant = typeof value === 'string' && (key.endsWith('At') || key === 'snoozedUntil' || key === 'since');
  if (!isInstant) return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : at;
}
