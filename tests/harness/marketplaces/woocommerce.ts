// A WooCommerce shop as its REST documentation describes it: keys, pages with totals, notes, reviews, and WordPress's comments.
import { accountSchema } from '../../../shared/model/account.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('woocommerce', /^\/wp-json\/(wp\/v2\/|wc\/v3\/products$)/);
const consumerKey = 'ck_test_71c0aa9';
const consumerSecret = 'cs_test_0d44be2';
const wordpressUser = 'defne';
const wordpressPassword = 'abcd EFGH ijkl MNOP';
const hourMs = 3_600_000;

interface Order {
  id: number;
  note: string;
  at: number;
  modifiedAt: number;
  status: string;
  notes: { id: number; text: string; at: number; isForCustomer: boolean }[];
}

interface Review {
  id: number;
  text: string;
  at: number;
  rating: number;
  status: string;
  comments: { id: number; text: string; at: number }[];
}

export interface WooOptions {
  /** The web server takes the Authorization header away. */
  dropsHeader?: boolean;
  /** Plain permalinks: every API address is a page that is not there. */
  hasNoPermalinks?: boolean;
  /** No application password: reviews are answered in WordPress. */
  hasNoWordpressUser?: boolean;
}

export interface WooMarketplace extends Marketplace {
  review(text: string, rating: number, status?: string): string;
  /** Somebody in the shop changes the state of an order. */
  complete(threadKey: string): void;
  readonly requests: readonly { method: string; path: string }[];
}

