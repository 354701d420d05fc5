// Mirakl's seller API (one address per marketplace): how it is called, and what its answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedAddress, makeHttp, makeRate, type Rate } from '../http.ts';
import { multipart } from '../multipart.ts';
import type { PlainReply } from '../plain-reply.ts';

/** The default of M11; larger pages are not documented. */
export const pageSize = 50;
/** An attachment of the marketplace's 30 MB, and some. */
const attachmentLimitBytes = 40 * 1024 * 1024;

const partySchema = z.object({ type: z.string(), id: idSchema.nullish(), display_name: z.string().nullish() });
const senderSchema = z.object({
  type: z.string(),
  display_name: z.string().nullish(),
  organization_details: partySchema.nullish(),
});
const messageSchema = z.object({
  id: idSchema,
  body: z.string(),
  date_created: z.string(),
  from: senderSchema,
  to: z.array(partySchema).nullish(),
  attachments: z.array(z.object({ id: idSchema, name: z.string().nullish(), size: z.number().nullish() })).nullish(),
});
export type MiraklMessage = z.infer<typeof messageSchema>;

const threadSchema = z.object({
  id: idSchema,
  date_updated: z.string(),
  entities: z.array(z.object({ type: z.string(), id: idSchema, label: z.string().nullish() })).nullish(),
  topic: z.object({ type: z.string().nullish(), value: z.string().nullish() }).nullish(),
  authorized_participants: z.array(partySchema).nullish(),
  current_participants: z.array(partySchema).nullish(),
  metadata: z.object({ shop_reply_needed_since: z.string().nullish() }).nullish(),
  messages: z.array(messageSchema).nullish(),
});
export type MiraklThread = z.infer<typeof threadSchema>;
const pageSchema = z.object({ data: z.array(threadSchema), next_page_token: z.string().nullish() });

// OR11 as client code reads it: everything beyond the id may be missing.
const orderSchema = z.object({
  order_id: idSchema,
  created_date: z.string(),
  order_state: z.string().nullish(),
  total_price: z.number().nullish(),
  currency_iso_code: z.string().nullish(),
  shipping_company: z.string().nullish(),
  shipping_tracking: z.string().nullish(),
  order_lines: z
    .array(
      z.object({
        product_title: z.string().nullish(),
        quantity: z.number().nullish(),
        price_unit: z.number().nullish(),
      }),
    )
    .nullish(),
});
export type MiraklOrder = z.infer<typeof orderSchema>;
const ordersSchema = z.object({ orders: z.array(orderSchema) });

export interface Recipient {
  type: string;
  id?: string;
}

/** Shared by all sessions of an account. */
export interface MiraklRates {
  any: Rate;
  orders: Rate;
}
/** Orders once a minute, as documented; the rest is kept calm, since no number is published. */
export const miraklRates = (): MiraklRates => ({ any: makeRate(10, 1000), orders: makeRate(1, 60_000) });

const complaintSchema = z.object({
  message: z.string().nullish(),
  errors: z.array(z.object({ message: z.string().nullish(), code: z.string().nullish() })).nullish(),
});

/** The words of `{message}` and `{errors:[{code,message}]}`; undefined for anything else. */
function errorWords(body: string): string | undefined {
  try {
    const { message, errors } = complaintSchema.parse(JSON.parse(body));
    return message ?? errors?.map((error) => error.message ?? error.code ?? '').join(' ');
  } catch {
    return undefined; // a page of HTML, or nothing
  }
}

/** @throws AppError `auth-failed` without a key, `bad-data` for an address that is not https */
export function miraklApi(fields: Account['fields'], secrets: Secrets, deps: NetworkDeps, rates = miraklRates()) {
  const { apiKey = '' } = secrets;
  const shopId = fields?.['shopId'] === '' ? undefined : fields?.['shopId'];
  if (apiKey === '') throw new AppError('auth-failed', 'The key is missing');
  const http = makeHttp(deps, {
    baseUrl: checkedAddress(fields?.['marketplace'] ?? '', deps),
    // the key as it is: "Bearer" is refused
    headers: { authorization: apiKey, accept: 'application/json' },
    secrets: [apiKey],
    rate: rates.any,
    wordsOf: errorWords,
  });
  const threadPath = (id: string): string => `/api/inbox/threads/${encodeURIComponent(id)}`;
  return {
    /** M11: threads with their last 100 messages. */
    async threads(query: { updatedSince?: string; pageToken?: string; limit?: number }, signal: AbortSignal) {
      const answer = await http.send(
        {
          path: '/api/inbox/threads',
          query: {
            with_messages: 'true',
            limit: query.limit ?? pageSize,
            updated_since: query.updatedSince,
            page_token: query.pageToken,
            shop_id: shopId,
          },
        },
        signal,
      );
      return checked(pageSchema, answer.json(), 'The list of threads');
    },
    /** M10. */
    async thread(id: string, signal: AbortSignal): Promise<MiraklThread> {
      const answer = await http.send({ path: threadPath(id), query: { shop_id: shopId } }, signal);
      return checked(threadSchema, answer.json(), 'The thread');
    },
    /** M12. */
    async reply({ threadKey, text, files }: PlainReply, to: readonly Recipient[], signal: AbortSignal): Promise<void> {
      const input = new Blob([JSON.stringify({ body: text, to })], { type: 'application/json' });
      const path = `${threadPath(threadKey)}/message`;
      const parts = multipart({ message_input: input }, files, () => 'files');
      await http.send({ method: 'POST', path, query: { shop_id: shopId }, ...parts }, signal);
    },
    /** M13. */
    async attachment(id: string, signal: AbortSignal): Promise<Uint8Array> {
      const path = `${threadPath(id)}/download`;
      const headers = { accept: '*/*' };
      return (await http.send({ path, headers, query: { shop_id: shopId }, limitBytes: attachmentLimitBytes }, signal))
        .bytes;
    },
    /** OR11, at most 100 ids. */
    async orders(ids: readonly string[], signal: AbortSignal): Promise<MiraklOrder[]> {
      const query = { order_ids: ids.join(','), max: 100, shop_id: shopId };
      const answer = await http.send({ path: '/api/orders', query, rate: rates.orders }, signal);
      return checked(ordersSchema, answer.json(), 'The list of orders').orders;
    },
  };
}
export type MiraklApi = ReturnType<typeof miraklApi>;
