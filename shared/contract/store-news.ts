// Messages worker → page besides calls: its log, and how far the rewriting of the database is.
import * as z from 'zod';

/** All rows are laid aside, or taken over by the new database. `done` and `total` count rows. */
export const carryingSchema = z.strictObject({
  step: z.enum(['laying-aside', 'taking-over']),
  done: z.number(),
  total: z.number(),
});
export type Carrying = z.infer<typeof carryingSchema>;

export const storeNewsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log'), level: z.enum(['info', 'warn', 'error']), message: z.string().max(4000) }),
  /** Null: it has come to its end, or failed. */
  z.strictObject({ kind: z.literal('carrying'), carrying: carryingSchema.nullable() }),
]);
export type StoreNews = z.infer<typeof storeNewsSchema>;
