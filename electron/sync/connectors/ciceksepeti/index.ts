// The Çiçeksepeti connector (beta): customers' questions about products.
import { AppError, errorData } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import type { Rate } from '../http.ts';
import { freezePlainReply, plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import { ciceksepetiApi, ciceksepetiRate, type CiceksepetiApi } from './api.ts';
import { ciceksepetiManifest } from './manifest.ts';
import { pullCiceksepeti } from './pull.ts';
import { isDone } from './to-items.ts';

const ratesOf = new WeakMap<ConnectorDeps, Rate>();
const dayMs = 86_400_000;

export const ciceksepetiConnector: Connector = {
  manifest: ciceksepetiManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(ciceksepetiManifest, account, content)),
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, () => ciceksepetiApi(fields, secrets, deps).page(deps.now() - dayMs, deps.now(), 1, signal)),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const rate = ratesOf.get(deps) ?? ciceksepetiRate();
  ratesOf.set(deps, rate);
  const api = async (): Promise<CiceksepetiApi> => ciceksepetiApi(account.fields, await deps.credential(), deps, rate);
  return {
    async *pull(cursor, signal) {
      yield* pullCiceksepeti({ api: await api(), shop: account.address, deps, signal }, cursor);
    },
    send: async (item, beforeBytes, signal) => sendAnswer(await api(), deps, item, beforeBytes, signal),
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    fetchAttachment: () => Promise.reject(new AppError('unsupported', 'Çiçeksepeti gives out no files')),
    close: () => Promise.resolve(),
  };
}

/** See `Session.send`. What a second answer would do is not known: one that is nowhere to be seen is left to a person. */
async function sendAnswer(
  api: CiceksepetiApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const before = await api.question(threadKey, signal);
  if (isSameText(before.answer ?? '', text)) return { kind: 'accepted' };
  if (isDone(before)) {
    const error = new AppError('refused', 'The question was answered or reported already', { detail: { reason: 'answered' } });
    return { kind: 'failed', error: errorData(error) };
  }
  if (item.state === 'ambiguous') return stillAmbiguous('Çiçeksepeti shows no answer to this question');
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.answer(threadKey, text, signal);
    return undefined;
  });
}
