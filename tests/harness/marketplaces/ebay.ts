// eBay's token endpoint, Message API and orders as its OpenAPI describes them: error numbers, pages by offset, tokens that run out.
import { accountSchema } from '../../../shared/model/account.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('ebay', /^\/(identity|media)\//);
const clientId = 'MaviCini-PRD-1';
const clientSecret = 'PRD-secret-77aa';
const ruName = 'Mavi_Cini-MaviCini-xyz';
const code = 'v^1.1#i^1#code-5522';
const userName = 'Mavi_Cini';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Message {
  id: string;
  body: string;
  at: number;
  isOurs: boolean;
  hasMedia: boolean;
  isRead: boolean;
}

interface Conversation {
  id: string;
  buyer: string;
  messages: Message[];
}

/** Of an order; the rest is the same for each. */
export interface EbayOrderState {
  payment?: string;
  fulfillment?: string;
  cancel?: string;
  /** Absent: nothing was sent. */
  trackingNumber?: string;
  /** How long ago it was made. */
  ageMs?: number;
}

interface Order extends EbayOrderState {
  id: string;
  buyer: string;
  madeAt: number;
  changedAt: number;
}

export interface EbayMarketplace extends Marketplace {
  /** A buyer's order, or another state of it; answers its number. */
  order(buyer: string, state?: EbayOrderState, number?: string): string;
  /** Orders are answered with this status from now on; undefined: they are given. */
  refuseOrders(status: number | undefined): void;
  /** The buyer writes once more. */
  writeAgain(threadKey: string, text: string): void;
  /** The person takes the permission back. */
  revoke(): void;
  isRead(threadKey: string): boolean;
  readonly requests: readonly { method: string; path: string }[];
}

const messageScope = 'https://api.ebay.com/oauth/api_scope/commerce.message';
const orderScope = 'https://api.ebay.com/oauth/api_scope/sell.fulfillment.readonly';

