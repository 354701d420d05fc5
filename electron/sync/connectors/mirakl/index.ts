// The Mirakl connector: messages between shops, customers and the marketplace, wherever a marketplace runs on Mirakl.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { freezePlainReply } from '../plain-reply.ts';
import { miraklApi, miraklRates, type MiraklApi, type MiraklRates } from './api.ts';
import { miraklManifest } from './manifest.ts';
import { pullMirakl } from './pull.ts';
import { sendMessage } from './send.ts';

/** Both sessions of an account share what the marketplace allows it. */
const ratesOf = new WeakMap<ConnectorDeps, MiraklRates>();

export const miraklConnector: Connector = {
  manifest: miraklManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(miraklManifest, account, content)),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, async () => {
      await miraklApi(fields, secrets, deps).threads({ limit: 1 }, signal);
    }),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rates = ratesOf.get(deps) ?? miraklRates();
  ratesOf.set(deps, rates);
  const api = async (): Promise<MiraklApi> => miraklApi(account.fields, await deps.credential(), deps, rates);
  return {
    async *pull(cursor, signal) {
      yield* pullMirakl({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendMessage(await api(), deps, item, beforeBytes, signal),
    // the thread holds the only copy
    file: () => Promise.resolve({ kind: 'filed' }),
    // the seller API knows no read mark
    tellSeen: () => Promise.resolve(),
    async fetchAttachment(_key, _placements, attachment, sink, signal) {
      if (attachment.ref === '') throw new AppError('gone', 'The attachment has no number');
      await sink.write(await (await api()).attachment(attachment.ref, signal));
    },
    close: () => Promise.resolve(),
  };
}
