// Telegram's Bot API: updates until they are confirmed, one reader at a time, the token in the path.
import { accountSchema } from '../../../shared/model/account.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import { filesIn, type Marketplace, type MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('telegram', /^\/file\//);
const token = '123456789:AAtestTokenOfTheShopsBot_0123456789';

const wordsOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export interface TelegramMarketplace extends Marketplace {
  /** The customer changes what was said last. */
  edit(threadKey: string, text: string): void;
  /** Another program reads the bot from now on. */
  setOtherReader(isThere: boolean): void;
}

export async function startTelegram(clock: TestClock): Promise<TelegramMarketplace> {
  let updates: { update_id: number; [kind: string]: unknown }[] = [];
  const sent = new Map<string, { text: string; files: ReplyFile[] }[]>();
  const lastMessage = new Map<string, number>();
  let nextUpdate = 700_001;
  let nextMessage = 1;
  let nextChat = 5_550_001;
  let hasOtherReader = false;
  const server = await startApiServer({
    handle,
    onSilence: clock.gaveUp,
    description,
    isWrite: ({ path }) => /\/send\w+$/.test(path),
  });
  const refusal = (status: number, description: string, parameters?: object): ApiAnswer =>
    json(status, { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) });

  async function handle(request: ApiRequest): Promise<ApiAnswer> {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
    if (given !== token) return refusal(404, 'Not Found');
    if (method === 'sendDocument') return sendDocument(await request.form());
    if (method === 'sendMediaGroup') return sendMediaGroup(await request.form());
    const body = JSON.parse(request.text()) as Record<string, unknown>;
    switch (method) {
      case 'getMe':
        return json(200, {
          ok: true,
          result: { id: 1, is_bot: true, first_name: 'Mavi', username: 'mavi_dukkan_bot' },
        });
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
    if (typeof text !== 'string' || text.length < 1 || text.length > 4096)
      return refusal(400, 'Bad Request: message text');
    const chat = String(chatId);
    if (!lastMessage.has(chat)) return refusal(400, 'Bad Request: chat not found');
    note(chat, text, []);
    return json(200, { ok: true, result: { ...message(chat), text } });
  }

  const message = (chat: string) => ({
    message_id: nextMessage++,
    date: seconds(),
    chat: { id: Number(chat), type: 'private' },
    from: { id: 1, is_bot: true, first_name: 'Mavi' },
  });
  const note = (chat: string, text: string, files: ReplyFile[]) =>
    sent.set(chat, [...(sent.get(chat) ?? []), { text, files }]);

  /** What is wrong with documents and their captions; undefined: nothing. */
  function documentRefusal(
    chat: string,
    captions: readonly string[],
    files: readonly unknown[],
  ): ApiAnswer | undefined {
    if (!lastMessage.has(chat)) return refusal(400, 'Bad Request: chat not found');
    if (captions.some((caption) => caption.length > 1024))
      return refusal(400, 'Bad Request: message caption is too long');
    const areFiles = files.every((file) => file instanceof Blob && file.size > 0 && file.size <= 50 * 1024 * 1024);
    return areFiles ? undefined : refusal(400, 'Bad Request: file must be non-empty');
  }

  async function sendDocument(form: FormData): Promise<ApiAnswer> {
    const chat = wordsOf(form, 'chat_id');
    const caption = wordsOf(form, 'caption');
    const parts = form.getAll('document');
    const refused = documentRefusal(chat, [caption], parts);
    if (refused || parts.length !== 1)
      return refused ?? refusal(400, 'Bad Request: there is no document in the request');
    note(chat, caption, await filesIn(parts));
    return json(200, { ok: true, result: { ...message(chat), caption } });
  }

  async function sendMediaGroup(form: FormData): Promise<ApiAnswer> {
    const chat = wordsOf(form, 'chat_id');
    const media = JSON.parse(wordsOf(form, 'media')) as { type: string; media: string; caption?: string }[];
    if (media.length < 2 || media.length > 10) return refusal(400, 'Bad Request: an album has 2-10 items');
    if (media.some(({ type }) => type !== 'document'))
      return refusal(400, 'Bad Request: documents stand alone in an album');
    const parts = media.map(({ media: from }) => form.get(from.replace(/^attach:\/\//, '')) ?? '');
    const refused = documentRefusal(
      chat,
      media.map(({ caption = '' }) => caption),
      parts,
    );
    if (refused) return refused;
    note(
      chat,
      media
        .map(({ caption = '' }) => caption)
        .filter(Boolean)
        .join(' '),
      await filesIn(parts),
    );
    return json(200, { ok: true, result: media.map(({ caption }) => ({ ...message(chat), caption })) });
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
    delivered: (threadKey) => (sent.get(threadKey) ?? []).map(({ text }) => text),
    deliveredFiles: (threadKey) => (sent.get(threadKey) ?? []).flatMap(({ files }) => files),
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

export const telegramHarness: MarketplaceHarness<TelegramMarketplace> = {
  channel: 'telegram',
  notApplicable: {},
  cannotProve: true,
  forgets: true,
  start: startTelegram,
};
