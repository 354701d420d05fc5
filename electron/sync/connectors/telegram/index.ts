// The Telegram connector: customers who write to the shop's bot.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { testApi } from '../api-test.ts';
import { checked } from '../checked.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import type { Rate } from '../http.ts';
import { freezePlainReply, plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import { telegramApi, telegramRate, type TelegramApi } from './api.ts';
import { offsetSchema, pullTelegram } from './pull.ts';
import { telegramManifest } from './manifest.ts';

/** What both sessions of an account share. */
interface Memory {
  rate: Rate;
  /** Where the next updates begin; a watch looks from here without confirming anything. */
  offset: number;
  /** Replies that Telegram took while this process runs: it cannot be asked. */
  sent: Set<string>;
}
const memories = new WeakMap<ConnectorDeps, Memory>();

export const telegramConnector: Connector = {
  manifest: telegramManifest,
  open: openSession,
  freeze: (account, content) => Promise.resolve(freezePlainReply(telegramManifest, account, content)),
  test: ({ fields, secrets }, deps, onStep, signal) => {
    const api = telegramApi(fields, secrets, deps);
    // A look that confirms nothing: 409 when another program reads the bot.
    return testApi(deps, onStep, signal, () => api.me(signal), () => api.updates(0, 0, signal));
  },
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const memory = memories.get(deps) ?? { rate: telegramRate(), offset: 0, sent: new Set<string>() };
  memories.set(deps, memory);
  const api = async (): Promise<TelegramApi> => telegramApi(account.fields, await deps.credential(), deps, memory.rate);
  return {
    async *pull(cursor, signal) {
      for await (const pulled of pullTelegram(await api(), account.address, cursor, signal)) {
        memory.offset = checked(offsetSchema, JSON.parse(pulled.cursor), 'The cursor').offset;
        yield pulled;
      }
    },
    async *watch(signal) {
      const telegram = await api();
      while (!signal.aborted) {
        const news = await telegram.updates(memory.offset, 50, signal);
        if (news.length > 0) yield 'changed';
      }
    },
    send: async (item, beforeBytes, signal): Promise<SendOutcome> => {
      if (memory.sent.has(item.id)) return { kind: 'accepted' };
      if (item.state === 'ambiguous') return stillAmbiguous('Telegram does not tell bots what they sent');
      const { threadKey, text } = plainReplyOf(item);
      const telegram = await api();
      return sendOnce(deps, item, beforeBytes, async () => {
        await telegram.sendText(threadKey, text, signal);
        memory.sent.add(item.id);
        return undefined;
      });
    },
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    async fetchAttachment(_messageKey, _placements, attachment, sink, signal) {
      const { bytes } = await (await api()).file(attachment.ref, signal).catch((thrown: unknown) => {
        const { code, message } = errorData(thrown);
        // The file is gone, not the token: that one was good a moment ago.
        throw code === 'auth-failed' ? new AppError('gone', message, { cause: thrown }) : thrown;
      });
      await sink.write(bytes);
    },
    close: () => Promise.resolve(),
  };
}
