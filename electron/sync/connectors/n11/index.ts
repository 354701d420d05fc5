// The n11 connector: customers' questions about products, over SOAP.
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { answerQuestion } from '../send-into-thread.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { n11Api, n11Rates, type N11Api } from './api.ts';
import { n11Manifest } from './manifest.ts';
import { pullN11 } from './pull.ts';

const ratesOf = sharedBySessions(n11Rates);

export const n11Connector: Connector = {
  manifest: n11Manifest,
  open: openSession,
  freeze: plainFreeze(n11Manifest),
  // Uses the minute's only list call: the first pull waits for the next.
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () => n11Api(fields, secrets, deps).list(0, signal)),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rates = ratesOf(deps);
  const api = async (): Promise<N11Api> => n11Api(account.fields, await deps.credential(), deps, rates);
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      yield* pullN11({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    async send(item, beforeBytes, signal) {
      const n11 = await api();
      return answerQuestion(
        { deps, item, beforeBytes },
        {
          async look({ threadKey }) {
            const answer = (await n11.detail(threadKey, signal)).answer ?? '';
            return { answer, isDone: answer !== '' };
          },
          post: ({ threadKey, text }) => n11.answer(threadKey, text, signal),
        },
      );
    },
  };
}
