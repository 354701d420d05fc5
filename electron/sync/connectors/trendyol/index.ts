// The Trendyol connector: customers' questions about products, in Türkiye and on the international storefronts.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { freezePlainReply, plainReplyOf } from '../plain-reply.ts';
import { trendyolApi, trendyolRates, windowMs, type TrendyolApi, type TrendyolRates } from './api.ts';
import { trendyolManifest } from './manifest.ts';
import { pullTrendyol } from './pull.ts';
import { sendAnswer, type GivenAnswer } from './send.ts';

/** What both sessions of an account share. */
interface Memory {
  rates: TrendyolRates;
  /** Answers given here that are being checked, by question: looked at one by one until Trendyol has decided. */
  undecided: Map<string, GivenAnswer>;
}
const memories = new WeakMap<ConnectorDeps, Memory>();

export const trendyolConnector: Connector = {
  manifest: trendyolManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(trendyolManifest, account, content)),
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
  const memory = memories.get(deps) ?? { rates: trendyolRates(), undecided: new Map<string, GivenAnswer>() };
  memories.set(deps, memory);
  // The keys are asked anew each time: they may have been changed.
  const api = async (): Promise<TrendyolApi> => trendyolApi(account.fields, await deps.credential(), deps, memory.rates);
  return {
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
    // Trendyol keeps the only copy: accepted is all there is.
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    fetchAttachment: () => Promise.reject(new AppError('unsupported', 'Trendyol’s questions have no attachments')),
    close: () => Promise.resolve(),
  };
}
