// What is known of newer versions of Defter; they are looked for only where the package names a feed.
import * as z from 'zod';
import { instantSchema } from './ids.ts';

/**
 * absent: this package names no feed, nothing is ever asked · idle: not looked yet · looking · current: nothing newer at `checkedAt` ·
 * available: waits for a yes · loading: `percent` is here · ready: installed when Defter is started anew · failed: `reason` in the updater's
 * words; it is tried again later.
 */
export const updateStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absent') }),
  z.strictObject({ kind: z.literal('idle') }),
  z.strictObject({ kind: z.literal('looking') }),
  z.strictObject({ kind: z.literal('current'), checkedAt: instantSchema }),
  z.strictObject({ kind: z.literal('available'), version: z.string() }),
  z.strictObject({ kind: z.literal('loading'), version: z.string(), percent: z.number() }),
  z.strictObject({ kind: z.literal('ready'), version: z.string() }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;
