// Hepsiburada's "ask the seller" API and the orders of its order API: how they are called, and what their answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema, timeSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';
import { multipart } from '../multipart.ts';
import type { PlainReply } from '../plain-reply.ts';

const liveUrl = 'https://api-asktoseller-merchant.hepsiburada.com';
const liveOrdersUrl = 'https://oms-external.hepsiburada.com';
/** No limit is published for questions; two a second bothers nobody. Orders may be asked for 1,000 times a second. */
const questionsPer10s = 20;
const ordersPer10s = 100;
/** The page size that the portal names as usual. */
export const pageSize = 25;

const dateSchema = timeSchema('Z');

const conversationSchema = z.object({
  id: z.string().nullish(),
  createdAt: dateSchema,
  content: z.string().nullish(),
  /** The literal values are not published: whatever speaks of a merchant or seller is ours. */
  from: z.string().nullish(),
  type: z.string().nullish(),
  files: z.array(z.string()).nullish(),
  rejectReason: z.string().nullish(),
});
export type IssueMessage = z.infer<typeof conversationSchema>;

const issueSchema = z.object({
  issueNumber: idSchema,
  createdAt: dateSchema,
  customerId: z.string().nullish(),
  orderNumber: idSchema.nullish(),
  status: z.string().nullish(),
  subject: z.object({ description: z.string().nullish() }).nullish(),
  lastContent: z.string().nullish(),
  conversations: z.array(conversationSchema).nullish(),
  product: z.object({ sku: z.string().nullish(), name: z.string().nullish() }).nullish(),
  expireDate: dateSchema.nullish(),
  lastModifiedAt: dateSchema.nullish(),
});
export type Issue = z.infer<typeof issueSchema>;

const pageSchema = z.object({
  /** null: none. */
  data: z.array(issueSchema).nullable(),
  currentPage: z.number(),
  totalPageCount: z.number(),
  totalItemCount: z.number(),
});

const moneySchema = z.object({ amount: z.number(), currency: z.string().nullish() });
const lineSchema = z.object({
  name: z.string().nullish(),
  quantity: z.number(),
  /** Not listed anywhere; those that were seen are in `to-items`. */
  status: z.string().nullish(),
  unitPrice: moneySchema.nullish(),
  totalPrice: moneySchema.nullish(),
  cargoCompany: z.string().nullish(),
  packageNumber: idSchema.nullish(),
});
export type OrderLine = z.infer<typeof lineSchema>;
const orderSchema = z.object({
  orderNumber: idSchema,
  /** Istanbul's clock, as far as was seen. */
  orderDate: timeSchema('+03:00'),
  customer: z.object({ name: z.string().nullish() }).nullish(),
  deliveryAddress: z.object({ city: z.string().nullish() }).nullish(),
  items: z.array(lineSchema),
});
export type HepsiburadaOrder = z.infer<typeof orderSchema>;
const trackingSchema = z.object({ trackingInfoCode: idSchema.nullish() });
/** One package, or a list of one: the portal says the former, its older pages show the latter. */
const trackingsSchema = z.union([trackingSchema, z.array(trackingSchema)]);

const errorSchema = z.object({
  errors: z.array(z.object({ message: z.string().nullish(), fieldName: z.string().nullish() })).nullish(),
  title: z.string().nullish(),
  detail: z.string().nullish(),
});

/** @throws AppError `auth-failed` when the key is missing */
export function hepsiburadaApi(
  fields: Account['fields'],
  secrets: Secrets,
  deps: NetworkDeps,
  rates: HepsiburadaRates = hepsiburadaRates(),
) {
  const { merchantId = '', userAgent = '' } = fields ?? {};
  const { serviceKey = '' } = secrets;
  if (serviceKey === '') throw new AppError('auth-failed', 'The service key is missing');
  const basic = Buffer.from(`${merchantId}:${serviceKey}`).toString('base64');
  const at = (url: string, rate: Rate) => ({
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], url, deps),
    rate,
    headers: { authorization: `Basic ${basic}`, merchantId, 'user-agent': userAgent, accept: 'application/json' },
    secrets: [serviceKey, basic],
    wordsOf: errorWords,
  });
  const http = makeHttp(deps, at(liveUrl, rates.questions));
  const issues = '/api/v1.0/issues';
  const orders = makeHttp(deps, at(liveOrdersUrl, rates.orders));
  const ofShop = `merchantid/${encodeURIComponent(merchantId)}`;
  return {
    async list(query: { page: number; minModifiedAt: string }, signal: AbortSignal) {
      const answer = await http.send({ path: issues, query: { size: pageSize, ...query } }, signal);
      return checked(pageSchema, answer.json(), 'The list of questions');
    },
    async count(signal: AbortSignal): Promise<void> {
      await http.send({ path: `${issues}/count` }, signal);
    },
    async issue(number: string, signal: AbortSignal): Promise<Issue> {
      const answer = await http.send({ path: `${issues}/${encodeURIComponent(number)}` }, signal);
      return checked(issueSchema, answer.json(), 'The question');
    },
    /** 201 with a bare string, sometimes as text/plain. */
    async answer({ threadKey, text, files }: PlainReply, signal: AbortSignal): Promise<void> {
      const path = `${issues}/${encodeURIComponent(threadKey)}/answer`;
      await http.send({ method: 'POST', path, ...multipart({ Answer: text }, files, () => 'Files') }, signal);
    },
    async order(number: string, signal: AbortSignal): Promise<HepsiburadaOrder> {
      const answer = await orders.send({ path: `/orders/${ofShop}/ordernumber/${encodeURIComponent(number)}` }, signal);
      return checked(orderSchema, answer.json(), 'The order');
    },
    /** undefined: the package has no number to be followed by yet. */
    async trackingNumber(packageNumber: string, signal: AbortSignal): Promise<string | undefined> {
      const path = `/packages/${ofShop}/packagenumber/${encodeURIComponent(packageNumber)}`;
      const found = checked(trackingsSchema, (await orders.send({ path }, signal)).json(), 'The package');
      return (Array.isArray(found) ? found[0] : found)?.trackingInfoCode ?? undefined;
    },
    file: (url: string, signal: AbortSignal) => http.send({ path: url, limitBytes: 100 * 1024 * 1024 }, signal),
  };
}
export type HepsiburadaApi = ReturnType<typeof hepsiburadaApi>;

export interface HepsiburadaRates {
  questions: Rate;
  orders: Rate;
}

/** Shared by both sessions of an account. */
export const hepsiburadaRates = (): HepsiburadaRates => ({
  questions: makeRate(questionsPer10s, 10_000),
  orders: makeRate(ordersPer10s, 10_000),
});

function errorWords(body: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined; // a page of HTML, or nothing
  }
  const parsed = errorSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { errors, title, detail } = parsed.data;
  const words = (errors ?? []).map(({ message, fieldName }) => [fieldName, message].filter(Boolean).join(': '));
  return words.filter((word) => word !== '').join(' ') || (detail ?? title ?? undefined);
}
