// The Mirakl connector: messages between shops, customers and the marketplace, wherever a marketplace runs on Mirakl.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { miraklApi, miraklRates, type MiraklApi } from './api.ts';
import { miraklManifest } from './manifest.ts';
import { pullMirakl } from './pull.ts';
import { sendMessage } from './send.ts';

/** What the marketplace allows an account. */
const ratesOf = sharedBySessions(miraklRates);

export const miraklConnector: Connector = {
  manifest: miraklManifest,
  open: openSession,
  freeze: plainFreeze(miraklManifest),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, async () => {
      await miraklApi(fields, secrets, deps).threads({ limit: 1 }, signal);
    }),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rates = ratesOf(deps);
  const api = async (): Promise<MiraklApi> => miraklApi(account.fields, await deps.credential(), deps, rates);
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      yield* pullMirakl({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendMessage(await api(), { deps, item, beforeBytes }, signal),
    async fetchAttachment(_key, _placements, attachment, sink, signal) {
      if (attachment.ref === '') throw new AppError('gone', 'The attachment has no number');
      await sink.write(await (await api()).attachment(attachment.ref, signal));
    },
  };
}
