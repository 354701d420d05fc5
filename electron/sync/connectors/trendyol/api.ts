// Trendyol's question and order API: how it is called, and what its answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';
import { errorWords } from './error.ts';

const liveUrl = 'https://apigw.trendyol.com/integration';
/** 50 requests in 10 s for each endpoint (guide); a little below, for clocks that differ. */
const requestsPer10s = 45;
/** The guide's largest page; the reference allows 200, the smaller one is safe. */
export const pageSize = 50;
/** "Range at most two weeks". */
export const windowMs = 14 * 86_400_000;

const answerSchema = z.object({
  id: idSchema.nullish(),
  text: z.string(),
  creationDate: z.number().nullish(),
  reason: z.string().nullish(),
});
export type Answer = z.infer<typeof answerSchema>;

const questionSchema = z.object({
  id: idSchema,
  text: z.string(),
  customerId: idSchema.nullish(),
  userName: z.string().nullish(),
  /** New values are announced as normal. */
  status: z.string(),
  public: z.boolean().nullish(),
  productMainId: z.string().nullish(),
  productName: z.string().nullish(),
  webUrl: z.string().nullish(),
  creationDate: z.number(),
  answer: answerSchema.nullish(),
  rejectedAnswer: answerSchema.nullish(),
  /** 0: never. */
  rejectedDate: z.number().nullish(),
  reason: z.string().nullish(),
});
export type Question = z.infer<typeof questionSchema>;

const pageOf = <S extends z.ZodType>(content: S) =>
  z.object({ content: z.array(content), page: z.number(), totalPages: z.number(), totalElements: z.number() });
const questionPageSchema = pageOf(questionSchema);
export type QuestionPage = z.infer<typeof questionPageSchema>;

const orderSchema = z.object({
  orderNumber: idSchema,
  customerId: idSchema.nullish(),
  customerFirstName: z.string().nullish(),
  customerLastName: z.string().nullish(),
  orderDate: z.number(),
  status: z.string(),
  cargoProviderName: z.string().nullish(),
  cargoTrackingNumber: idSchema.nullish(),
  totalPrice: z.number().nullish(),
  packageTotalPrice: z.number().nullish(),
  currencyCode: z.string().nullish(),
  shipmentAddress: z.object({ city: z.string().nullish() }).nullish(),
  lines: z.array(
    z.object({
      productName: z.string().nullish(),
      quantity: z.number(),
      price: z.number().nullish(),
      lineUnitPrice: z.number().nullish(),
      currencyCode: z.string().nullish(),
    }),
  ),
});
export type TrendyolOrder = z.infer<typeof orderSchema>;
const orderPageSchema = pageOf(orderSchema);

export interface QuestionQuery {
  startDate: number;
  endDate: number;
  page: number;
  size?: number;
  status?: 'WAITING_FOR_ANSWER';
  orderByField?: 'CreatedDate' | 'LastModifiedDate';
}

/** The rates of one account, shared by all of its sessions. */
export interface TrendyolRates {
  list: Rate;
  one: Rate;
  answer: Rate;
  orders: Rate;
}

export function trendyolRates(): TrendyolRates {
  const rate = () => makeRate(requestsPer10s, 10_000);
  return { list: rate(), one: rate(), answer: rate(), orders: rate() };
}

/** Storefronts whose shops want the questions as they were written; elsewhere Trendyol's English where it has one. */
const languages: Readonly<Partial<Record<string, string>>> = { GR: 'el', RO: 'ro', SA: 'ar', AE: 'ar' };

/** @throws AppError `auth-failed` when a key is missing, `bad-data` for a seller id that is no number */
export function trendyolApi(
  fields: Account['fields'],
  secrets: Secrets,
  deps: NetworkDeps,
  rates: TrendyolRates = trendyolRates(),
) {
  const { sellerId = '', storeFront = 'TR' } = fields ?? {};
  const { apiKey = '', apiSecret = '' } = secrets;
  if (!/^\d+$/.test(sellerId)) throw new AppError('bad-data', 'The seller ID is a number');
  if (apiKey === '' || apiSecret === '') throw new AppError('auth-failed', 'A key is missing');
  const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
  const http = makeHttp(deps, {
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
    headers: {
      authorization: `Basic ${basic}`,
      // Without it every call is refused with 403.
      'user-agent': `${sellerId} - SelfIntegration`,
      accept: 'application/json',
      ...(storeFront === 'TR' ? {} : { storeFrontCode: storeFront, 'accept-language': languages[storeFront] ?? 'en' }),
    },
    secrets: [apiKey, apiSecret, basic],
    wordsOf: errorWords,
  });
  const questions = `/qna/sellers/${sellerId}/questions`;
  return {
    async questions(query: QuestionQuery, signal: AbortSignal): Promise<QuestionPage> {
      const answer = await http.send(
        {
          path: `${questions}/filter`,
          query: { supplierId: sellerId, size: pageSize, orderByDirection: 'DESC', ...query },
          rate: rates.list,
        },
        signal,
      );
      return checked(questionPageSchema, answer.json(), 'The list of questions');
    },
    async question(id: string, signal: AbortSignal): Promise<Question> {
      const answer = await http.send({ path: `${questions}/${encodeURIComponent(id)}`, rate: rates.one }, signal);
      return checked(questionSchema, answer.json(), 'The question');
    },
    /** Any 2xx is success: the answer's own shape differs between guide and reference. */
    async answer(id: string, text: string, signal: AbortSignal): Promise<void> {
      await http.send(
        { method: 'POST', path: `${questions}/${encodeURIComponent(id)}/answers`, json: { text }, rate: rates.answer },
        signal,
      );
    },
    async orders(query: { startDate: number; endDate: number; page: number }, signal: AbortSignal) {
      const answer = await http.send(
        {
          path: `/order/sellers/${sellerId}/orders`,
          query: { size: 200, orderByField: 'PackageLastModifiedDate', orderByDirection: 'DESC', ...query },
          rate: rates.orders,
        },
        signal,
      );
      return checked(orderPageSchema, answer.json(), 'The list of orders');
    },
  };
}
export type TrendyolApi = ReturnType<typeof trendyolApi>;
