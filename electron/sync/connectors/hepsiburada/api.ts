// Hepsiburada's "ask the seller" API: how it is called, and what its answers look like.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';
import { multipart } from '../multipart.ts';
import type { PlainReply } from '../plain-reply.ts';

const liveUrl = 'https://api-asktoseller-merchant.hepsiburada.com';
/** No limit is published; two a second bothers nobody. */
const requestsPer10s = 20;
/** The page size that the portal names as usual. */
export const pageSize = 25;

const dateSchema = z.string().transform((value, context) => {
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'not a date' });
  return at;
});

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
  rate: Rate = hepsiburadaRate(),
) {
  const { merchantId = '', userAgent = '' } = fields ?? {};
  const { serviceKey = '' } = secrets;
  if (serviceKey === '') throw new AppError('auth-failed', 'The service key is missing');
  const basic = Buffer.from(`${merchantId}:${serviceKey}`).toString('base64');
  const http = makeHttp(deps, {
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
    headers: { authorization: `Basic ${basic}`, merchantId, 'user-agent': userAgent, accept: 'application/json' },
    secrets: [serviceKey, basic],
    rate,
    wordsOf: errorWords,
  });
  const issues = '/api/v1.0/issues';
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
    file: (url: string, signal: AbortSignal) => http.send({ path: url, limitBytes: 100 * 1024 * 1024 }, signal),
  };
}
export type HepsiburadaApi = ReturnType<typeof hepsiburadaApi>;

/** Shared by both sessions of an account. */
export const hepsiburadaRate = (): Rate => makeRate(requestsPer10s, 10_000);

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
