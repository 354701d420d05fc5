// Telegram's Bot API: the methods that an inbox needs.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type HttpRequest, type Rate } from '../http.ts';
import { multipart } from '../multipart.ts';
import type { PlainReply } from '../plain-reply.ts';

const liveUrl = 'https://api.telegram.org';
/** About 30 messages a second over all chats; one inbox never needs more than this. */
const requestsPerSecond = 20;
/** Telegram's own longest poll is 50 s; the line may be slow besides. */
const pollTimeoutMs = 65_000;

const fileSchema = z.object({
  file_id: z.string(),
  file_size: z.number().nullish(),
  file_name: z.string().nullish(),
  mime_type: z.string().nullish(),
});

const messageSchema = z.object({
  message_id: z.number(),
  date: z.number(),
  edit_date: z.number().nullish(),
  chat: z.object({
    id: idSchema,
    type: z.string(),
    title: z.string().nullish(),
    username: z.string().nullish(),
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
  }),
  from: z
    .object({
      id: idSchema,
      is_bot: z.boolean(),
      first_name: z.string(),
      last_name: z.string().nullish(),
      language_code: z.string().nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  caption: z.string().nullish(),
  photo: z.array(fileSchema.extend({ width: z.number() })).nullish(),
  document: fileSchema.nullish(),
  voice: fileSchema.nullish(),
  audio: fileSchema.nullish(),
  video: fileSchema.nullish(),
});
export type TelegramMessage = z.infer<typeof messageSchema>;

const updateSchema = z.object({
  update_id: z.number(),
  message: messageSchema.nullish(),
  edited_message: messageSchema.nullish(),
});
export type Update = z.infer<typeof updateSchema>;

const envelope = <S extends z.ZodType>(result: S) => z.object({ ok: z.literal(true), result });
const refusalSchema = z.object({
  description: z.string().nullish(),
  parameters: z.object({ retry_after: z.number().nullish() }).nullish(),
});

/** @throws AppError `auth-failed` when the token is missing */
export function telegramApi(
  fields: Account['fields'],
  secrets: Secrets,
  deps: NetworkDeps,
  rate: Rate = telegramRate(),
) {
  const { token = '' } = secrets;
  if (token === '') throw new AppError('auth-failed', 'The token is missing');
  const http = makeHttp(deps, {
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
    secrets: [token],
    rate,
    // A wrong token is "not found": it is a part of the address.
    codeOf: (status) => (status === 404 ? 'auth-failed' : undefined),
    wordsOf: (body) => refusalOf(body)?.description ?? undefined,
  });
  const call = async (method: string, request: Pick<HttpRequest, 'json' | 'body' | 'timeoutMs'>, signal: AbortSignal) =>
    (await http.send({ method: 'POST', path: `/bot${token}/${method}`, ...request }, signal)).json();
  return {
    /** Confirms everything before `offset`. `waitS`: how long Telegram may wait for news. */
    async updates(offset: number, waitS: number, signal: AbortSignal): Promise<Update[]> {
      const json = { offset, limit: 100, timeout: waitS, allowed_updates: ['message', 'edited_message'] };
      const answer = await call('getUpdates', { json, timeoutMs: pollTimeoutMs }, signal);
      return checked(envelope(z.array(updateSchema)), answer, 'The updates').result;
    },
    /** In one request, so that text and files arrive together or not at all. Several files are one album of documents, whatever they are. */
    async send({ threadKey, text, files }: PlainReply, signal: AbortSignal): Promise<void> {
      if (files.length === 0) {
        const answer = await call('sendMessage', { json: { chat_id: threadKey, text } }, signal);
        checked(envelope(messageSchema), answer, 'The sent message');
      } else if (files.length === 1) {
        const parts = multipart({ chat_id: threadKey, caption: text }, files, () => 'document');
        checked(envelope(messageSchema), await call('sendDocument', parts, signal), 'The sent file');
      } else {
        const fieldOf = (index: number): string => `file${index}`;
        // the words stand under the last one, below all of them
        const media = files.map((_file, index) => ({
          type: 'document',
          media: `attach://${fieldOf(index)}`,
          ...(index === files.length - 1 ? { caption: text } : {}),
        }));
        const parts = multipart({ chat_id: threadKey, media: JSON.stringify(media) }, files, fieldOf);
        checked(envelope(z.array(messageSchema)), await call('sendMediaGroup', parts, signal), 'The sent files');
      }
    },
    async file(fileId: string, signal: AbortSignal) {
      const schema = envelope(z.object({ file_path: z.string().nullish() }));
      const { result } = checked(schema, await call('getFile', { json: { file_id: fileId } }, signal), 'The file');
      if (!result.file_path) throw new AppError('too-large', 'Telegram gives files of at most 20 MB to bots');
      return http.send({ path: `/file/bot${token}/${result.file_path}`, limitBytes: 25 * 1024 * 1024 }, signal);
    },
    async me(signal: AbortSignal): Promise<string> {
      const schema = envelope(z.object({ username: z.string() }));
      return checked(schema, await call('getMe', { json: {} }, signal), 'The bot').result.username;
    },
  };
}
export type TelegramApi = ReturnType<typeof telegramApi>;

export const telegramRate = (): Rate => makeRate(requestsPerSecond, 1000);

function refusalOf(body: string) {
  try {
    return refusalSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined; // not from Telegram itself
  }
}
