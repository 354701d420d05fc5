// Sends one reply over HTTP and says exactly what is known of it afterwards: taken, certainly not taken, or unknown.
import { doublingWait } from '../../../shared/doubling-wait.ts';
import { AppError, errorData, errorFrom } from '../../../shared/errors.ts';
import type { OutboxItem, SendOutcome } from '../../../shared/model/outbox.ts';
import type { ConnectorDeps } from './connector.ts';

/** After the first try; doubled with each further one up to the longest. */
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;
/** Wrong keys: the account asks for new ones meanwhile. */
const authWaitMs = 300_000;

/**
 * Runs `post` after `beforeBytes`. What happens, by what the other side does:
 *
 * | what | outcome |
 * | --- | --- |
 * | success | accepted, with the words that `post` answers |
 * | no connection came to be | retry |
 * | 429, 503 | retry, when it asked |
 * | 401, 403 | retry later; the account asks meanwhile |
 * | any other 4xx | failed, with its words |
 * | 5xx, time-out, line lost, an answer that cannot be read | ambiguous |
 */
export async function sendOnce(
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  post: () => Promise<string | undefined>,
): Promise<SendOutcome> {
  await beforeBytes();
  try {
    const words = await post();
    return { kind: 'accepted', ...(words === undefined || words === '' ? {} : { serverWords: words.slice(0, 500) }) };
  } catch (thrown) {
    return outcomeOf(errorFrom(errorData(thrown)), item, deps.now());
  }
}

function outcomeOf(error: AppError, item: OutboxItem, now: number): SendOutcome {
  const data = errorData(error);
  const isAnswer = typeof error.detail?.['status'] === 'number' && error.detail['reason'] !== 'server-error';
  if (error.detail?.['sent'] === false || error.code === 'server-busy') {
    const waitMs = doublingWait(item.attempts, firstWaitMs, longestWaitMs);
    return { kind: 'retry', error: data, retryAt: now + Math.max(waitMs, error.retryAfterMs ?? 0) };
  }
  if (!isAnswer) return { kind: 'ambiguous', error: data };
  if (error.code === 'auth-failed') return { kind: 'retry', error: data, retryAt: now + authWaitMs };
  return { kind: 'failed', error: data };
}

/** Nothing proves that the reply was taken, nor that it was not. */
export function stillAmbiguous(words: string): SendOutcome {
  return { kind: 'ambiguous', error: errorData(new AppError('ambiguous', words)) };
}
