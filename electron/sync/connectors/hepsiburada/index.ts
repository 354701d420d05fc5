// The Hepsiburada connector: "Satıcıya Sor", customers' questions to the seller with files and deadlines.
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import type { Rate } from '../http.ts';
import { freezePlainReply } from '../plain-reply.ts';
import { hepsiburadaApi, hepsiburadaRate, type HepsiburadaApi } from './api.ts';
import { hepsiburadaManifest } from './manifest.ts';
import { pullHepsiburada } from './pull.ts';
import { sendAnswer } from './send.ts';

const ratesOf = new WeakMap<ConnectorDeps, Rate>();

export const hepsiburadaConnector: Connector = {
  manifest: hepsiburadaManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(hepsiburadaManifest, account, content)),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () => hepsiburadaApi(fields, secrets, deps).count(signal)),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rate = ratesOf.get(deps) ?? hepsiburadaRate();
  ratesOf.set(deps, rate);
  const api = async (): Promise<HepsiburadaApi> => hepsiburadaApi(account.fields, await deps.credential(), deps, rate);
  return {
    async *pull(cursor, signal) {
      yield* pullHepsiburada({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendAnswer(await api(), deps, item, beforeBytes, signal),
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    async fetchAttachment(_messageKey, _placements, attachment, sink, signal) {
      if (!isHepsiburadaFile(attachment.ref, deps)) throw new AppError('refused', 'The file lies outside Hepsiburada');
      const { bytes } = await (await api()).file(attachment.ref, signal);
      await sink.write(bytes);
    },
    close: () => Promise.resolve(),
  };
}

/** The keys go along with the request: never to another host. */
function isHepsiburadaFile(url: string, deps: Pick<ConnectorDeps, 'allowsPlaintextOnLoopback'>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (deps.allowsPlaintextOnLoopback && hostname === '127.0.0.1') return true;
  return protocol === 'https:' && (hostname === 'hepsiburada.com' || hostname.endsWith('.hepsiburada.com'));
}
