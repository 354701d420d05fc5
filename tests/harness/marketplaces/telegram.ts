// Telegram's Bot API: updates until they are confirmed, one reader at a time, the token in the path.
import { accountSchema } from '../../../shared/model/account.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const token = '123456789:AAtestTokenOfTheShopsBot_0123456789';

export interface TelegramMarketplace extends Marketplace {
  /** The customer changes what was said last. */
  edit(threadKey: string, text: string): void;
  /** Another program reads the bot from now on. */
  setOtherReader(isThere: boolean): void;
}

export async function startTelegram(clock: TestClock): Promise<TelegramMarketplace> {
  let updates: { update_id: number; [kind: string]: unknown }[] = [];
  const sent = new Map<string, string[]>();
  const lastMessage = new Map<string, number>();
  let nextUpdate = 700_001;
  let nextMessage = 1;
  let nextChat = 5_550_001;
  let hasOtherReader = false;
  const server = await startApiServer({
    handle,
    onSilence: clock.gaveUp,
    isWrite: ({ path }) => path.endsWith('/sendMessage'),
  });
  const refusal = (status: number, description: string, parameters?: object): ApiAnswer =>
    json(status, { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) });

  function handle(request: ApiRequest): ApiAnswer {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
    if (given !== token) return refusal(404, 'Not Found');
    const body = JSON.parse(request.text()) as Record<string, unknown>;
    switch (method) {
      case 'getMe':
        return json(200, { ok: true, result: { id: 1, is_bot: true, first_name: 'Mavi', username: 'mavi_dukkan_bot' } });
      case 'getUpdates':
        return getUpdates(body);
      case 'sendMessage':
        return sendMessage(body);
      default:
        return refusal(404, 'Not Found');
    }
  }

  function getUpdates({ offset, limit }: Record<string, unknown>): ApiAnswer {
    if (hasOtherReader) return refusal(409, 'Conflict: terminated by other getUpdates request');
    // Asking from an offset forgets what is before it.
    updates = updates.filter(({ update_id }) => update_id >= Number(offset));
    return json(200, { ok: true, result: updates.slice(0, Number(limit ?? 100)) });
  }

  function sendMessage({ chat_id: chatId, text }: Record<string, unknown>): ApiAnswer {
    if (typeof text !== 'string' || text.length < 1 || text.length > 4096) return refusal(400, 'Bad Request: message text');
    const chat = String(chatId);
    if (!lastMessage.has(chat)) return refusal(400, 'Bad Request: chat not found');
    sent.set(chat, [...(sent.get(chat) ?? []), text]);
    const bot = { id: 1, is_bot: true, first_name: 'Mavi' };
    return json(200, { ok: true, result: { message_id: nextMessage++, date: seconds(), chat: { id: Number(chat), type: 'private' }, from: bot, text } });
  }

  const seconds = (): number => Math.floor(clock.now() / 1000);

  function say(chat: number, text: string, kind: 'message' | 'edited_message' = 'message'): void {
    const messageId = kind === 'message' ? nextMessage++ : (lastMessage.get(String(chat)) ?? 0);
    lastMessage.set(String(chat), messageId);
    const person = { id: chat, is_bot: false, first_name: 'Νίκος', last_name: 'Παππάς', language_code: 'el' };
    const chatInfo = { id: chat, type: 'private', first_name: 'Νίκος' };
    const edit = kind === 'edited_message' ? { edit_date: seconds() } : {};
    updates.push({
      update_id: nextUpdate++,
      [kind]: { message_id: messageId, date: seconds(), chat: chatInfo, from: person, text, ...edit },
    });
  }

  const ask = (text: string): string => {
    const chat = nextChat++;
    say(chat, text);
    return String(chat);
  };

  return {
    account: accountSchema.parse({
      id: 'acc-telegram',
      channel: 'telegram',
      label: 'Telegram',
      address: '@mavi_dukkan_bot',
      senderName: '',
      fields: { botName: '@mavi_dukkan_bot', baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { token },
    ask,
    askMany(count) {
      for (let index = 0; index < count; index += 1) ask(`Soru ${index}`);
    },
    delivered: (threadKey) => sent.get(threadKey) ?? [],
    edit(threadKey, text) {
      say(Number(threadKey), text, 'edited_message');
    },
    setOtherReader(isThere) {
      hasOtherReader = isThere;
    },
    setFault: server.setFault,
    close: server.close,
  };
}

export const telegramHarness: MarketplaceHarness = {
  channel: 'telegram',
  notApplicable: {},
  cannotProve: true,
  forgets: true,
  start: startTelegram,
};
