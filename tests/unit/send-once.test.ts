// Sending one reply over HTTP: when it is tried again.
import { expect, it } from 'vitest';
import { sendOnce } from '../../electron/sync/connectors/send-once.ts';
import { AppError } from '../../shared/errors.ts';
import type { OutboxItem } from '../../shared/model/outbox.ts';

const now = 1_700_000_000_000;
const waitAfter = async (attempts: number, error: AppError): Promise<number> => {
  const item = { attempts } as OutboxItem;
  const outcome = await sendOnce(
    { now: () => now },
    item,
    () => Promise.resolve(),
    () => Promise.reject(error),
  );
  return outcome.kind === 'retry' ? outcome.retryAt - now : NaN;
};

it('waits half a minute after the first try, then twice as long each time, an hour at most', async () => {
  const offline = new AppError('offline', 'No connection', { detail: { sent: false } });
  const waits: number[] = [];
  for (const attempts of [1, 2, 3, 7, 8, 50]) waits.push(await waitAfter(attempts, offline));
  expect(waits).toEqual([30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000]);
});

it('never comes back sooner than the server asked', async () => {
  const busy = (retryAfterMs: number) => new AppError('server-busy', 'Slow down', { retryAfterMs });
  expect([await waitAfter(1, busy(90_000)), await waitAfter(3, busy(90_000))]).toEqual([90_000, 120_000]);
});
