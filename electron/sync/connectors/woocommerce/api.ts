// WooCommerce's REST API of a shop, and WordPress's comments beside it: how they are called, and what their answers look like.
import * as z from 'zod';
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import {
  checkedAddress,
  makeHttp,
  makeRate,
  type Http,
  type HttpAnswer,
  type HttpRequest,
  type Rate,
} from '../http.ts';

/** The largest page there is. */
export const pageSize = 100;

const personSchema = z.object({
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  company: z.string().nullish(),
  city: z.string().nullish(),
  email: z.string().nullish(),
});
const orderSchema = z.object({
  id: idSchema,
  number: idSchema,
  status: z.string(),
  currency: z.string(),
  /** Money is text. */
  total: z.string(),
  date_created_gmt: z.string(),
  customer_note: z.string().nullish(),
  billing: personSchema.nullish(),
  line_items: z.array(
    z.object({ name: z.string(), quantity: z.number(), price: z.union([z.number(), z.string()]).nullish() }),
  ),
});
export type WooOrder = z.infer<typeof orderSchema>;

const noteSchema = z.object({
  id: idSchema,
  date_created_gmt: z.string(),
  note: z.string(),
  customer_note: z.boolean(),
});
export type WooNote = z.infer<typeof noteSchema>;

const reviewSchema = z.object({
  id: idSchema,
  date_created_gmt: z.string(),
  product_id: idSchema,
  /** In newer versions. */
  product_name: z.string().nullish(),
  product_permalink: z.string().nullish(),
  status: z.string(),
  reviewer: z.string(),
  reviewer_email: z.string().nullish(),
  review: z.string(),
  rating: z.number(),
  verified: z.boolean().nullish(),
});
export type WooReview = z.infer<typeof reviewSchema>;

const productSchema = z.object({ id: idSchema, name: z.string(), permalink: z.string().nullish() });
export type WooProduct = z.infer<typeof productSchema>;

const commentSchema = z.object({
  id: idSchema,
  parent: idSchema,
  date_gmt: z.string(),
  content: z.object({ rendered: z.string() }),
});
export type WooComment = z.infer<typeof commentSchema>;

const complaintSchema = z.object({ code: z.union([z.string(), z.number()]).nullish(), message: z.string().nullish() });

function errorWords(body: string): string | undefined {
  try {
    return complaintSchema.parse(JSON.parse(body)).message ?? undefined;
  } catch {
    return undefined; // a page of HTML: the shop has no such address
  }
}

export interface Listed<T> {
  rows: T[];
  isLast: boolean;
}

/** What is learnt of a shop, shared by all sessions of its account. */
export interface WooMemory {
  /** It is the shop's own server, often a small one. */
  rate: Rate;
  /** The web server takes the Authorization header away. */
  dropsHeader: boolean;
}

export const wooMemory = (): WooMemory => ({ rate: makeRate(4, 1000), dropsHeader: false });

type Query = Record<string, string | number | undefined>;

/**
 * @throws AppError `auth-failed` when a key is missing, `bad-data` for an address that is not https
 */