/** `agreed`: what the person said yes to on eBay's page. */
export async function startEbay(clock: TestClock, agreed = [messageScope, orderScope]): Promise<EbayMarketplace> {
  const orders = new Map<string, Order>();
  let orderRefusal: number | undefined;
  const conversations = new Map<string, Conversation>();
  const tokens = new Map<string, number>();
  let isCodeUsed = false;
  let refreshToken: string | undefined;
  // ids are larger than a number can hold
  let nextId = 9_007_199_254_740_993n;
  let tokenCount = 0;
  const id = (): string => String((nextId += 1n));
  const server = await startApiServer({
    handle,
    onSilence: clock.gaveUp,
    description,
    isWrite: ({ method, path }) => method !== 'GET' && !path.startsWith('/identity/'),
  });
  const no = (errorId: number, message: string, status = 400): ApiAnswer =>
    json(status, {
      errors: [
        { errorId, domain: 'API_MESSAGE', category: 'REQUEST', message, longMessage: `${message}.`, parameters: [] },
      ],
    });

  function handle(request: ApiRequest): ApiAnswer {
    const { path, method, headers } = request;
    if (path === '/identity/v1/oauth2/token') return token(request);
    if (path === '/media/photo.jpg') {
      return headers['authorization'] === undefined
        ? { status: 200, body: 'JPEG' }
        : { status: 400, body: 'no token here' };
    }
    const until = tokens.get((headers['authorization'] ?? '').replace(/^Bearer /, '')) ?? 0;
    if (until <= clock.now()) return no(1001, 'Invalid access token', 401);
    if (path.startsWith('/sell/fulfillment/v1/order'))
      return method === 'GET' ? orderCall(request) : no(404, 'Not found', 404);
    const api = '/commerce/message/v1';
    if (path === `${api}/conversation` && method === 'GET') return list(request);
    if (path.startsWith(`${api}/conversation/`) && method === 'GET')
      return messages(request, path.slice(`${api}/conversation/`.length));
    if (path === `${api}/send_message` && method === 'POST') return take(request);
    if (path === `${api}/update_conversation` && method === 'POST') return update(request);
    return no(404, 'Not found', 404);
  }

  function token(request: ApiRequest): ApiAnswer {
    const wanted = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const form = new URLSearchParams(request.text());
    const refuse = (error: string, status = 400): ApiAnswer =>
      json(status, { error, error_description: `the grant is refused: ${error}` });
    if (request.headers['authorization'] !== wanted) return refuse('invalid_client', 401);
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return refuse('invalid_request');
    const grant = form.get('grant_type');
    const isCode = grant === 'authorization_code' && form.get('code') === code && form.get('redirect_uri') === ruName;
    if (isCode && !isCodeUsed) {
      isCodeUsed = true;
      refreshToken = 'v^1.1#refresh-91aa';
    } else if (grant === 'refresh_token' && refreshToken !== undefined && form.get('refresh_token') === refreshToken) {
      const wantedScopes = (form.get('scope') ?? '').split(' ').filter(Boolean);
      if (wantedScopes.some((each) => !agreed.includes(each))) return refuse('invalid_scope');
    } else if (grant !== 'client_credentials') return refuse('invalid_grant');
    tokenCount += 1;
    const access = `v^1.1#access-${tokenCount}-c0ffee`;
    tokens.set(access, clock.now() + 2 * hourMs);
    return json(200, {
      access_token: access,
      expires_in: 7200,
      token_type: 'User Access Token',
      ...(isCode ? { refresh_token: refreshToken, refresh_token_expires_in: 47_304_000 } : {}),
    });
  }

  function pageOf(request: ApiRequest): { limit: number; offset: number } | ApiAnswer {
    const { query } = request;
    if (!query.has('conversation_type')) return no(355_017, 'conversation_type is missing');
    if (!['FROM_MEMBERS', 'FROM_EBAY'].includes(query.get('conversation_type') ?? ''))
      return no(355_002, 'Invalid conversation type');
    const limit = Number(query.get('limit') ?? 25);
    const offset = Number(query.get('offset') ?? 0);
    if (limit < 1 || limit > 50) return no(355_009, 'Invalid limit');
    return offset % limit === 0 ? { limit, offset } : no(355_008, 'The offset is no multiple of the limit');
  }

  function list(request: ApiRequest): ApiAnswer {
    const page = pageOf(request);
    if ('status' in page) return page;
    const timeOf = (name: string, otherwise: number): number => {
      const text = request.query.get(name);
      return text === null ? otherwise : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? Date.parse(text) : NaN;
    };
    const [start, end] = [timeOf('start_time', -Infinity), timeOf('end_time', Infinity)];
    if (Number.isNaN(start) || Number.isNaN(end)) return no(355_005, 'Invalid date format');
    if (start >= end) return no(355_004, 'start_time is not before end_time');
    const lastAt = (conversation: Conversation): number => conversation.messages.at(-1)?.at ?? 0;
    const found = [...conversations.values()]
      .filter((conversation) => lastAt(conversation) >= start && lastAt(conversation) <= end)
      .sort((a, b) => lastAt(b) - lastAt(a) || (a.id < b.id ? 1 : -1));
    return paged('conversations', found.map(wire), page);
  }

  function paged(name: string, rows: unknown[], { limit, offset }: { limit: number; offset: number }): ApiAnswer {
    const isMore = offset + limit < rows.length;
    return json(200, {
      [name]: rows.slice(offset, offset + limit),
      href: 'https://api.ebay.com/commerce/message/v1/here',
      limit,
      offset,
      total: rows.length,
      ...(isMore ? { next: `https://api.ebay.com/commerce/message/v1/here?offset=${offset + limit}` } : {}),
    });
  }

  function messages(request: ApiRequest, conversationId: string): ApiAnswer {
    const page = pageOf(request);
    if ('status' in page) return page;
    const conversation = conversations.get(conversationId);
    if (!conversation) return no(355_007, 'Unknown conversation');
    return paged(
      'messages',
      [...conversation.messages].reverse().map((message) => wireMessage(conversation, message)),
      page,
    );
  }

  function orderCall({ path, query }: ApiRequest): ApiAnswer {
    if (orderRefusal !== undefined) return no(30_500, 'System error', orderRefusal);
    if (!agreed.includes(orderScope)) return no(1100, 'Access denied', 403);
    const [, number] = /\/order\/([^/]+)\/shipping_fulfillment$/.exec(path) ?? [];
    if (number !== undefined) {
      const order = orders.get(number);
      return order
        ? json(200, { fulfillments: packagesOf(order), total: packagesOf(order).length })
        : no(32_100, 'Invalid order ID', 404);
    }
    const [, field, from = '', to = ''] =
      /^(creationdate|lastmodifieddate):\[([^\].]+\.\d{3}Z)\.\.([^\]]*)\]$/.exec(query.get('filter') ?? '') ?? [];
    if (field === undefined) return no(30_700, 'Invalid filter');
    const start = Date.parse(from);
    if (clock.now() - start > 90 * dayMs) return no(30_830, 'Start date must be within 90 days');
    if (start > clock.now() || to !== '') return no(30_850, "Start and end dates can't be in the future");
    const limit = Number(query.get('limit') ?? 50);
    const offset = Number(query.get('offset') ?? 0);
    if (limit < 1 || limit > 200) return no(31_100, 'Invalid limit');
    const timeOf = ({ madeAt, changedAt }: Order): number => (field === 'creationdate' ? madeAt : changedAt);
    const found = [...orders.values()].filter((order) => timeOf(order) >= start).sort((a, b) => timeOf(a) - timeOf(b));
    return paged('orders', found.map(wireOrder), { limit, offset });
  }

  const packagesOf = ({ id: number, trackingNumber }: Order) =>
    trackingNumber === undefined
      ? []
      : [
          {
            fulfillmentId: `f-${number}`,
            shipmentTrackingNumber: trackingNumber,
            shippingCarrierCode: 'Hellenic',
            shippedDate: new Date(clock.now()).toISOString(),
          },
        ];

  const contact = {
    fullName: 'Nora Field',
    contactAddress: { city: 'Leeds', countryCode: 'GB', postalCode: 'LS1 1AA' },
  };
  const wireOrder = (order: Order) => ({
    orderId: order.id,
    legacyOrderId: `110000000001-${order.id}`,
    creationDate: new Date(order.madeAt).toISOString(),
    lastModifiedDate: new Date(order.changedAt).toISOString(),
    orderFulfillmentStatus: order.fulfillment ?? 'NOT_STARTED',
    orderPaymentStatus: order.payment ?? 'PAID',
    sellerId: userName,
    // eBay is not of one mind about the case of user names
    buyer: { username: order.buyer.toUpperCase(), buyerRegistrationAddress: contact },
    cancelStatus: { cancelState: order.cancel ?? 'NONE_REQUESTED', cancelRequests: [] },
    pricingSummary: { priceSubtotal: { value: '59.80', currency: 'GBP' }, total: { value: '64.30', currency: 'GBP' } },
    lineItems: [
      {
        lineItemId: `l-${order.id}`,
        legacyItemId: '110000000001',
        title: 'Olive-wood board',
        quantity: 2,
        lineItemCost: { value: '59.80', currency: 'GBP' },
        total: { value: '64.30', currency: 'GBP' },
        refunds: [],
      },
    ],
    fulfillmentStartInstructions: [{ fulfillmentInstructionsType: 'SHIP_TO', shippingStep: { shipTo: contact } }],
    fulfillmentHrefs: packagesOf(order).map(
      () => `https://api.ebay.com/sell/fulfillment/v1/order/${order.id}/shipping_fulfillment/f-${order.id}`,
    ),
  });

  function take(request: ApiRequest): ApiAnswer {
    const { conversationId, messageText = '' } = JSON.parse(request.text()) as {
      conversationId?: string;
      messageText?: string;
    };
    if (conversationId === undefined) return no(355_018, 'Neither conversation nor user');
    const conversation = conversations.get(conversationId);
    if (!conversation) return no(355_007, 'Unknown conversation');
    if (messageText === '') return no(355_015, 'Neither text nor media');
    if (messageText.length > 2000) return no(355_013, 'The text is too long');
    const message = { id: id(), body: messageText, at: clock.now(), isOurs: true, hasMedia: false, isRead: true };
    conversation.messages.push(message);
    return json(201, {
      messageId: message.id,
      messageBody: messageText,
      createdDate: new Date(message.at).toISOString(),
      // eBay's own spelling here differs from that of messages
      senderUserName: userName,
      recipientUserName: conversation.buyer,
      readStatus: false,
    });
  }

  function update(request: ApiRequest): ApiAnswer {
    const {
      conversationId = '',
      conversationType,
      read,
    } = JSON.parse(request.text()) as Record<string, string | boolean | undefined>;
    const conversation = conversations.get(String(conversationId));
    if (!conversation) return no(355_007, 'Unknown conversation');
    if (conversationType !== 'FROM_MEMBERS') return no(355_002, 'Invalid conversation type');
    for (const message of conversation.messages) message.isRead = read === true;
    return { status: 204 };
  }

  const wireMessage = ({ buyer }: Conversation, message: Message) => ({
    messageId: message.id,
    messageBody: message.body,
    subject: 'About your item',
    createdDate: new Date(message.at).toISOString(),
    senderUsername: message.isOurs ? userName.toLowerCase() : buyer,
    recipientUsername: message.isOurs ? buyer : userName,
    readStatus: message.isRead,
    messageMedia: message.hasMedia
      ? [{ mediaName: 'photo.jpg', mediaType: 'IMAGE', mediaUrl: `${server.baseUrl}/media/photo.jpg` }]
      : [],
  });

  function wire(conversation: Conversation): Record<string, unknown> {
    const latest = conversation.messages.at(-1);
    return {
      conversationId: conversation.id,
      conversationTitle: 'Olive-wood board',
      conversationStatus: 'ACTIVE',
      conversationType: 'FROM_MEMBERS',
      createdDate: new Date(conversation.messages[0]?.at ?? 0).toISOString(),
      referenceId: '110000000001',
      referenceType: 'LISTING',
      unreadCount: conversation.messages.filter(({ isOurs, isRead }) => !isOurs && !isRead).length,
      ...(latest ? { latestMessage: wireMessage(conversation, latest) } : {}),
    };
  }

  function add(text: string, at: number, isRead = false): Conversation {
    const conversation: Conversation = {
      id: id(),
      buyer: `buyer_${conversations.size}`,
      messages: [{ id: id(), body: text, at, isOurs: false, hasMedia: conversations.size === 0, isRead }],
    };
    conversations.set(conversation.id, conversation);
    return conversation;
  }

  return {
    account: accountSchema.parse({
      id: 'acc-ebay',
      channel: 'ebay',
      label: 'Mavi Çini',
      address: userName,
      senderName: '',
      fields: { userName, clientId, ruName, baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: {
      clientSecret,
      signInCode: `https://mavicini.example/ebay?state=&code=${encodeURIComponent(code)}&expires_in=299`,
    },
    ask: (text) => add(text, clock.now()).id,
    askMany(count) {
      for (let index = 0; index < count; index += 1)
        add(`Question ${index}`, clock.now() - (index % 400) * dayMs - index, index % 400 > 20);
    },
    delivered: (threadKey) =>
      (conversations.get(threadKey)?.messages ?? []).filter(({ isOurs }) => isOurs).map(({ body }) => body),
    setFault: server.setFault,
    close: server.close,
    writeAgain(threadKey, text) {
      conversations
        .get(threadKey)
        ?.messages.push({ id: id(), body: text, at: clock.now(), isOurs: false, hasMedia: false, isRead: false });
    },
    order(buyer, state = {}, number = `12-${String(orders.size).padStart(5, '0')}-34567`) {
      const madeAt = clock.now() - (state.ageMs ?? dayMs);
      orders.set(number, {
        ...state,
        id: number,
        buyer,
        madeAt: orders.get(number)?.madeAt ?? madeAt,
        changedAt: orders.has(number) ? clock.now() : madeAt,
      });
      return number;
    },
    refuseOrders(status) {
      orderRefusal = status;
    },
    revoke() {
      refreshToken = undefined;
      tokens.clear();
    },
    isRead: (threadKey) => (conversations.get(threadKey)?.messages ?? []).every(({ isRead }) => isRead),
    requests: server.requests,
  };
}

export const ebayHarness: MarketplaceHarness<EbayMarketplace> = {
  channel: 'ebay',
  notApplicable: {},
  start: startEbay,
};
