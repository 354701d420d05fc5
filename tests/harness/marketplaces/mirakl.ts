// Mirakl's seller API as its OpenAPI describes it: raw key, pages by token, multipart replies, threads with customer and operator.
import { accountSchema } from '../../../shared/model/account.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import { filesIn, type Marketplace, type MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('mirakl', /^\/api\/(orders|account|version)$/);
const apiKey = 'mirakl-key-8f3b-44aa';
const dayMs = 86_400_000;
/** Of a message, and of all the threads of an order. */
const mostBytes = 30 * 1024 * 1024;
const mostFiles = 50;

interface Message {
  id: string;
  body: string;
  at: number;
  isOurs: boolean;
  files: (ReplyFile & { id: string })[];
}

interface Thread {
  id: string;
  customer: string;
  createdAt: number;
  updatedAt: number;
  isWithOperator: boolean;
  messages: Message[];
}

const filesOf = ({ messages }: Thread): Message['files'] => messages.flatMap(({ files }) => files);
const uuid = (prefix: string, number: number): string => `${prefix}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export interface MiraklMarketplace extends Marketplace {
  /** The operator writes to the shop, without a customer. */
  operatorWrites(text: string): string;
  /** Recipients of the newest message of the shop. */
  lastRecipients(threadKey: string): unknown;
  /** Tokens handed out so far are not known any more. */
  forgetTokens(): void;
}

export async function startMirakl(clock: TestClock): Promise<MiraklMarketplace> {
  const threads = new Map<string, Thread>();
  const recipients = new Map<string, unknown>();
  let tokenEpoch = 0;
  let count = 0;
  const server = await startApiServer({ handle, onSilence: clock.gaveUp, description });

  const no = (status: number, message: string): ApiAnswer => json(status, { status, message });

  async function handle(request: ApiRequest): Promise<ApiAnswer> {
    if (request.headers['authorization'] !== apiKey) return no(401, 'Unauthorized');
    if (request.method === 'GET' && request.path === '/api/inbox/threads') return list(request);
    if (request.method === 'GET' && request.path === '/api/orders') return orders(request);
    const [, id = '', what = ''] = /^\/api\/inbox\/threads\/([^/]+)(\/message|\/download)?$/.exec(request.path) ?? [];
    if (request.method === 'GET' && what === '/download') {
      const file = [...threads.values()].flatMap(filesOf).find((each) => each.id === id);
      return file ? { status: 200, headers: { 'content-type': file.mimeType }, body: file.bytes } : no(404, 'No file');
    }
    const thread = threads.get(id);
    if (!thread) return no(404, 'Thread not found');
    if (request.method === 'GET' && what === '') return json(200, wire(thread, true));
    if (request.method === 'POST' && what === '/message') return take(thread, request);
    return no(405, 'Method not allowed');
  }

  function list(request: ApiRequest): ApiAnswer {
    const { query } = request;
    if (query.has('entity_id') && !query.has('entity_type')) return no(400, 'entity_type is required');
    const limit = Number(query.get('limit') ?? 50);
    if (!(limit >= 1 && limit <= 100)) return no(400, 'limit');
    const since = Date.parse(query.get('updated_since') ?? '1970-01-01T00:00:00Z');
    const token = query.get('page_token');
    let from = 0;
    if (token !== null) {
      const [epoch = '', at = ''] = Buffer.from(token, 'base64url').toString().split(':');
      if (Number(epoch) !== tokenEpoch) return no(400, 'page_token is not valid');
      from = Number(at);
    }
    const found = [...threads.values()]
      .filter(({ updatedAt }) => updatedAt >= since)
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
    const isMore = from + limit < found.length;
    const next = Buffer.from(`${tokenEpoch}:${from + limit}`).toString('base64url');
    return json(200, {
      data: found.slice(from, from + limit).map((thread) => wire(thread, query.get('with_messages') === 'true')),
      ...(isMore ? { next_page_token: next } : {}),
    });
  }

  async function take(thread: Thread, request: ApiRequest): Promise<ApiAnswer> {
    if (!(request.headers['content-type'] ?? '').startsWith('multipart/form-data'))
      return no(415, 'multipart expected');
    if (request.bytes.length > mostBytes) return no(400, 'The message is larger than 30 MB');
    const form = await request.form();
    const parts = form.getAll('files');
    if (parts.some((part) => typeof part === 'string')) return no(400, 'files must be files');
    if (filesOf(thread).length + parts.length > mostFiles) return no(400, 'More than 50 attachments');
    const part = form.get('message_input');
    if (part === null) return no(400, 'message_input is missing');
    if (typeof part !== 'string' && part.type !== 'application/json') return no(400, 'message_input must be JSON');
    const input = JSON.parse(typeof part === 'string' ? part : await part.text()) as {
      body?: string;
      to?: { type: string; id?: string }[];
    };
    const { body = '', to = [] } = input;
    if (body.length < 3 || body.length > 50_000)
      return json(400, { errors: [{ code: 'BODY_LENGTH', message: 'body: 3 to 50000' }] });
    const allowed = parties(thread).map(({ type }) => type);
    if (to.length === 0 || to.some(({ type }) => type === 'SHOP' || !allowed.includes(type)))
      return no(400, 'recipients are not authorized');
    count += 1;
    const id = uuid('aaaaaaaa', count);
    const files = (await filesIn(parts)).map((file, index) => ({ ...file, id: `${id}-${index}` }));
    thread.messages.push({ id, body, at: clock.now(), isOurs: true, files });
    thread.updatedAt = clock.now();
    recipients.set(thread.id, to);
    return json(201, { message_id: id, thread_id: thread.id });
  }

  function orders(request: ApiRequest): ApiAnswer {
    const ids = (request.query.get('order_ids') ?? '').split(',').filter(Boolean);
    if (ids.length > 100) return no(400, 'order_ids');
    return json(200, {
      total_count: ids.length,
      orders: ids.map((id) => ({
        order_id: id,
        created_date: new Date(clock.now() - 3 * dayMs).toISOString(),
        order_state: 'SHIPPED',
        total_price: 120.5,
        currency_iso_code: 'TRY',
        shipping_company: 'Test Kargo',
        shipping_tracking: 'TK1',
        order_lines: [{ product_title: 'Matkap', quantity: 1, price_unit: 120.5 }],
      })),
    });
  }

  function parties({ isWithOperator, customer }: Thread) {
    return [
      { type: 'SHOP', id: '2001', display_name: 'Mavi Dükkân' },
      ...(isWithOperator
        ? [{ type: 'OPERATOR', display_name: 'Marketplace' }]
        : [{ type: 'CUSTOMER', id: customer, display_name: 'Deniz K.' }]),
    ];
  }

  function wire(thread: Thread, withMessages: boolean): Record<string, unknown> {
    const last = thread.messages.at(-1);
    const other = thread.isWithOperator
      ? {
          display_name: 'Marketplace support',
          type: 'OPERATOR_USER',
          organization_details: { display_name: 'Marketplace', type: 'OPERATOR' },
        }
      : { display_name: 'Deniz K.', type: 'CUSTOMER_USER' };
    const us = {
      display_name: 'Defne',
      type: 'SHOP_USER',
      organization_details: { display_name: 'Mavi Dükkân', id: '2001', type: 'SHOP' },
    };
    const iso = (at: number): string => new Date(at).toISOString();
    return {
      id: thread.id,
      date_created: iso(thread.createdAt),
      date_updated: iso(thread.updatedAt),
      entities: thread.isWithOperator
        ? [{ id: '2001', label: 'Mavi Dükkân', type: 'SELLER_OPERATOR' }]
        : [{ id: `ORD-${thread.customer}`, label: `ORD-${thread.customer}`, type: 'MMP_ORDER' }],
      topic: { type: 'FREE_TEXT', value: 'Siparişim hakkında' },
      authorized_participants: parties(thread),
      current_participants: parties(thread),
      metadata: {
        last_message_date: iso(last?.at ?? thread.createdAt),
        last_sender: last?.isOurs === true ? us : other,
        shop_reply_needed_since: last?.isOurs === true ? null : iso(last?.at ?? thread.createdAt),
        total_count: thread.messages.length,
      },
      no_store_reply_needed: [],
      // announced as normal: values and fields that were not there yesterday
      a_field_of_tomorrow: { type: 'UNKNOWN_KIND' },
      ...(withMessages
        ? {
            messages: thread.messages.map(({ id, body, at, isOurs, files }) => ({
              id,
              body,
              date_created: iso(at),
              from: isOurs ? us : other,
              to: isOurs ? parties(thread).filter(({ type }) => type !== 'SHOP') : [parties(thread)[0]],
              attachments: files.map((file) => ({ id: file.id, name: file.name, size: file.bytes.length })),
            })),
          }
        : {}),
    };
  }

  function add(text: string, at: number, isWithOperator = false): Thread {
    count += 1;
    const invoice = {
      id: 'file-1',
      name: 'fatura.pdf',
      mimeType: 'application/pdf',
      bytes: new Uint8Array(Buffer.from('%PDF-1.4 test')),
    };
    const message = {
      id: uuid('cccccccc', count),
      body: text,
      at,
      isOurs: false,
      files: count % 7 === 1 ? [invoice] : [],
    };
    const id = uuid('bbbbbbbb', count);
    const thread = {
      id,
      customer: String(500_000 + count),
      createdAt: at,
      updatedAt: at,
      isWithOperator,
      messages: [message],
    };
    threads.set(id, thread);
    return thread;
  }

  return {
    account: accountSchema.parse({
      id: 'acc-mirakl',
      channel: 'mirakl',
      label: 'Koçtaş',
      address: 'https://koctas.mirakl.example',
      senderName: '',
      fields: { marketplace: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { apiKey },
    ask: (text) => add(text, clock.now()).id,
    askMany(many) {
      for (let index = 0; index < many; index += 1)
        add(`Soru ${index}<br>ikinci satır`, clock.now() - (index % 300) * dayMs - index);
    },
    delivered: (threadKey) =>
      (threads.get(threadKey)?.messages ?? []).filter(({ isOurs }) => isOurs).map(({ body }) => body),
    deliveredFiles: (threadKey) =>
      (threads.get(threadKey)?.messages ?? [])
        .filter(({ isOurs }) => isOurs)
        .flatMap(({ files }) => files.map(({ id: _id, ...file }) => file)),
    setFault: server.setFault,
    close: server.close,
    operatorWrites: (text) => add(text, clock.now(), true).id,
    lastRecipients: (threadKey) => recipients.get(threadKey),
    forgetTokens() {
      tokenEpoch += 1;
    },
  };
}

export const miraklHarness: MarketplaceHarness<MiraklMarketplace> = {
  channel: 'mirakl',
  notApplicable: {},
  start: startMirakl,
};
