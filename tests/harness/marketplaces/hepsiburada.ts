// Hepsiburada's "ask the seller" and orders as its portal describes them: two headers beside the keys, multipart answers, deadlines, threads.
import { accountSchema } from '../../../shared/model/account.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import { filesIn, type Marketplace, type MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('hepsiburada', /^\/files\//);
const merchantId = '00000000-0000-4000-8000-00000000a001';
const serviceKey = 'hb-service-8Kq2x';
const userAgent = 'mavi_dev';
const dayMs = 86_400_000;

interface Message {
  id: string;
  from: 'Customer' | 'Merchant';
  content: string;
  at: number;
  files: ReplyFile[];
}
interface Issue {
  number: number;
  customerId: string;
  createdAt: number;
  modifiedAt: number;
  expiresAt: number;
  messages: Message[];
  lines: readonly HepsiburadaLine[];
}

/** Of the shop's orders and packages, which are kept on a host of their own. */
const ordersPath = new RegExp(`^/orders/merchantid/${merchantId}/ordernumber/(\\d+)$`);
const packagesPath = new RegExp(`^/packages/merchantid/${merchantId}/packagenumber/(\\d+)$`);
const orderNumberOf = (issue: Issue): string => `4${issue.number}`;

/** A line of an order: its state, how many, what one costs, and the package that it went into. */
export interface HepsiburadaLine {
  status: string;
  quantity: number;
  unitPrice: number;
  packageNumber?: string;
}

export interface HepsiburadaMarketplace extends Marketplace {
  /** The customer writes once more in the same thread, with a picture. */
  askAgain(threadKey: string, text: string): void;
  /** What became of the order that a question names; none: it is not there any more. */
  setOrder(threadKey: string, lines: readonly HepsiburadaLine[]): void;
  /** Orders are refused with this status; undefined: given again. */
  refuseOrders(status: number | undefined): void;
}

