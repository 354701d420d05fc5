// How the week's set of practice went, of each person: for the shop alone.
import * as z from 'zod';

export const practiceResultSchema = z.strictObject({
  agentId: z.string().min(1).max(100),
  /** Its Monday, as `2026-11-16`. */
  week: z.iso.date(),
  /** Sentences that were made kind, of `total`. */
  good: z.number().int().min(0).max(100),
  total: z.number().int().min(1).max(100),
});
export type PracticeResult = z.infer<typeof practiceResultSchema>;
