// How far an account has been fetched: what the next pull must know, as JSON text that only this connector reads.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { cursorSchema, type Cursor } from '../../../../shared/model/item.ts';

const boxSchema = z.strictObject({
  role: z.enum(['inbox', 'sent']),
  uidValidity: z.string(),
  /** Every UID from here on has not been seen yet. */
  nextUid: z.number().int().positive(),
  /** UIDs below `nextUid` still to fetch, as `1:5,9`; '' when the history is complete. */
  todo: z.string(),
  /** Mail from this UID on came after the first pull: news, not history. */
  liveFrom: z.number().int().positive(),
  /** Flags and deletions are known up to this MODSEQ; absent where the server has none. */
  modseq: z.string().optional(),
  /** The mailbox is being fetched again after a new UIDVALIDITY: `mailbox-whole` is still owed. */
  isRefetch: z.boolean(),
  /** UIDs that the server refused to give, and when: asked for again a day later. */
  refused: z.string().optional(),
  refusedAt: z.number().int().optional(),
  /** What the store has, for servers that do not tell deletions (no QRESYNC). */
  known: z.string().optional(),
  /** Of those, unread and answered: for servers that do not tell changed flags (no CONDSTORE). */
  unseen: z.string().optional(),
  answered: z.string().optional(),
});
export type BoxCursor = z.infer<typeof boxSchema>;

const stateSchema = z.strictObject({
  version: z.literal(1),
  boxes: z.record(z.string(), boxSchema),
  aliases: z.array(z.string()).max(50),
});
export type SyncCursor = z.infer<typeof stateSchema>;

export function emptyCursor(): SyncCursor {
  return { version: 1, boxes: {}, aliases: [] };
}

/** @throws AppError `bad-data` for text that is not a cursor of this connector */
export function readCursor(text: Cursor | null): SyncCursor {
  if (text === null) return emptyCursor();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-data', 'The e-mail cursor is not JSON', { cause });
  }
  const parsed = stateSchema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-data', `Not an e-mail cursor: ${parsed.error.message}`);
  return parsed.data;
}

export function writeCursor(state: SyncCursor): Cursor {
  return cursorSchema.parse(JSON.stringify(state));
}
