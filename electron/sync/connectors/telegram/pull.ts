// Takes updates from Telegram, which forgets them once they are confirmed by asking for the next.
import * as z from 'zod';
import type { Cursor } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { Pulled } from '../connector.ts';
import type { TelegramApi } from './api.ts';
import { updateItems } from './to-items.ts';

export const offsetSchema = z.strictObject({ v: z.literal(1), offset: z.number().int() });

/**
 * See `Session.pull`. One batch at a time: asking from an offset confirms what is before it, so the next one may be asked for only once
 * this one is stored, which is when the engine pulls again.
 */
export async function* pullTelegram(
  api: TelegramApi,
  shop: string,
  cursor: Cursor | null,
  signal: AbortSignal,
): AsyncGenerator<Pulled> {
  const { offset } = cursorOf(offsetSchema, cursor) ?? { offset: 0 };
  const updates = await api.updates(offset, 0, signal);
  const last = updates.at(-1);
  if (!last) return;
  const items = updates.flatMap((update) => updateItems(update, shop));
  const next: Cursor = JSON.stringify({ v: 1, offset: last.update_id + 1 } satisfies z.infer<typeof offsetSchema>);
  yield { items, cursor: next, phase: 'live', doneCount: updates.length, totalCount: 0 };
}
