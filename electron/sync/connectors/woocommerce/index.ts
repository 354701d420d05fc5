// The WooCommerce connector: orders beside every mail, what customers write with an order, and reviews with public answers.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { freezePlainReply } from '../plain-reply.ts';
import { wooApi, wooMemory, type WooApi, type WooMemory } from './api.ts';
import { woocommerceManifest } from './manifest.ts';
import { pullWoo } from './pull.ts';
import { sendWords } from './send.ts';

/** Both sessions of an account share what is known of the shop's server. */
const memoryOf = new WeakMap<ConnectorDeps, WooMemory>();

export const woocommerceConnector: Connector = {
  manifest: woocommerceManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(woocommerceManifest, account, content)),
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
  const memory = memoryOf.get(deps) ?? wooMemory();
  memoryOf.set(deps, memory);
  const api = async (): Promise<WooApi> => wooApi(account.fields, await deps.credential(), deps, memory);
  const closesStarsOnly = account.fields?.['starsOnly'] !== 'open';
  return {
    async *pull(cursor, signal) {
      yield* pullWoo({ api: await api(), shop: account.address, closesStarsOnly, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendWords(await api(), deps, item, beforeBytes, signal),
    // the shop holds the only copy
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    fetchAttachment: () => Promise.reject(new AppError('unsupported', 'Orders and reviews have no attachments')),
    close: () => Promise.resolve(),
  };
}
