// eBay's Message API and the orders of its Fulfillment API: signing in, how they are called, and what their answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema, timeSchema } from '../checked.ts';
import type { ConnectorDeps, NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type HttpAnswer, type HttpRequest, type Rate } from '../http.ts';
import {
  accessToken,
  isTokenRefused,
  oauthWords,
  tokenMemory,
  withToken,
  type TokenGrant,
  type TokenMemory,
} from '../oauth-tokens.ts';

const liveUrl = 'https://api.ebay.com';
const messagePath = '/commerce/message/v1';
const orderPath = '/sell/fulfillment/v1/order';
/** The largest page there is. */
export const pageSize = 50;
/** Up to 200 are allowed. */
const ordersPageSize = 100;
/** An attachment of eBay's is 12 MB at most; some more for safety. */
const mediaLimitBytes = 30 * 1024 * 1024;

const messageSchema = z.object({
  messageId: idSchema,
  messageBody: z.string().nullish(),
  subject: z.string().nullish(),
  createdDate: z.string(),
  senderUsername: z.string(),
  recipientUsername: z.string().nullish(),
  readStatus: z.boolean().nullish(),
  messageMedia: z
    .array(
      z.object({ mediaName: z.string().nullish(), mediaType: z.string().nullish(), mediaUrl: z.string().nullish() }),
    )
    .nullish(),
});
export type EbayMessage = z.infer<typeof messageSchema>;

const conversationSchema = z.object({
  conversationId: idSchema,
  conversationTitle: z.string().nullish(),
  conversationStatus: z.string().nullish(),
  referenceId: idSchema.nullish(),
  referenceType: z.string().nullish(),
  unreadCount: z.number().nullish(),
  latestMessage: messageSchema.nullish(),
});
export type EbayConversation = z.infer<typeof conversationSchema>;

const conversationPageSchema = z.object({
  conversations: z.array(conversationSchema).nullish(),
  next: z.string().nullish(),
});
const messagePageSchema = z.object({ messages: z.array(messageSchema).nullish(), next: z.string().nullish() });

const moneySchema = z.object({ value: z.string(), currency: z.string().nullish() });
const contactSchema = z.object({
  fullName: z.string().nullish(),
  contactAddress: z.object({ city: z.string().nullish() }).nullish(),
});
const orderSchema = z.object({
  orderId: idSchema,
  creationDate: timeSchema('Z'),
  /** NOT_STARTED, IN_PROGRESS or FULFILLED. */
  orderFulfillmentStatus: z.string().nullish(),
  /** PENDING, FAILED, PAID, PARTIALLY_REFUNDED or FULLY_REFUNDED. */
  orderPaymentStatus: z.string().nullish(),
  /** NONE_REQUESTED, IN_PROGRESS or CANCELED. */
  cancelStatus: z.object({ cancelState: z.string().nullish() }).nullish(),
  /** The user name; for buyers in the U.S. and developers of some countries a number in its place, here as in conversations. */
  buyer: z.object({ username: z.string().nullish(), buyerRegistrationAddress: contactSchema.nullish() }).nullish(),
  pricingSummary: z.object({ total: moneySchema.nullish() }).nullish(),
  lineItems: z.array(
    z.object({
      title: z.string().nullish(),
      quantity: z.number(),
      /** Of all its pieces together. */
      lineItemCost: moneySchema.nullish(),
    }),
  ),
  fulfillmentStartInstructions: z
    .array(z.object({ shippingStep: z.object({ shipTo: contactSchema.nullish() }).nullish() }))
    .nullish(),
  /** One for each package that was sent. */
  fulfillmentHrefs: z.array(z.string()).nullish(),
});
export type EbayOrder = z.infer<typeof orderSchema>;
const orderPageSchema = z.object({ orders: z.array(orderSchema).nullish(), next: z.string().nullish() });
const packageSchema = z.object({
  shipmentTrackingNumber: z.string().nullish(),
  shippingCarrierCode: z.string().nullish(),
});
export type EbayPackage = z.infer<typeof packageSchema>;
const packagesSchema = z.object({ fulfillments: z.array(packageSchema).nullish() });

const complaintSchema = z.object({
  errors: z.array(
    z.object({ message: z.string().nullish(), longMessage: z.string().nullish(), errorId: z.number().nullish() }),
  ),
});

function errorWords(body: string): string | undefined {
  try {
    const [first] = complaintSchema.parse(JSON.parse(body)).errors;
    return first && `${first.longMessage ?? first.message ?? ''} (${String(first.errorId ?? '')})`;
  } catch {
    return oauthWords(body);
  }
}

/** What is shared by all sessions of an account. */
export interface EbayMemory {
  /** No number is published for this API. */
  rate: Rate;
  tokens: TokenMemory;
}
export const ebayMemory = (): EbayMemory => ({ rate: makeRate(5, 1000), tokens: tokenMemory() });