export async function startHepsiburada(clock: TestClock): Promise<HepsiburadaMarketplace> {
  const issues = new Map<string, Issue>();
  let nextNumber = 41_000_001;
  let nextMessage = 1;
  let ordersStatus: number | undefined;
  const server = await startApiServer({ handle, onSilence: clock.gaveUp, description });
  const iso = (at: number): string => new Date(at).toISOString();

  const statusOf = (issue: Issue): string => {
    if (issue.messages.at(-1)?.from === 'Merchant') return 'Answered';
    return clock.now() > issue.expiresAt ? 'AutoClosed' : 'WaitingForAnswer';
  };
  const complaint = (status: number, message: string, more: object = {}): ApiAnswer =>
    json(status, { code: status, errors: [{ message, internalMessage: null, ...more }] });

  async function handle(request: ApiRequest): Promise<ApiAnswer> {
    const { headers, path, method } = request;
    const wanted = `Basic ${Buffer.from(`${merchantId}:${serviceKey}`).toString('base64')}`;
    if (headers['authorization'] !== wanted || headers['merchantid'] !== merchantId) return complaint(401, 'Yetkisiz');
    if (headers['user-agent'] !== userAgent) return complaint(403, 'User-Agent');
    if (path === '/api/v1.0/issues' && method === 'GET') return list(request);
    if (path === '/api/v1.0/issues/count') {
      const waitingForAnswer = [...issues.values()].filter((issue) => statusOf(issue) === 'WaitingForAnswer').length;
      return json(200, { waitingForAnswer, answered: 0, reported: 0, autoClosedInLastWeek: 0 });
    }
    const [, orderNumber] = ordersPath.exec(path) ?? [];
    const [, packageNumber] = packagesPath.exec(path) ?? [];
    if (orderNumber ?? packageNumber) {
      if (ordersStatus !== undefined) return complaint(ordersStatus, 'Sipariş servisi');
      return orderNumber === undefined ? packageAnswer(packageNumber ?? '') : orderAnswer(orderNumber);
    }
    const fileAt = /^\/files\/(m-\d+)\/(\d+)/.exec(path);
    if (fileAt) {
      const message = [...issues.values()].flatMap(({ messages }) => messages).find(({ id }) => id === fileAt[1]);
      const file = message?.files[Number(fileAt[2])];
      return file
        ? { status: 200, headers: { 'content-type': file.mimeType }, body: file.bytes }
        : complaint(404, 'Dosya yok');
    }
    const [, number = '', isAnswer] = /^\/api\/v1\.0\/issues\/(\d+)(\/answer)?$/.exec(path) ?? [];
    const issue = issues.get(number);
    if (!issue) return complaint(404, 'Soru bulunamadı');
    if (!isAnswer) return json(200, wire(issue));
    return method === 'POST' ? take(issue, request) : complaint(405, 'method');
  }

  function list(request: ApiRequest): ApiAnswer {
    const page = Number(request.query.get('page') ?? 1);
    const size = Number(request.query.get('size') ?? 25);
    const since = Date.parse(request.query.get('minModifiedAt') ?? iso(0));
    if (page < 1 || Number.isNaN(since)) return complaint(400, 'page');
    const found = [...issues.values()]
      .filter((issue) => issue.modifiedAt >= since)
      .sort((a, b) => b.modifiedAt - a.modifiedAt || b.number - a.number);
    const shown = found.slice((page - 1) * size, page * size);
    const totalPageCount = Math.ceil(found.length / size);
    return json(200, {
      data: shown.length === 0 ? null : shown.map(wire),
      currentPage: page,
      currentPageSize: size,
      totalPageCount,
      totalItemCount: found.length,
      nextPage: page < totalPageCount ? page + 1 : null,
      previousPage: page > 1 ? page - 1 : null,
    });
  }

  function orderAnswer(orderNumber: string): ApiAnswer {
    const issue = [...issues.values()].find((each) => orderNumberOf(each) === orderNumber);
    if (!issue || issue.lines.length === 0) return complaint(404, 'Sipariş bulunamadı');
    const money = (amount: number) => ({ amount, currency: 'TRY' });
    return json(200, {
      orderId: `o-${orderNumber}`,
      orderNumber,
      // Istanbul's wall clock, without a zone
      orderDate: iso(issue.createdAt - dayMs + 3 * 3_600_000).slice(0, 19),
      paymentStatus: 'Received',
      customer: { customerId: issue.customerId, name: 'Elif Kaya' },
      deliveryAddress: { name: 'Elif Kaya', city: 'İzmir', countryCode: 'TR', email: 'e@hb.test' },
      items: issue.lines.map(({ status, quantity, unitPrice, packageNumber }, index) => ({
        id: `l-${orderNumber}-${index}`,
        orderNumber,
        name: 'Örgü Kazak',
        sku: 'HBV00000TEST1',
        quantity,
        status,
        unitPrice: money(unitPrice),
        totalPrice: money(unitPrice * quantity),
        cargoCompany: 'Test Kargo',
        ...(packageNumber === undefined ? {} : { packageNumber }),
      })),
    });
  }

  function packageAnswer(packageNumber: string): ApiAnswer {
    const isKnown = [...issues.values()].some(({ lines }) =>
      lines.some((line) => line.packageNumber === packageNumber),
    );
    if (!isKnown) return complaint(404, 'cannot find package');
    const trackingInfoCode = `TK${packageNumber}`;
    return json(200, { packageNumber, status: 'InTransit', cargoCompany: 'Test Kargo', trackingInfoCode });
  }

  async function take(issue: Issue, request: ApiRequest): Promise<ApiAnswer> {
    if (!(request.headers['content-type'] ?? '').startsWith('multipart/form-data')) return complaint(415, 'multipart');
    const form = await request.form();
    const text = form.get('Answer');
    const parts = form.getAll('Files');
    if (parts.some((part) => typeof part === 'string' || part.size === 0)) return complaint(400, 'Files');
    if (typeof text !== 'string' || text === '') return complaint(400, 'Answer');
    if (text.length > 2000) return complaint(422, 'Cevap çok uzun', { fieldName: 'Answer' });
    if (statusOf(issue) === 'AutoClosed') return complaint(400, 'Sorunun süresi doldu');
    add(issue, 'Merchant', text, clock.now(), await filesIn(parts));
    return { status: 201, headers: { 'content-type': 'text/plain' }, body: JSON.stringify('Cevabınız alındı') };
  }

  function add(issue: Issue, from: Message['from'], content: string, at = clock.now(), files: ReplyFile[] = []): void {
    issue.messages.push({ id: `m-${nextMessage++}`, from, content, at, files });
    issue.modifiedAt = at;
  }

  function ask(text: string, at: number): string {
    const number = nextNumber++;
    const customerId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const lines = [{ status: 'InTransit', quantity: 2, unitPrice: 249.95, packageNumber: `5${number}` }];
    const issue: Issue = {
      number,
      customerId,
      createdAt: at,
      modifiedAt: at,
      expiresAt: at + dayMs,
      messages: [],
      lines,
    };
    add(issue, 'Customer', text, at);
    issues.set(String(number), issue);
    return String(number);
  }

  const issueOf = (threadKey: string): Issue => {
    const issue = issues.get(threadKey);
    if (!issue) throw new Error(`There is no issue ${threadKey}`);
    return issue;
  };

  function wire(issue: Issue): Record<string, unknown> {
    return {
      id: `i-${issue.number}`,
      createdAt: iso(issue.createdAt),
      issueNumber: issue.number,
      customerId: issue.customerId,
      orderNumber: orderNumberOf(issue),
      lineItemId: null,
      status: statusOf(issue),
      subject: { id: '2', description: 'Kargo ve teslimat' },
      lastContent: issue.messages.at(-1)?.content ?? null,
      conversations: issue.messages.map(({ id, from, content, at, files }) => ({
        id,
        type: from === 'Customer' ? 'Question' : 'Answer',
        createdAt: iso(at),
        content,
        from,
        files: files.map(({ name }, index) => `${server.baseUrl}/files/${id}/${index}/${encodeURIComponent(name)}`),
        customerFeedback: null,
        rejectReason: null,
        schemaVersion: 1,
        isConversationModified: false,
      })),
      merchant: { id: merchantId, name: 'Mavi Dükkân' },
      product: {
        sku: 'HBV00000TEST1',
        name: 'Örgü Kazak',
        imageUrl: 'https://cdn.example.test/p.jpg',
        stockCode: 'KZK-1001',
      },
      expireDate: iso(issue.expiresAt),
      lastModifiedAt: iso(issue.modifiedAt),
      didCustomerSeeTheMessage: false,
      schemaVersion: 1,
    };
  }

  return {
    account: accountSchema.parse({
      id: 'acc-hepsiburada',
      channel: 'hepsiburada',
      label: 'Mavi Dükkân',
      address: merchantId,
      senderName: '',
      fields: { merchantId, userAgent, baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { serviceKey },
    ask: (text) => ask(text, clock.now()),
    askMany(count) {
      for (let index = 0; index < count; index += 1) ask(`Soru ${index}`, clock.now() - (index % 80) * dayMs - index);
    },
    askAgain(threadKey, text) {
      const issue = issueOf(threadKey);
      const photo = { name: 'kutu.jpg', mimeType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 1, 2]) };
      add(issue, 'Customer', text, clock.now(), [photo]);
      issue.expiresAt = clock.now() + dayMs;
    },
    delivered: (threadKey) =>
      issueOf(threadKey)
        .messages.filter(({ from }) => from === 'Merchant')
        .map(({ content }) => content),
    deliveredFiles: (threadKey) =>
      issueOf(threadKey)
        .messages.filter(({ from }) => from === 'Merchant')
        .flatMap(({ files }) => files),
    setOrder(threadKey, lines) {
      issueOf(threadKey).lines = lines;
    },
    refuseOrders(status) {
      ordersStatus = status;
    },
    setFault: server.setFault,
    close: server.close,
  };
}

export const hepsiburadaHarness: MarketplaceHarness<HepsiburadaMarketplace> = {
  channel: 'hepsiburada',
  notApplicable: {},
  start: startHepsiburada,
};
