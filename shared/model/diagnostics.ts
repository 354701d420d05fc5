// What helps to find out why something does not work: versions, sizes and the last problems; nothing about people.
import * as z from 'zod';
import { instantSchema } from './ids.ts';

export const diagnosticsSchema = z.strictObject({
  /** Name and release of the system, kind of processor. */
  system: z.string(),
  memoryBytes: z.number(),
  startedAt: instantSchema,
  freeDiskBytes: z.number(),
  /** On this disk; `database` is what the page's own store takes. */
  sizes: z.strictObject({
    databaseBytes: z.number(),
    journalBytes: z.number(),
    filesBytes: z.number(),
    logBytes: z.number(),
  }),
  /** Warnings and errors of the log, newest last, addresses masked; at most 40. */
  problems: z.array(z.string()),
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;