/** The code as it is, or out of the address of the page on which signing in ended. */
export function codeIn(pasted: string): string {
  const query = /[?&]code=([^&\s#]+)/.exec(pasted)?.[1];
  return query === undefined ? pasted.trim() : decodeURIComponent(query);
}

/** How the program shows itself to eBay's token endpoint. */
export function ebayGrant(fields: Account['fields'], secrets: Secrets, deps: NetworkDeps): TokenGrant {
  const { clientId = '', ruName = '' } = fields ?? {};
  const { clientSecret = '', signInCode = '' } = secrets;
  if (clientId === '' || clientSecret === '') throw new AppError('auth-failed', 'A key is missing');
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const code = codeIn(signInCode);
  return {
    http: makeHttp(deps, {
      baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
      headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
      secrets: [clientSecret, basic, signInCode, code, ...Object.values(secrets)],
      wordsOf: oauthWords,
    }),
    path: '/identity/v1/oauth2/token',
    codeForm: () => (code === '' ? null : { code, form: { code, redirect_uri: ruName } }),
    // without a scope the token has those that were agreed to
    refreshForm: {},
  };
}

export function ebayApi(account: Pick<Account, 'fields'>, deps: ConnectorDeps, memory: EbayMemory = ebayMemory()) {
  const { fields } = account;
  const baseUrl = checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps);

  async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const tokenFor = (isRefused: boolean): Promise<string> =>
      accessToken(deps, (secrets) => ebayGrant(fields, secrets, deps), memory.tokens, isRefused, signal);
    const ask = async (token: string): Promise<HttpAnswer> => {
      const http = makeHttp(deps, {
        baseUrl,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        secrets: [token, ...Object.values(await deps.credential())],
        rate: memory.rate,
        wordsOf: errorWords,
      });
      return http.send(request, signal);
    };
    return withToken(tokenFor, ask, isTokenRefused);
  }

  return {
    async conversations(
      query: { offset: number; limit?: number; startTime?: string; endTime?: string },
      signal: AbortSignal,
    ) {
      const answer = await send(
        {
          path: `${messagePath}/conversation`,
          query: {
            conversation_type: 'FROM_MEMBERS',
            limit: query.limit ?? pageSize,
            offset: query.offset,
            start_time: query.startTime,
            end_time: query.endTime,
          },
        },
        signal,
      );
      const { conversations, next } = checked(conversationPageSchema, answer.json(), 'The list of conversations');
      return { conversations: conversations ?? [], isLast: !next };
    },
    /** Newest first; at most `pages` pages. */
    async messages(conversationId: string, pages: number, signal: AbortSignal): Promise<EbayMessage[]> {
      const found: EbayMessage[] = [];
      for (let page = 0; page < pages; page += 1) {
        const answer = await send(
          {
            path: `${messagePath}/conversation/${encodeURIComponent(conversationId)}`,
            query: { conversation_type: 'FROM_MEMBERS', limit: pageSize, offset: page * pageSize },
          },
          signal,
        );
        const { messages, next } = checked(messagePageSchema, answer.json(), 'The conversation');
        found.push(...(messages ?? []));
        if (!next) break;
      }
      return found;
    },
    async reply(conversationId: string, messageText: string, signal: AbortSignal): Promise<void> {
      await send(
        { method: 'POST', path: `${messagePath}/send_message`, json: { conversationId, messageText } },
        signal,
      );
    },
    async markRead(conversationId: string, read: boolean, signal: AbortSignal): Promise<void> {
      const json = { conversationId, conversationType: 'FROM_MEMBERS', read };
      await send({ method: 'POST', path: `${messagePath}/update_conversation`, json }, signal);
    },
    /** `since`: made since then, or changed (epoch ms, at most 90 days ago). `page` from 0. */
    async orders(query: { by: 'creationdate' | 'lastmodifieddate'; since: number; page: number }, signal: AbortSignal) {
      const { by, since, page } = query;
      const filter = `${by}:[${new Date(since).toISOString()}..]`;
      const paging = { limit: ordersPageSize, offset: page * ordersPageSize };
      const answer = await send({ path: orderPath, query: { filter, ...paging } }, signal);
      const { orders, next } = checked(orderPageSchema, answer.json(), 'The list of orders');
      return { orders: orders ?? [], isLast: !next };
    },
    async packages(orderId: string, signal: AbortSignal): Promise<EbayPackage[]> {
      const answer = await send({ path: `${orderPath}/${encodeURIComponent(orderId)}/shipping_fulfillment` }, signal);
      return checked(packagesSchema, answer.json(), 'The packages of an order').fulfillments ?? [];
    },
    /** From eBay's picture servers, which must not see the token. */
    async media(url: string, signal: AbortSignal): Promise<Uint8Array> {
      const isSafe =
        url.startsWith('https://') || (deps.allowsPlaintextOnLoopback && url.startsWith('http://127.0.0.1:'));
      if (!isSafe) throw new AppError('refused', 'Only https addresses are fetched');
      const http = makeHttp(deps, { baseUrl, secrets: [], limitBytes: mediaLimitBytes });
      return (await http.send({ path: url }, signal)).bytes;
    },
  };
}
export type EbayApi = ReturnType<typeof ebayApi>;
