// What an account is doing now, as the screens show it.
import * as z from 'zod';
import { errorDataSchema } from '../errors.ts';
import { accountIdSchema, instantSchema } from './ids.ts';

export const syncStateSchema = z.strictObject({
  accountId: accountIdSchema,
  /** idle: up to date and watching · waiting: `error` says why, next try at `retryAt` · asking: a person must act. */
  phase: z.enum(['connecting', 'fetching', 'idle', 'waiting', 'asking']),
  /** Messages fetched of those to fetch, while fetching. */
  doneCount: z.number().int().nonnegative(),
  totalCount: z.number().int().nonnegative(),
  error: errorDataSchema.optional(),
  retryAt: instantSchema.optional(),
  changedAt: instantSchema,
});
export type SyncState = z.infer<typeof syncStateSchema>;
