// The Çiçeksepeti connector (beta): customers' questions about products.
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { answerQuestion } from '../send-into-thread.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { ciceksepetiApi, ciceksepetiRate, type CiceksepetiApi } from './api.ts';
import { ciceksepetiManifest } from './manifest.ts';
import { pullCiceksepeti } from './pull.ts';
import { isDone } from './to-items.ts';

const rateOf = sharedBySessions(ciceksepetiRate);
const dayMs = 86_400_000;

export const ciceksepetiConnector: Connector = {
  manifest: ciceksepetiManifest,
  open: openSession,
  freeze: plainFreeze(ciceksepetiManifest),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () =>
      ciceksepetiApi(fields, secrets, deps).page(deps.now() - dayMs, deps.now(), 1, signal),
    ),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rate = rateOf(deps);
  const api = async (): Promise<CiceksepetiApi> => ciceksepetiApi(account.fields, await deps.credential(), deps, rate);
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      yield* pullCiceksepeti({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    async send(item, beforeBytes, signal) {
      const ciceksepeti = await api();
      return answerQuestion(
        { deps, item, beforeBytes },
        {
          async look({ threadKey }) {
            const question = await ciceksepeti.question(threadKey, signal);
            return { answer: question.answer ?? '', isDone: isDone(question) };
          },
          post: ({ threadKey, text }) => ciceksepeti.answer(threadKey, text, signal),
        },
      );
    },
  };
}
