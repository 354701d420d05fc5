// Trendyol as its guides describe it: keys, User-Agent, windows, pages, rate, one answer, moderation, storefronts.
import { accountSchema } from '../../../shared/model/account.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import { checks, type Marketplace, type MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('trendyol', /^\/order\//);
const sellerId = '778899';
const apiKey = 'ty-key-5Jw8';
const apiSecret = 'ty-secret-q2Zr7';
const dayMs = 86_400_000;

export interface Question {
  id: string;
  text: string;
  customerId: number;
  createdAt: number;
  modifiedAt: number;
  status: 'WAITING_FOR_ANSWER' | 'ANSWERED' | 'UNANSWERED' | 'REPORTED';
  answer?: { id: number; text: string; createdAt: number; isPublished: boolean };
  rejected?: { id: number; text: string; createdAt: number; reason: string };
  refusals: number;
}

export interface TrendyolOptions {
  /** Countries other than TR demand `storeFrontCode`. */
  storeFront?: string;
  /** Minutes between taking an answer and deciding on it; 0: at once. */
  moderationMs?: number;
  /** Which of the two documented shapes a success has. */
  successShape?: 'reference' | 'guide';
  /** What may not be in an answer. */
  forbidden?: RegExp;
}

export interface TrendyolMarketplace extends Marketplace {
  question(threadKey: string): Question;
  /** Decides on everything that is being checked. */
  moderate(): void;
  /** An answer that is shown already is taken away after all. */
  refuseLater(threadKey: string, reason: string): void;
  /** Somebody answers in the panel. */
  answerInPanel(threadKey: string, text: string): void;
  readonly requests: readonly { method: string; path: string }[];
}

/** Questions of an international storefront can be had in these, and in English everywhere. */
const languagesOf: Readonly<Partial<Record<string, string[]>>> = { GR: ['el'], RO: ['ro'], SA: ['ar'], AE: ['ar'] };

/** How often an answer with forbidden words may be tried before the question closes (the number is not documented). */
const mostRefusals = 3;