export async function startWoo(clock: TestClock, options: WooOptions = {}): Promise<WooMarketplace> {
  const orders = new Map<number, Order>();
  const reviews = new Map<number, Review>();
  let nextId = 1000;
  const id = (): number => (nextId += 1);
  const server = await startApiServer({ handle, onSilence: clock.gaveUp, description });
  const no = (status: number, code: string, message: string): ApiAnswer =>
    json(status, { code, message, data: { status } });

  function handle(request: ApiRequest): ApiAnswer {
    if (options.hasNoPermalinks)
      return {
        status: 404,
        headers: { 'content-type': 'text/html' },
        body: '<html><title>Page not found</title></html>',
      };
    const { path, method } = request;
    if (path === '/wp-json/wp/v2/comments')
      return isPerson(request) ? comments(request) : no(401, 'rest_forbidden', 'Sorry, you are not allowed.');
    if (!isShop(request)) return no(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
    const perPage = Number(request.query.get('per_page') ?? 10);
    if (perPage > 100 || perPage < 1) return no(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
    if (path === '/wp-json/wc/v3/orders' && method === 'GET') return listOrders(request, perPage);
    if (path === '/wp-json/wc/v3/products/reviews' && method === 'GET') return listReviews(request, perPage);
    if (path === '/wp-json/wc/v3/products' && method === 'GET') {
      const ids = (request.query.get('include') ?? '').split(',').filter(Boolean);
      return json(
        200,
        ids.map((each) => ({ id: Number(each), name: 'Lale vazo', permalink: 'https://dukkan.example/lale-vazo' })),
      );
    }
    const review = /^\/wp-json\/wc\/v3\/products\/reviews\/(\d+)$/.exec(path);
    if (review && method === 'GET') {
      const found = reviews.get(Number(review[1]));
      return found ? json(200, wireReview(found)) : no(404, 'woocommerce_rest_review_invalid_id', 'Invalid review ID.');
    }
    const notes = /^\/wp-json\/wc\/v3\/orders\/(\d+)\/notes$/.exec(path);
    const order = notes && orders.get(Number(notes[1]));
    if (order && method === 'GET') {
      const isWanted = (note: Order['notes'][number]): boolean =>
        request.query.get('type') !== 'customer' || note.isForCustomer;
      return json(200, order.notes.filter(isWanted).map(wireNote));
    }
    if (order && method === 'POST') {
      const { note = '', customer_note = false } = JSON.parse(request.text()) as {
        note?: string;
        customer_note?: boolean;
      };
      if (note === '') return no(400, 'rest_missing_callback_param', 'Missing parameter(s): note');
      const made = { id: id(), text: note, at: clock.now(), isForCustomer: customer_note };
      order.notes.push(made);
      order.modifiedAt = clock.now();
      return json(201, wireNote(made));
    }
    return no(404, 'rest_no_route', 'No route was found matching the URL and request method.');
  }

  const basic = (user: string, password: string): string =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const isShop = ({ headers, query }: ApiRequest): boolean =>
    (!options.dropsHeader && headers['authorization'] === basic(consumerKey, consumerSecret)) ||
    (query.get('consumer_key') === consumerKey && query.get('consumer_secret') === consumerSecret);
  const isPerson = ({ headers }: ApiRequest): boolean =>
    headers['authorization'] === basic(wordpressUser, wordpressPassword);

  function paged<T>(found: T[], request: ApiRequest, perPage: number, wire: (row: T) => unknown): ApiAnswer {
    const page = Number(request.query.get('page') ?? 1);
    return json(200, found.slice((page - 1) * perPage, page * perPage).map(wire), {
      'x-wp-total': String(found.length),
      'x-wp-totalpages': String(Math.ceil(found.length / perPage)),
    });
  }

  function listOrders(request: ApiRequest, perPage: number): ApiAnswer {
    const { query } = request;
    if (!['date', 'id', 'include', 'title', 'slug'].includes(query.get('orderby') ?? 'date'))
      return no(400, 'rest_invalid_param', 'orderby');
    if (query.get('dates_are_gmt') !== 'true') return no(400, 'rest_invalid_param', 'dates_are_gmt');
    const at = (name: string, otherwise: number): number =>
      query.has(name) ? Date.parse(`${query.get(name) ?? ''}Z`) : otherwise;
    const found = [...orders.values()]
      .filter((order) => order.at < at('before', Infinity) && order.modifiedAt > at('modified_after', -Infinity))
      .sort((a, b) => b.at - a.at || b.id - a.id);
    return paged(found, request, perPage, wireOrder);
  }

  /** By the shop's own clock: Istanbul. */
  function listReviews(request: ApiRequest, perPage: number): ApiAnswer {
    const { query } = request;
    const at = (name: string, otherwise: number): number =>
      query.has(name) ? Date.parse(`${query.get(name) ?? ''}Z`) - 3 * hourMs : otherwise;
    const status = query.get('status') ?? 'approved';
    const found = [...reviews.values()]
      .filter((review) => review.at < at('before', Infinity) && review.at > at('after', -Infinity))
      .filter((review) => status === 'all' || review.status === status)
      .sort((a, b) => b.at - a.at || b.id - a.id);
    return paged(found, request, perPage, wireReview);
  }

  function comments(request: ApiRequest): ApiAnswer {
    if (request.method === 'POST') {
      const {
        post,
        parent,
        content = '',
      } = JSON.parse(request.text()) as { post?: number; parent?: number; content?: string };
      const review = reviews.get(Number(parent));
      if (!review || post !== 22) return no(400, 'rest_comment_invalid_post_id', 'Invalid post ID.');
      if (content === '') return no(400, 'rest_comment_content_invalid', 'Invalid comment content.');
      const made = { id: id(), text: content, at: clock.now() };
      review.comments.push(made);
      return json(201, wireComment(review, made));
    }
    const parents = (request.query.get('parent') ?? '').split(',').map(Number);
    return json(
      200,
      [...reviews.values()]
        .filter((review) => parents.includes(review.id))
        .flatMap((review) => review.comments.map((comment) => wireComment(review, comment))),
    );
  }

  const gmt = (at: number): string => new Date(at).toISOString().slice(0, 19);
  const local = (at: number): string => gmt(at + 3 * hourMs);
  const wireNote = (note: Order['notes'][number]) => ({
    id: note.id,
    author: 'Defne',
    date_created: local(note.at),
    date_created_gmt: gmt(note.at),
    note: note.text,
    customer_note: note.isForCustomer,
    added_by_user: true,
  });
  const wireOrder = (order: Order) => ({
    id: order.id,
    number: `MC-${order.id}`,
    status: order.status,
    currency: 'TRY',
    total: '349.90',
    date_created: local(order.at),
    date_created_gmt: gmt(order.at),
    date_modified_gmt: gmt(order.modifiedAt),
    customer_id: 0,
    customer_note: order.note,
    billing: {
      first_name: 'Elif',
      last_name: 'Kaya',
      company: '',
      city: 'İstanbul',
      email: `Alici${order.id}@posta.example`,
      phone: '0500 000 00 00',
    },
    shipping: {},
    payment_method_title: 'Kart',
    line_items: [{ id: 1, name: 'Lale vazo', product_id: 22, quantity: 1, total: '349.90', sku: 'LV', price: 349.9 }],
    refunds: [],
  });
  const wireReview = (review: Review) => ({
    id: review.id,
    date_created: local(review.at),
    date_created_gmt: gmt(review.at),
    product_id: 22,
    status: review.status,
    reviewer: 'Hale S.',
    reviewer_email: `hale${review.id}@posta.example`,
    review: review.text,
    rating: review.rating,
    verified: true,
    reviewer_avatar_urls: {},
  });
  const wireComment = (review: Review, comment: Review['comments'][number]) => ({
    id: comment.id,
    post: 22,
    parent: review.id,
    date: local(comment.at),
    date_gmt: gmt(comment.at),
    content: { rendered: `<p>${comment.text.replaceAll('\n', '<br />\n')}</p>\n` },
    status: 'approved',
  });

  const addReview = (text: string, rating: number, at: number, status = 'approved'): Review => {
    const review = { id: id(), text, rating, at, status, comments: [] };
    reviews.set(review.id, review);
    return review;
  };
  const addOrder = (note: string, at: number): Order => {
    const order = {
      id: id(),
      note,
      at,
      modifiedAt: at,
      status: 'processing',
      notes: [{ id: id(), text: 'Stok düştü', at, isForCustomer: false }],
    };
    orders.set(order.id, order);
    return order;
  };
  const orderOf = (threadKey: string): Order | undefined => orders.get(Number(/^order:(\d+)$/.exec(threadKey)?.[1]));

  return {
    account: accountSchema.parse({
      id: 'acc-woo',
      channel: 'woocommerce',
      label: 'Mavi Çini',
      address: 'https://mavicini.example',
      senderName: '',
      fields: {
        shop: server.baseUrl,
        starsOnly: 'closed',
        ...(options.hasNoWordpressUser ? {} : { wordpressUser }),
      },
      createdAt: 0,
    }),
    secrets: { consumerKey, consumerSecret, ...(options.hasNoWordpressUser ? {} : { wordpressPassword }) },
    ask: (text) => `order:${addOrder(text, clock.now()).id}`,
    askMany(count) {
      for (let index = 0; index < count; index += 1)
        addReview(`<p>Yorum ${index}</p>`, 4, clock.now() - index * 7 * 60_000 - 1000);
    },
    delivered(threadKey) {
      const order = orderOf(threadKey);
      if (order) return order.notes.filter(({ isForCustomer }) => isForCustomer).map(({ text }) => text);
      return (reviews.get(Number(/^review:(\d+)$/.exec(threadKey)?.[1]))?.comments ?? []).map(({ text }) => text);
    },
    setFault: server.setFault,
    close: server.close,
    review: (text, rating, status) => `review:${addReview(text, rating, clock.now(), status).id}`,
    complete(threadKey) {
      const order = orderOf(threadKey);
      if (!order) throw new Error(`There is no order ${threadKey}`);
      order.status = 'completed';
      order.modifiedAt = clock.now();
    },
    requests: server.requests,
  };
}

export const woocommerceHarness: MarketplaceHarness<WooMarketplace> = {
  channel: 'woocommerce',
  notApplicable: {},
  start: (clock) => startWoo(clock),
};
