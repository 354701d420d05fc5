// The Telegram connector: customers who write to the shop's bot.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { testApi } from '../api-test.ts';
import { checked } from '../checked.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze, plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { telegramApi, telegramRate, type TelegramApi } from './api.ts';
import { offsetSchema, pullTelegram } from './pull.ts';
import { telegramManifest } from './manifest.ts';

const memoryOf = sharedBySessions(() => ({
  rate: telegramRate(),
  /** Where the next updates begin; a watch looks from here without confirming anything. */
  offset: 0,
  /** Replies that Telegram took while this process runs: it cannot be asked. */
  sent: new Set<string>(),
}));

export const telegramConnector: Connector = {
  manifest: telegramManifest,
  open: openSession,
  freeze: plainFreeze(telegramManifest),
  test: ({ fields, secrets }, deps, onStep, signal) => {
    const api = telegramApi(fields, secrets, deps);
    // A look that confirms nothing: 409 when another program reads the bot.
    return testApi(
      deps,
      onStep,
      signal,
      () => api.me(signal),
      () => api.updates(0, 0, signal),
    );
  },
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const memory = memoryOf(deps);
  const api = async (): Promise<TelegramApi> => telegramApi(account.fields, await deps.credential(), deps, memory.rate);
  return {
    ...restOfSession,
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
      const reply = plainReplyOf(item);
      const telegram = await api();
      return sendOnce(deps, item, beforeBytes, async () => {
        await telegram.send(reply, signal);
        memory.sent.add(item.id);
        return undefined;
      });
    },
    async fetchAttachment(_messageKey, _placements, attachment, sink, signal) {
      const { bytes } = await (await api()).file(attachment.ref, signal).catch((thrown: unknown) => {
        const { code, message } = errorData(thrown);
        // The file is gone, not the token: that one was good a moment ago.
        throw code === 'auth-failed' ? new AppError('gone', message, { cause: thrown }) : thrown;
      });
      await sink.write(bytes);
    },
  };
}
