// Which files a reply may carry on a channel: the limits, and what is wrong with a file that goes beyond them.
import * as z from 'zod';
import type { OutgoingFile } from './message.ts';

export const fileLimitsSchema = z.strictObject({
  /** All files of one reply in sum, in bytes. */
  maxBytes: z.number().int().positive(),
  /** Each file, where that is less than the sum. */
  maxFileBytes: z.number().int().positive().optional(),
  maxCount: z.number().int().positive().optional(),
  /** Media types in lower case; absent: any. */
  types: z
    .array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/))
    .min(1)
    .optional(),
  /** Longest text beside a file, in characters, where that is less than without one. */
  maxReplyChars: z.number().int().positive().optional(),
});
export type FileLimits = z.infer<typeof fileLimitsSchema>;

/** type: the channel takes others only · file-size: too large by itself · sum: too large together with the others · count: one too many. */
export type FileRefusal = 'type' | 'file-size' | 'sum' | 'count';

type Sized = Pick<OutgoingFile, 'sizeBytes'>;

/** What keeps `file` from going out beside `others`; null: nothing. */
export function fileRefusal(
  limits: FileLimits,
  others: readonly Sized[],
  file: Sized & Pick<OutgoingFile, 'mimeType'>,
): FileRefusal | null {
  const { maxBytes, maxFileBytes = maxBytes, maxCount = Infinity, types } = limits;
  if (types !== undefined && !types.includes(file.mimeType.toLowerCase())) return 'type';
  if (file.sizeBytes > maxFileBytes) return 'file-size';
  if (others.length >= maxCount) return 'count';
  const sumBytes = others.reduce((sum, { sizeBytes }) => sum + sizeBytes, file.sizeBytes);
  return sumBytes > maxBytes ? 'sum' : null;
}
