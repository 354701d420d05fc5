// Allegro's sign-in and Message Center as its OpenAPI describes them: media types, pages of 20, one message a second, moderation.
import { accountSchema } from '../../../shared/model/account.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('allegro', /^\/auth\//);
const clientId = 'defter-device-client';
const mediaType = 'application/vnd.allegro.public.v1+json';
const firstRefresh = 'refresh-allegro-0001';
const minuteMs = 60_000;
const fileTypes = ['image/png', 'image/gif', 'image/bmp', 'image/tiff', 'image/jpeg', 'application/pdf'];
const mostFileBytes = 5_242_880;

interface Message {
  id: string;
  text: string;
  at: number;
  isTheirs: boolean;
  status: 'VERIFYING' | 'BLOCKED' | 'DELIVERED';
  hasFile: boolean;
  files: ReplyFile[];
}

interface Thread {
  id: string;
  orderId: string;
  login: string | null;
  isRead: boolean;
  messages: Message[];
}

export interface AllegroMarketplace extends Marketplace {
  /** The person types the code on Allegro's page. */
  confirm(): void;
  /** The permission is taken back; a new sign-in is needed. */
  revoke(): void;
  /** Decides on answers that are being looked through; those naming a telephone number are refused. */
  moderate(): void;
  forgetUser(threadKey: string): void;
  /** The permission does not reach orders. */
  hideOrders(): void;
  isRead(threadKey: string): boolean;
  readonly requests: readonly { method: string; path: string }[];
}

