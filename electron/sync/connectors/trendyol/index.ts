// The Trendyol connector: customers' questions about products, in Türkiye and on the international storefronts.
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze, plainReplyOf } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { trendyolApi, trendyolRates, windowMs, type TrendyolApi } from './api.ts';
import { trendyolManifest } from './manifest.ts';
import { pullTrendyol } from './pull.ts';
import { sendAnswer, type GivenAnswer } from './send.ts';

const memoryOf = sharedBySessions(() => ({
  rates: trendyolRates(),
  /** Answers given here that are being checked, by question: looked at one by one until Trendyol has decided. */
  undecided: new Map<string, GivenAnswer>(),
}));

export const trendyolConnector: Connector = {
  manifest: trendyolManifest,
  open: openSession,
  freeze: plainFreeze(trendyolManifest),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, async () => {
      const now = deps.now();
      await trendyolApi(fields, secrets, deps).questions(
        { startDate: now - windowMs, endDate: now, page: 0, size: 1 },
        signal,
      );
    }),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const memory = memoryOf(deps);
  // The keys are asked anew each time: they may have been changed.
  const api = async (): Promise<TrendyolApi> =>
    trendyolApi(account.fields, await deps.credential(), deps, memory.rates);
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      const { undecided } = memory;
      yield* pullTrendyol({ api: await api(), shop: account.address, undecided, deps, signal }, cursor);
    },
    async send(item, beforeBytes, signal) {
      const outcome = await sendAnswer(await api(), deps, item, beforeBytes, signal);
      if (outcome.kind === 'accepted') {
        const { threadKey, text } = plainReplyOf(item);
        memory.undecided.set(threadKey, { text, since: item.queuedAt });
      }
      return outcome;
    },
  };
}
