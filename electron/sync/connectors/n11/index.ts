// The n11 connector: customers' questions about products, over SOAP.
import { AppError, errorData } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { freezePlainReply, plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import { n11Api, n11Rates, type N11Api, type N11Rates } from './api.ts';
import { n11Manifest } from './manifest.ts';
import { pullN11 } from './pull.ts';

const ratesOf = new WeakMap<ConnectorDeps, N11Rates>();

export const n11Connector: Connector = {
  manifest: n11Manifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(n11Manifest, account, content)),
  // Uses the minute's only list call: the first pull waits for the next.
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () => n11Api(fields, secrets, deps).list(0, signal)),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rates = ratesOf.get(deps) ?? n11Rates();
  ratesOf.set(deps, rates);
  const api = async (): Promise<N11Api> => n11Api(account.fields, await deps.credential(), deps, rates);
  return {
    async *pull(cursor, signal) {
      yield* pullN11({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendAnswer(await api(), deps, item, beforeBytes, signal),
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    fetchAttachment: () => Promise.reject(new AppError('unsupported', 'n11 gives out no files')),
    close: () => Promise.resolve(),
  };
}

/** See `Session.send`. Whether a second answer would be taken is not known: one that is nowhere to be seen is left to a person. */
async function sendAnswer(
  api: N11Api,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const { answer = '' } = await api.detail(threadKey, signal);
  if (isSameText(answer ?? '', text)) return { kind: 'accepted' };
  if (answer !== '' && answer !== null) {
    const error = new AppError('refused', 'The question has another answer already', { detail: { reason: 'answered' } });
    return { kind: 'failed', error: errorData(error) };
  }
  if (item.state === 'ambiguous') return stillAmbiguous('n11 shows no answer to this question');
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.answer(threadKey, text, signal);
    return undefined;
  });
}
