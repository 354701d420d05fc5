// The Hepsiburada connector: "Satıcıya Sor", customers' questions to the seller with files and deadlines.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { hepsiburadaApi, hepsiburadaRates, type HepsiburadaApi } from './api.ts';
import { hepsiburadaManifest } from './manifest.ts';
import { pullHepsiburada } from './pull.ts';
import { sendAnswer } from './send.ts';

const ratesOf = sharedBySessions(hepsiburadaRates);

export const hepsiburadaConnector: Connector = {
  manifest: hepsiburadaManifest,
  open: openSession,
  freeze: plainFreeze(hepsiburadaManifest),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () => hepsiburadaApi(fields, secrets, deps).count(signal)),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rates = ratesOf(deps);
  const api = async (): Promise<HepsiburadaApi> => hepsiburadaApi(account.fields, await deps.credential(), deps, rates);
  return {
    ...restOfSession,
    async *pull(cursor, signal) {
      yield* pullHepsiburada({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendAnswer(await api(), { deps, item, beforeBytes }, signal),
    async fetchAttachment(_messageKey, _placements, attachment, sink, signal) {
      if (!isHepsiburadaFile(attachment.ref, deps)) throw new AppError('refused', 'The file lies outside Hepsiburada');
      const { bytes } = await (await api()).file(attachment.ref, signal);
      await sink.write(bytes);
    },
  };
}

/** The keys go along with the request: never to another host. */
function isHepsiburadaFile(url: string, deps: Pick<ConnectorDeps, 'allowsPlaintextOnLoopback'>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (deps.allowsPlaintextOnLoopback && hostname === '127.0.0.1') return true;
  return protocol === 'https:' && (hostname === 'hepsiburada.com' || hostname.endsWith('.hepsiburada.com'));
}