/** @param isSignedIn whether the account has its permission already */
export async function startAllegro(clock: TestClock, isSignedIn = true): Promise<AllegroMarketplace> {
  const threads = new Map<string, Thread>();
  const tokens = new Map<string, number>();
  let refreshToken: string | undefined = isSignedIn ? firstRefresh : undefined;
  let device: { code: string; isConfirmed: boolean; until: number; askedAt: number } | undefined;
  let count = 0;
  let canReadOrders = true;
  let sentAt = -Infinity;
  const declared = new Map<string, { name: string; sizeBytes: number }>();
  const uploaded = new Map<string, ReplyFile>();
  const id = (prefix: string): string => `${prefix}${String((count += 1)).padStart(8, '0')}`;
  const server = await startApiServer({
    handle,
    onSilence: clock.gaveUp,
    description,
    // a file is seen by nobody until a message names it
    isWrite: ({ method, path }) => method !== 'GET' && !/^\/auth\/|message-attachments/.test(path),
  });
  const no = (status: number, code: string): ApiAnswer =>
    json(status, { errors: [{ code, message: code, details: null, path: null, userMessage: `Refused: ${code}` }] });

  function handle(request: ApiRequest): ApiAnswer {
    const { path, method, headers } = request;
    if (path === '/auth/oauth/device') return startDevice(request);
    if (path === '/auth/oauth/token') return token(request);
    if (headers['accept'] !== mediaType) return no(406, 'NotAcceptable');
    const isUpload = method === 'PUT' && path.startsWith('/messaging/message-attachments/');
    if (method !== 'GET' && !isUpload && headers['content-type'] !== mediaType) return no(415, 'UnsupportedMediaType');
    const until = tokens.get((headers['authorization'] ?? '').replace(/^Bearer /, '')) ?? 0;
    if (until <= clock.now()) return json(401, { error: 'invalid_token', error_description: 'The token is not valid' });
    if (path === '/messaging/threads' && method === 'GET') return list(request);
    if (path === '/messaging/message-attachments/f1' && method === 'GET') return { status: 200, body: '%PDF allegro' };
    if (path === '/messaging/message-attachments' && method === 'POST') return declare(request);
    if (isUpload) return upload(request);
    if (path.startsWith('/order/checkout-forms/') && method === 'GET')
      return order(path.slice(path.lastIndexOf('/') + 1));
    const [, threadId = '', what = ''] = /^\/messaging\/threads\/([^/]+)\/(messages|read)$/.exec(path) ?? [];
    const thread = threads.get(threadId);
    if (!thread) return no(404, 'NotFound');
    if (what === 'messages' && method === 'GET') return messages(thread, request);
    if (what === 'messages' && method === 'POST') return take(thread, request);
    if (what === 'read' && method === 'PUT') {
      thread.isRead = (JSON.parse(request.text()) as { read: boolean }).read;
      return json(200, wire(thread));
    }
    return no(405, 'MethodNotAllowed');
  }

  function order(orderId: string): ApiAnswer {
    if (!canReadOrders) return no(403, 'AccessDenied');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(orderId)) return no(422, 'InvalidOrderId');
    const thread = [...threads.values()].find((each) => each.orderId === orderId);
    if (!thread || thread.login === null) return no(404, 'NotFound');
    const price = (amount: string) => ({ amount, currency: 'PLN' });
    return json(200, {
      id: orderId,
      buyer: {
        id: '44089',
        email: 'ab12+3c4d@allegromail.example',
        login: thread.login,
        firstName: 'Zofia',
        lastName: 'Lis',
        guest: false,
        address: { street: 'Lipowa 3', city: 'Gdynia', postCode: '81-001', countryCode: 'PL' },
      },
      status: 'READY_FOR_PROCESSING',
      fulfillment: { status: 'SENT', shipmentSummary: { lineItemsSent: 'ALL' } },
      delivery: { method: { id: '1fa5', name: 'Allegro One Box' } },
      lineItems: [
        {
          id: '62ae0000-0000-4000-8000-000000000001',
          offer: { id: '13001', name: 'Lale vazo' },
          quantity: 2,
          originalPrice: price('64.50'),
          price: price('59.90'),
          boughtAt: iso(clock.now() - 2 * 24 * 60 * minuteMs),
        },
      ],
      surcharges: [],
      discounts: [],
      summary: { totalToPay: price('129.79') },
      updatedAt: iso(clock.now()),
    });
  }

  function declare(request: ApiRequest): ApiAnswer {
    const { filename, size } = JSON.parse(request.text()) as { filename?: unknown; size?: unknown };
    if (typeof filename !== 'string' || !(Number(size) >= 0 && Number(size) <= mostFileBytes))
      return no(422, 'Validation');
    const fileId = id('f');
    declared.set(fileId, { name: filename, sizeBytes: Number(size) });
    return json(201, { id: fileId });
  }

  function upload({ path, headers, bytes }: ApiRequest): ApiAnswer {
    const fileId = path.slice(path.lastIndexOf('/') + 1);
    const wanted = declared.get(fileId);
    const mimeType = headers['content-type'] ?? '';
    if (!wanted) return no(404, 'AttachmentDeclarationNotFound');
    if (!fileTypes.includes(mimeType)) return no(415, 'UnsupportedMediaType');
    if (bytes.length > mostFileBytes || bytes.length !== wanted.sizeBytes) return no(413, 'SizeLimit');
    uploaded.set(fileId, { name: wanted.name, mimeType, bytes: new Uint8Array(bytes) });
    return json(200, { id: fileId });
  }

  function startDevice(request: ApiRequest): ApiAnswer {
    if (new URLSearchParams(request.text()).get('client_id') !== clientId)
      return json(401, { error: 'invalid_client' });
    device = { code: id('device-'), isConfirmed: false, until: clock.now() + 60 * minuteMs, askedAt: -Infinity };
    return json(200, {
      user_code: 'AB12-CD34',
      device_code: device.code,
      expires_in: 3600,
      interval: 5,
      verification_uri: 'https://allegro.example/skojarz-aplikacje',
      verification_uri_complete: 'https://allegro.example/skojarz-aplikacje?code=AB12CD34',
    });
  }

  function token(request: ApiRequest): ApiAnswer {
    const form = new URLSearchParams(request.text());
    const refuse = (error: string): ApiAnswer => json(400, { error, error_description: `not given: ${error}` });
    if (form.get('client_id') !== clientId) return json(401, { error: 'invalid_client' });
    if (form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:device_code') {
      if (!device || form.get('device_code') !== device.code || device.until <= clock.now())
        return refuse('expired_token');
      const isHasty = clock.now() - device.askedAt < 5000;
      device.askedAt = clock.now();
      if (isHasty) return refuse('slow_down');
      if (!device.isConfirmed) return refuse('authorization_pending');
      device = undefined;
    } else if (refreshToken === undefined || form.get('refresh_token') !== refreshToken) return refuse('invalid_grant');
    const access = id('access-allegro-');
    refreshToken = id('refresh-allegro-');
    tokens.set(access, clock.now() + 12 * 60 * minuteMs);
    return json(200, { access_token: access, token_type: 'bearer', refresh_token: refreshToken, expires_in: 43_199 });
  }

  const lastAt = ({ messages: all }: Thread): number => all.at(-1)?.at ?? 0;
  const iso = (at: number): string => new Date(at).toISOString();
  const wire = (thread: Thread) => ({
    id: thread.id,
    read: thread.isRead,
    lastMessageDateTime: iso(lastAt(thread)),
    interlocutor: thread.login === null ? null : { login: thread.login, avatarUrl: 'https://allegro.example/a.png' },
  });

  function pageOf({ query }: ApiRequest): { limit: number; offset: number } | null {
    const limit = Number(query.get('limit') ?? 20);
    return limit >= 1 && limit <= 20 ? { limit, offset: Number(query.get('offset') ?? 0) } : null;
  }

  function list(request: ApiRequest): ApiAnswer {
    const page = pageOf(request);
    if (!page) return no(422, 'LimitTooLarge');
    const sorted = [...threads.values()].sort((a, b) => lastAt(b) - lastAt(a) || (a.id < b.id ? 1 : -1));
    return json(200, { threads: sorted.slice(page.offset, page.offset + page.limit).map(wire), ...page });
  }

  function messages(thread: Thread, request: ApiRequest): ApiAnswer {
    const page = pageOf(request);
    if (!page) return no(422, 'LimitTooLarge');
    const rows = [...thread.messages].reverse().slice(page.offset, page.offset + page.limit);
    return json(200, { messages: rows.map((message) => wireMessage(thread, message)), ...page });
  }

  function wireMessage({ id: threadId, login, orderId }: Thread, message: Message) {
    const address = `${server.baseUrl}/messaging/message-attachments`;
    const theirs = [
      { fileName: 'f.pdf', mimeType: 'application/pdf', url: `${address}/f1`, status: 'SAFE' },
      { fileName: 'v.exe', mimeType: 'application/pdf', url: 'https://evil.example/v', status: 'UNSAFE' },
    ];
    const ours = message.files.map(({ name, mimeType }) => ({
      fileName: name,
      mimeType,
      url: `${address}/${name}`,
      status: 'NEW',
    }));
    return {
      id: message.id,
      status: message.status,
      type: 'MESSAGE_CENTER',
      createdAt: iso(message.at),
      thread: { id: threadId },
      author: { login: message.isTheirs ? (login ?? 'user_gone') : 'mavi_cini', isInterlocutor: message.isTheirs },
      text: message.text,
      subject: null,
      relatesTo: { offer: { id: '13001' }, order: { id: orderId } },
      hasAdditionalAttachments: message.hasFile || message.files.length > 0,
      attachments: message.hasFile ? theirs : ours,
      additionalInformation: null,
    };
  }

  function take(thread: Thread, request: ApiRequest): ApiAnswer {
    const { text = '', attachments } = JSON.parse(request.text()) as {
      text?: string;
      attachments?: { id: string }[] | null;
    };
    const files = (attachments ?? []).map((named) => uploaded.get(named.id));
    if (clock.now() - sentAt < 1000) return json(429, { errors: [{ code: 'TooManyRequests' }] });
    if (thread.login === null) return no(422, 'InterlocutorGone');
    if (text === '' || text.length > 2000) return no(422, 'TextLength');
    if (files.includes(undefined)) return no(422, 'AttachmentNotFound');
    sentAt = clock.now();
    const message: Message = {
      id: id('m'),
      text,
      at: clock.now(),
      isTheirs: false,
      status: 'VERIFYING',
      hasFile: false,
      files: files.filter((file) => file !== undefined),
    };
    thread.messages.push(message);
    return json(201, wireMessage(thread, message));
  }

  function add(text: string, at: number): Thread {
    const hasFile = threads.size === 0;
    const thread: Thread = {
      id: id('t'),
      orderId: `e1f20000-0000-4000-8000-${String(threads.size).padStart(12, '0')}`,
      login: `kupujacy_${threads.size}`,
      isRead: false,
      messages: [{ id: id('m'), text, at, isTheirs: true, status: 'DELIVERED', hasFile, files: [] }],
    };
    threads.set(thread.id, thread);
    return thread;
  }

  return {
    account: accountSchema.parse({
      id: 'acc-allegro',
      channel: 'allegro',
      label: 'Mavi Çini',
      address: 'mavi_cini',
      senderName: '',
      fields: { login: 'mavi_cini', clientId, baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: isSignedIn ? { refreshToken: firstRefresh } : {},
    ask: (text) => add(text, clock.now()).id,
    askMany(many) {
      for (let index = 0; index < many; index += 1) add(`Pytanie ${index}`, clock.now() - index * 30 * minuteMs);
    },
    delivered: (threadKey) =>
      (threads.get(threadKey)?.messages ?? []).filter(({ isTheirs }) => !isTheirs).map(({ text }) => text),
    deliveredFiles: (threadKey) =>
      (threads.get(threadKey)?.messages ?? []).filter(({ isTheirs }) => !isTheirs).flatMap(({ files }) => files),
    setFault: server.setFault,
    close: server.close,
    confirm() {
      if (device) device.isConfirmed = true;
    },
    revoke() {
      refreshToken = undefined;
      tokens.clear();
    },
    moderate() {
      for (const { messages: all } of threads.values()) {
        for (const message of all) {
          if (message.status === 'VERIFYING') message.status = /\d{9}/.test(message.text) ? 'BLOCKED' : 'DELIVERED';
        }
      }
    },
    hideOrders() {
      canReadOrders = false;
    },
    forgetUser(threadKey) {
      const thread = threads.get(threadKey);
      if (thread) thread.login = null;
    },
    isRead: (threadKey) => threads.get(threadKey)?.isRead ?? false,
    requests: server.requests,
  };
}

export const allegroHarness: MarketplaceHarness<AllegroMarketplace> = {
  channel: 'allegro',
  notApplicable: {},
  start: (clock) => startAllegro(clock),
};
