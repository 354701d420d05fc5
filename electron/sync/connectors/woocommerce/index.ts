// The WooCommerce connector: orders beside every mail, what customers write with an order, and reviews with public answers.
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { wooApi, wooMemory, type WooApi } from './api.ts';
import { woocommerceManifest } from './manifest.ts';
import { pullWoo } from './pull.ts';
import { sendWords } from './send.ts';

/** What is known of the shop's server. */
const memoryOf = sharedBySessions(wooMemory);

export const woocommerceConnector: Connector = {
  manifest: woocommerceManifest,
  open: openSession,
  freeze: plainFreeze(woocommerceManifest),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(
      deps,
      onStep,
      signal,
      async () => {
        await wooApi(fields, secrets, deps).orders({ per_page: 1 }, signal);
      },
      async () => {
        await wooApi(fields, secrets, deps).reviews({ per_page: 1 }, signal);
      },
    ),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const memory = memoryOf(deps);
  const api = async (): Promise<WooApi> => wooApi(account.fields, await deps.credential(), deps, memory);
  const closesStarsOnly = account.fields?.['starsOnly'] !== 'open';
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      yield* pullWoo({ api: await api(), shop: account.address, closesStarsOnly, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendWords(await api(), { deps, item, beforeBytes }, signal),
  };
}