export async function startTrendyol(clock: TestClock, options: TrendyolOptions = {}): Promise<TrendyolMarketplace> {
  const {
    storeFront = 'TR',
    moderationMs = 0,
    successShape = 'reference',
    forbidden = /whatsapp|instagram/iu,
  } = options;
  const questions = new Map<string, Question>();
  const calls: { endpoint: string; at: number }[] = [];
  let nextId = 318_001_000;
  let nextAnswerId = 77_001;

  const moderate = (question: Question): void => {
    const { answer } = question;
    if (!answer || answer.isPublished) return;
    question.modifiedAt = clock.now();
    if (!forbidden.test(answer.text)) {
      answer.isPublished = true;
      question.status = 'ANSWERED';
      return;
    }
    const { id, text, createdAt } = answer;
    question.rejected = { id, text, createdAt, reason: 'Cevabınız yasaklı kelime içermektedir.' };
    delete question.answer;
    question.refusals += 1;
    question.status = question.refusals >= mostRefusals ? 'UNANSWERED' : 'WAITING_FOR_ANSWER';
  };
  const settleDue = (): void => {
    for (const question of questions.values()) {
      if (question.answer && !question.answer.isPublished && clock.now() - question.answer.createdAt >= moderationMs) {
        moderate(question);
      }
    }
  };

  const server = await startApiServer({ handle, onSilence: clock.gaveUp, description });

  function handle(request: ApiRequest): ApiAnswer {
    const refusal = refuse(request);
    if (refusal) return refusal;
    if (request.path === `/qna/sellers/${sellerId}/questions/filter`) return list(request);
    if (request.path === `/order/sellers/${sellerId}/orders`) return orders(request);
    const [, id = '', isAnswer] =
      new RegExp(`^/qna/sellers/${sellerId}/questions/(\\d+)(/answers)?$`).exec(request.path) ?? [];
    const question = questions.get(id);
    if (!question) return json(404, { errors: ['Soru bulunamadı.'] });
    if (!isAnswer && request.method === 'GET') return json(200, wire(question));
    if (isAnswer && request.method === 'POST') return take(question, request);
    return json(405, { exception: 'MethodNotAllowed' });
  }

  function refuse(request: ApiRequest): ApiAnswer | undefined {
    const endpoint = `${request.method} ${request.path.replace(/\d{6,}/g, '#')}`;
    const now = clock.now();
    calls.push({ endpoint, at: now });
    while ((calls[0]?.at ?? now) <= now - 10_000) calls.shift();
    const { headers } = request;
    const wanted = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
    if (headers['authorization'] !== wanted) {
      const exception = 'ClientApiAuthenticationException';
      return json(401, { timestamp: now, exception, errors: [{ key: exception, message: 'Yetkisiz erişim' }] });
    }
    if (!/^\d+ - [A-Za-z0-9]{1,30}$/.test(headers['user-agent'] ?? ''))
      return { status: 403, body: '<html>Forbidden</html>' };
    if (storeFront !== 'TR' && headers['storefrontcode'] !== storeFront) {
      return json(400, { body: { errors: [{ code: 'storefront', message: 'storeFrontCode is required' }] } });
    }
    if (
      storeFront !== 'TR' &&
      !['en', ...(languagesOf[storeFront] ?? [])].includes(headers['accept-language'] ?? 'en')
    ) {
      return json(400, { body: { errors: [{ code: 'language', message: 'Accept-Language' }] } });
    }
    if (calls.filter((call) => call.endpoint === endpoint).length > 50) {
      return json(429, { errors: [{ key: 'too.many.requests', message: 'too.many.requests' }] });
    }
    return undefined;
  }

  function windowOf(request: ApiRequest): { start: number; end: number } | undefined {
    const end = Number(request.query.get('endDate') ?? clock.now());
    const start = Number(request.query.get('startDate') ?? end - 7 * dayMs);
    return end - start > 14 * dayMs ? undefined : { start, end };
  }

  function list(request: ApiRequest): ApiAnswer {
    settleDue();
    const window = windowOf(request);
    const size = Number(request.query.get('size') ?? 20);
    const page = Number(request.query.get('page') ?? 0);
    if (request.query.get('supplierId') !== sellerId) return json(400, { errors: ['supplierId'] });
    if (!window || size > 50) return json(400, { errors: [{ field: 'startDate', message: 'Tarih aralığı geçersiz' }] });
    const status = request.query.get('status');
    const isByChange = request.query.get('orderByField') === 'LastModifiedDate';
    const timeOf = (question: Question): number => (isByChange ? question.modifiedAt : question.createdAt);
    const found = [...questions.values()]
      .filter((question) => timeOf(question) >= window.start && timeOf(question) <= window.end)
      .filter((question) => status === null || question.status === status)
      .sort((a, b) => timeOf(b) - timeOf(a) || Number(b.id) - Number(a.id));
    return json(200, {
      content: found.slice(page * size, (page + 1) * size).map(wire),
      page,
      size,
      totalElements: found.length,
      totalPages: Math.ceil(found.length / size),
    });
  }

  function take(question: Question, request: ApiRequest): ApiAnswer {
    settleDue();
    const { text = '' } = JSON.parse(request.text()) as { text?: string };
    const no = (message: string): ApiAnswer => json(400, { errors: [{ message }] });
    if (text === '') return no('Bir cevap giriniz.');
    if (question.answer) return no('Bu soru daha önce cevaplandı. Cevaplanmış sorular tekrar cevaplanamaz.');
    if (question.status === 'UNANSWERED') {
      return question.refusals >= mostRefusals
        ? no('Cevabınızda yasaklı kelime kullanma limitini aştığınız için soru kapatılmıştır.')
        : no('Belirtilen süre içinde cevap vermediğiniz için soru kapatılmıştır.');
    }
    if (text.length < 10) return no('Cevabınız 10 karakterden uzun olmalıdır.');
    if (text.length > 2000) return no('Cevabınız 2000 karakterden uzun olamaz.');
    question.answer = { id: nextAnswerId++, text, createdAt: clock.now(), isPublished: false };
    question.modifiedAt = clock.now();
    return successShape === 'guide' ? json(200, { answerId: 0 }) : json(200, 'Cevabınız başarıyla kaydedilmiştir.');
  }

  function orders(request: ApiRequest): ApiAnswer {
    const window = windowOf(request);
    const size = Number(request.query.get('size') ?? 50);
    if (!window || size > 200) return json(400, { errors: ['orders'] });
    const at = clock.now() - 2 * dayMs;
    const first = [...questions.values()][0];
    const isIn = first !== undefined && at >= window.start && at <= window.end;
    return json(200, {
      page: 0,
      size,
      totalPages: isIn ? 1 : 0,
      totalElements: isIn ? 1 : 0,
      content: isIn ? [orderOf(first, at)] : [],
    });
  }

  function add(text: string, createdAt: number): Question {
    const id = String(nextId++);
    const question: Question = {
      id,
      text,
      customerId: 9_900_000 + (nextId % 5000),
      createdAt,
      modifiedAt: createdAt,
      status: 'WAITING_FOR_ANSWER',
      refusals: 0,
    };
    questions.set(id, question);
    return question;
  }

  const questionOf = (threadKey: string): Question => {
    const question = questions.get(threadKey);
    if (!question) throw new Error(`There is no question ${threadKey}`);
    return question;
  };

  return {
    account: accountSchema.parse({
      id: 'acc-trendyol',
      channel: 'trendyol',
      label: 'Mavi Dükkân',
      address: sellerId,
      senderName: '',
      fields: { sellerId, storeFront, baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { apiKey, apiSecret },
    ask: (text) => add(text, clock.now()).id,
    askMany(count) {
      for (let index = 0; index < count; index += 1) add(`Soru ${index}`, clock.now() - (index % 80) * dayMs - index);
    },
    delivered(threadKey) {
      const { answer, rejected } = questionOf(threadKey);
      return [rejected, answer].filter((each) => each !== undefined).map(({ text }) => text);
    },
    setFault: server.setFault,
    close: server.close,
    question: questionOf,
    moderate() {
      for (const question of questions.values()) moderate(question);
    },
    refuseLater(threadKey, reason) {
      const question = questionOf(threadKey);
      if (!question.answer) throw new Error('There is no answer to refuse');
      const { id, text, createdAt } = question.answer;
      question.rejected = { id, text, createdAt, reason };
      delete question.answer;
      question.status = 'WAITING_FOR_ANSWER';
      question.modifiedAt = clock.now();
    },
    answerInPanel(threadKey, text) {
      const question = questionOf(threadKey);
      question.answer = { id: nextAnswerId++, text, createdAt: clock.now(), isPublished: true };
      question.status = 'ANSWERED';
      question.modifiedAt = clock.now();
    },
    requests: server.requests,
  };
}

function wire(question: Question): Record<string, unknown> {
  const { answer, rejected } = question;
  // While an answer is being checked, the question still waits and shows none.
  const shown = answer?.isPublished ? answer : undefined;
  return {
    id: Number(question.id),
    text: question.text,
    customerId: question.customerId,
    userName: 'E*** K***',
    showUserName: false,
    status: question.status,
    public: true,
    productMainId: 'KZK-1001',
    productName: 'Örgü Kazak',
    imageUrl: 'https://cdn.example.test/p/1001.jpg',
    webUrl: 'https://www.trendyol.com/x/p-1001',
    creationDate: question.createdAt,
    answeredDateMessage: shown ? 'Cevabınız yayınlandı.' : '',
    ...(shown
      ? { answer: { id: shown.id, text: shown.text, creationDate: shown.createdAt, hasPrivateInfo: false, reason: '' } }
      : {}),
    ...(rejected
      ? {
          rejectedAnswer: {
            id: rejected.id,
            text: rejected.text,
            creationDate: rejected.createdAt,
            reason: rejected.reason,
          },
        }
      : {}),
    rejectedDate: rejected ? rejected.createdAt : 0,
    reportedDate: 0,
    reason: rejected?.reason ?? '',
    reportReason: '',
  };
}

function orderOf({ customerId }: Question, orderDate: number): Record<string, unknown> {
  return {
    orderNumber: '10000000001',
    shipmentPackageId: 900_001,
    customerId,
    customerFirstName: 'Elif',
    customerLastName: 'Kaya',
    customerEmail: 'pf+x0000@trendyolmail.test',
    orderDate,
    status: 'Shipped',
    cargoProviderName: 'Test Kargo',
    cargoTrackingNumber: 7_280_000_000_000_000,
    totalPrice: 499.9,
    currencyCode: 'TRY',
    shipmentAddress: { city: 'İstanbul', district: 'Kadıköy', countryCode: 'TR' },
    lines: [
      { id: 1, quantity: 1, productName: 'Örgü Kazak', barcode: '8690000000001', price: 499.9, currencyCode: 'TRY' },
    ],
  };
}

export const trendyolHarness: MarketplaceHarness = {
  channel: 'trendyol',
  notApplicable: {},
  start: (clock) => startTrendyol(clock),
};

const asInGreece = 'the same calls as for Greece';

/** The international storefronts: a header more. Greece keeps every promise by itself, the others those that such a header could break. */
export const trendyolStorefronts: readonly MarketplaceHarness[] = ['GR', 'DE', 'RO', 'BG', 'CZ', 'SK', 'SA', 'AE'].map(
  (storeFront) => ({
    ...trendyolHarness,
    variant: storeFront,
    notApplicable:
      storeFront === 'GR'
        ? {}
        : Object.fromEntries(
            checks
              .filter((check) => !['same again', 'send once', '401'].includes(check))
              .map((check) => [check, asInGreece]),
          ),
    start: (clock) => startTrendyol(clock, { storeFront }),
  }),
);