export function wooApi(
  fields: Account['fields'],
  secrets: Secrets,
  deps: NetworkDeps,
  memory: WooMemory = wooMemory(),
) {
  const { consumerKey = '', consumerSecret = '', wordpressPassword = '' } = secrets;
  const wordpressUser = fields?.['wordpressUser'] ?? '';
  if (consumerKey === '' || consumerSecret === '') throw new AppError('auth-failed', 'A key is missing');
  const shop = checkedAddress(fields?.['shop'] ?? '', deps);
  const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
  const person = Buffer.from(`${wordpressUser}:${wordpressPassword}`).toString('base64');
  const options = {
    baseUrl: `${shop}/wp-json`,
    secrets: [consumerKey, consumerSecret, basic, wordpressPassword, person],
    rate: memory.rate,
    wordsOf: errorWords,
  };
  const http = makeHttp(deps, { ...options, headers: { authorization: `Basic ${basic}`, accept: 'application/json' } });
  const bare = makeHttp(deps, { ...options, headers: { accept: 'application/json' } });
  const wordpress = makeHttp(deps, {
    ...options,
    headers: { authorization: `Basic ${person}`, accept: 'application/json' },
  });
  const keys = { consumer_key: consumerKey, consumer_secret: consumerSecret };

  /** Some servers take the Authorization header away before WordPress sees it: there the keys go into the query, never into a log. */
  async function woo(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const inQuery = { ...request, query: { ...request.query, ...keys } };
    if (memory.dropsHeader) return bare.send(inQuery, signal);
    try {
      return await http.send(request, signal);
    } catch (thrown) {
      // refused before anything was done, whatever was asked
      if (errorData(thrown).detail?.['status'] !== 401) throw thrown;
      const answer = await bare.send(inQuery, signal);
      memory.dropsHeader = true;
      return answer;
    }
  }

  async function list<S extends z.ZodType>(
    schema: S,
    [path, query, what]: [path: string, query: Query, what: string],
    signal: AbortSignal,
    by: Pick<Http, 'send'> = { send: woo },
  ): Promise<Listed<z.output<S>>> {
    const answer = await by.send({ path, query: { per_page: pageSize, ...query } }, signal);
    const rows = checked(z.array(schema), answer.json(), what);
    const pages = Number(answer.headers.get('x-wp-totalpages') ?? NaN);
    const page = Number(query['page'] ?? 1);
    return { rows, isLast: Number.isNaN(pages) ? rows.length < pageSize : page >= pages };
  }

  return {
    shop,
    /** Whether public answers to reviews can be given: they are WordPress comments and want an application password. */
    canAnswerReviews: wordpressUser !== '' && wordpressPassword !== '',
    orders: (query: Query, signal: AbortSignal) =>
      list(
        orderSchema,
        ['/wc/v3/orders', { orderby: 'date', order: 'desc', dates_are_gmt: 'true', ...query }, 'The list of orders'],
        signal,
      ),
    reviews: (query: Query, signal: AbortSignal) =>
      list(
        reviewSchema,
        ['/wc/v3/products/reviews', { status: 'all', orderby: 'date', order: 'desc', ...query }, 'The list of reviews'],
        signal,
      ),
    products: async (ids: readonly string[], signal: AbortSignal): Promise<WooProduct[]> =>
      (await list(productSchema, ['/wc/v3/products', { include: ids.join(',') }, 'The list of products'], signal)).rows,
    notes: async (orderId: string, signal: AbortSignal): Promise<WooNote[]> => {
      const path = `/wc/v3/orders/${encodeURIComponent(orderId)}/notes`;
      const answer = await woo({ path, query: { type: 'customer' } }, signal);
      return checked(z.array(noteSchema), answer.json(), 'The list of notes').filter((note) => note.customer_note);
    },
    /** WooCommerce mails it to the customer. */
    addNote: async (orderId: string, note: string, signal: AbortSignal): Promise<void> => {
      const path = `/wc/v3/orders/${encodeURIComponent(orderId)}/notes`;
      await woo({ method: 'POST', path, json: { note, customer_note: true } }, signal);
    },
    /** Answers below these reviews, by anybody. */
    comments: async (reviewIds: readonly string[], signal: AbortSignal): Promise<WooComment[]> =>
      (
        await list(
          commentSchema,
          ['/wp/v2/comments', { parent: reviewIds.join(',') }, 'The list of comments'],
          signal,
          wordpress,
        )
      ).rows,
    addComment: async (reviewId: string, productId: string, content: string, signal: AbortSignal): Promise<void> => {
      const json = { post: Number(productId), parent: Number(reviewId), content };
      await wordpress.send({ method: 'POST', path: '/wp/v2/comments', json }, signal);
    },
    review: async (id: string, signal: AbortSignal): Promise<WooReview> => {
      const answer = await woo({ path: `/wc/v3/products/reviews/${encodeURIComponent(id)}` }, signal);
      return checked(reviewSchema, answer.json(), 'The review');
    },
  };
}
export type WooApi = ReturnType<typeof wooApi>;
