// Allegro's Message Center: how it is called, and what its answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import { checked, idSchema } from '../checked.ts';
import type { ConnectorDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type HttpAnswer, type HttpRequest, type Rate } from '../http.ts';
import { uploadTimeoutMs } from '../multipart.ts';
import { isTokenRefused, tokenMemory, withToken, type TokenMemory } from '../oauth-tokens.ts';
import type { ReplyFile } from '../plain-reply.ts';
import { allegroToken } from './sign-in.ts';

const liveUrl = 'https://api.allegro.pl';
/** Any other one is refused with 406 or 415. */
const mediaType = 'application/vnd.allegro.public.v1+json';
/** The largest page there is. */
export const pageSize = 20;
const attachmentLimitBytes = 6 * 1024 * 1024;
const filesPath = '/messaging/message-attachments';

const threadSchema = z.object({
  id: idSchema,
  read: z.boolean(),
  lastMessageDateTime: z.string().nullish(),
  /** null: the user is gone. */
  interlocutor: z.object({ login: z.string() }).nullish(),
});
export type AllegroThread = z.infer<typeof threadSchema>;
const threadPageSchema = z.object({ threads: z.array(threadSchema) });

const messageSchema = z.object({
  id: idSchema,
  status: z.string(),
  createdAt: z.string(),
  author: z.object({ login: z.string().nullish(), isInterlocutor: z.boolean() }),
  text: z.string().nullish(),
  subject: z.string().nullish(),
  relatesTo: z
    .object({ offer: z.object({ id: idSchema }).nullish(), order: z.object({ id: idSchema }).nullish() })
    .nullish(),
  attachments: z
    .array(
      z.object({
        fileName: z.string().nullish(),
        mimeType: z.string().nullish(),
        url: z.string().nullish(),
        status: z.string().nullish(),
      }),
    )
    .nullish(),
});
export type AllegroMessage = z.infer<typeof messageSchema>;
const messagePageSchema = z.object({ messages: z.array(messageSchema) });
const declaredSchema = z.object({ id: idSchema });

const priceSchema = z.object({ amount: z.string(), currency: z.string() });
const orderSchema = z.object({
  id: idSchema,
  status: z.string(),
  updatedAt: z.string().nullish(),
  buyer: z.object({
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    address: z.object({ city: z.string().nullish() }).nullish(),
  }),
  fulfillment: z.object({ status: z.string().nullish() }).nullish(),
  delivery: z.object({ method: z.object({ name: z.string().nullish() }).nullish() }).nullish(),
  lineItems: z.array(
    z.object({
      offer: z.object({ name: z.string() }),
      quantity: z.number(),
      price: priceSchema,
      boughtAt: z.string().nullish(),
    }),
  ),
  summary: z.object({ totalToPay: priceSchema }),
});
export type AllegroOrder = z.infer<typeof orderSchema>;

const complaintSchema = z.object({
  errors: z.array(
    z.object({ userMessage: z.string().nullish(), message: z.string().nullish(), code: z.string().nullish() }),
  ),
});

function errorWords(body: string): string | undefined {
  try {
    const [first] = complaintSchema.parse(JSON.parse(body)).errors;
    return first?.userMessage ?? first?.message ?? first?.code ?? undefined;
  } catch {
    return undefined; // no answer of the API's own
  }
}

/** Shared by all sessions of an account. */
export interface AllegroMemory {
  /** 9,000 a minute for the whole product: one shop takes a tenth. */
  rate: Rate;
  /** One message a second for each user. */
  sending: Rate;
  tokens: TokenMemory;
}
export const allegroMemory = (): AllegroMemory => ({
  rate: makeRate(15, 1000),
  sending: makeRate(1, 1100),
  tokens: tokenMemory(),
});

export function allegroApi({ fields }: Pick<Account, 'fields'>, deps: ConnectorDeps, memory: AllegroMemory) {
  const baseUrl = checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps);
  // signing in happens at the same name without "api."
  const authUrl = baseUrl.replace('//api.', '//');

  async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const tokenFor = (isRefused: boolean) => allegroToken(fields, authUrl, deps, memory.tokens, isRefused, signal);
    const ask = (token: string): Promise<HttpAnswer> =>
      makeHttp(deps, {
        baseUrl,
        headers: { authorization: `Bearer ${token}`, accept: mediaType },
        secrets: [token, ...memory.tokens.seen],
        rate: memory.rate,
        wordsOf: errorWords,
      }).send(request.json === undefined ? request : { ...request, headers: { 'content-type': mediaType } }, signal);
    return withToken(tokenFor, ask, isTokenRefused);
  }

  const threadPath = (id: string): string => `/messaging/threads/${encodeURIComponent(id)}`;
  return {
    /** Newest first. */
    async threads(offset: number, signal: AbortSignal): Promise<AllegroThread[]> {
      const answer = await send({ path: '/messaging/threads', query: { limit: pageSize, offset } }, signal);
      return checked(threadPageSchema, answer.json(), 'The list of threads').threads;
    },
    /** Newest first, at most `pages` pages. */
    async messages(threadId: string, pages: number, signal: AbortSignal): Promise<AllegroMessage[]> {
      const found: AllegroMessage[] = [];
      for (let page = 0; page < pages; page += 1) {
        const query = { limit: pageSize, offset: page * pageSize };
        const answer = await send({ path: `${threadPath(threadId)}/messages`, query }, signal);
        const { messages } = checked(messagePageSchema, answer.json(), 'The thread');
        found.push(...messages);
        if (messages.length < pageSize) break;
      }
      return found;
    },
    /** Needs the permission to read orders beside the one for messages; `auth-failed` without it. */
    async order(id: string, signal: AbortSignal): Promise<AllegroOrder> {
      const answer = await send({ path: `/order/checkout-forms/${encodeURIComponent(id)}` }, signal);
      return checked(orderSchema, answer.json(), 'The order');
    },
    /** Declares a file and hands over its bytes; answers the id by which a message names it. */
    async upload({ name, mimeType, bytes }: ReplyFile, signal: AbortSignal): Promise<string> {
      const json = { filename: name, size: bytes.length };
      const declared = await send({ method: 'POST', path: filesPath, json }, signal);
      const { id } = checked(declaredSchema, declared.json(), 'The file that was declared');
      const path = `${filesPath}/${encodeURIComponent(id)}`;
      const headers = { 'content-type': mimeType };
      await send({ method: 'PUT', path, headers, body: bytes, timeoutMs: uploadTimeoutMs([{ bytes }]) }, signal);
      return id;
    },
    async reply(threadId: string, text: string, fileIds: readonly string[], signal: AbortSignal): Promise<void> {
      const json = { text, attachments: fileIds.map((id) => ({ id })) };
      await send({ method: 'POST', path: `${threadPath(threadId)}/messages`, json, rate: memory.sending }, signal);
    },
    async markRead(threadId: string, signal: AbortSignal): Promise<void> {
      await send({ method: 'PUT', path: `${threadPath(threadId)}/read`, json: { read: true } }, signal);
    },
    /** Only from Allegro itself: the token goes along. */
    async attachment(url: string, signal: AbortSignal): Promise<Uint8Array> {
      const isAllegros = [baseUrl, baseUrl.replace('//api.', '//upload.')].some((base) => url.startsWith(`${base}/`));
      if (!isAllegros) throw new AppError('refused', 'The attachment is not kept by Allegro');
      return (await send({ path: url, limitBytes: attachmentLimitBytes }, signal)).bytes;
    },
  };
}
export type AllegroApi = ReturnType<typeof allegroApi>;
