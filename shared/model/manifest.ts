// What a connector says of itself: plain data from which forms, limits and labels are drawn.
import * as z from 'zod';
import { channelSchema } from './ids.ts';

export const manifestSchema = z.strictObject({
  id: channelSchema,
  /** A proper name, the same in every language; `email` is translated by the app. */
  label: z.string(),
  /** Name of an icon in renderer/app/ui/channel-icon.tsx; unknown names get a neutral one. */
  icon: z.string(),
  canReply: z.boolean(),
  /** Rich text in replies; else plain text. */
  canFormat: z.boolean(),
  /** Whether the shop can write first: a new mail. Absent: only answers. */
  canStart: z.boolean().optional(),
  /** Files of one reply in sum, in bytes; absent: none can be sent. */
  maxAttachmentBytes: z.number().int().positive().optional(),
  /** Longest reply in characters; absent: no limit. */
  maxReplyChars: z.number().int().positive().optional(),
  /** The engine asks this often where the connector cannot watch. */
  pollEveryMs: z.number().int().positive(),
  /** Whether an account of it can be added by a person. */
  isOffered: z.boolean(),
});
export type Manifest = z.infer<typeof manifestSchema>;
