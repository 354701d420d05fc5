// eBay's token endpoint and Message API as its OpenAPI describes them: error numbers, pages by offset, tokens that run out.
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

export interface EbayMarketplace extends Marketplace {
  /** The buyer writes once more. */
  writeAgain(threadKey: string, text: string): void;
  /** The person takes the permission back. */
  revoke(): void;
  isRead(threadKey: string): boolean;
  readonly requests: readonly { method: string; path: string }[];
}

export async function startEbay(clock: TestClock): Promise<EbayMarketplace> {
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
      if (form.get('scope') !== 'https://api.ebay.com/oauth/api_scope/commerce.message') return refuse('invalid_scope');
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
    revoke() {
      refreshToken = undefined;
      tokens.clear();
    },
    isRead: (threadKey) => (conversations.get(threadKey)?.messages ?? []).every(({ isRead }) => isRead),
    requests: server.requests,
  };
}

export const ebayHarness: MarketplaceHarness<EbayMarketplace> = { channel: 'ebay', notApplicable: {}, start: startEbay };
