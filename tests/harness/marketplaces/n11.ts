// n11's ProductService and OrderService: SOAP with strict namespaces, credentials in the body, failures inside HTTP 200, one list of questions a minute.
import { XMLParser } from 'fast-xml-parser';
import { accountSchema } from '../../../shared/model/account.ts';
import { startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';
import { wsdl } from './wsdl.ts';

// Both answers about questions carry a result that the WSDL does not have.
const description = wsdl('n11', ['result']);
const appKey = 'n11-app-key-77';
const appSecret = 'n11-app-secret-Zk91';
const dayMs = 86_400_000;

interface Question {
  id: number;
  text: string;
  answer: string;
  askedAt: number;
  answeredAt?: number;
}

export interface N11Line {
  status: number;
  quantity?: number;
  /** Of one piece. */
  price?: string;
  trackingNumber?: string;
}

interface Order {
  number: string;
  email: string;
  madeAt: number;
  lines: readonly N11Line[];
}

export interface N11Marketplace extends Marketplace {
  /** The address that a question gives for its customer. */
  emailOf(threadKey: string): string;
  /** An order of this buyer, or its newest state; answers its number. */
  order(email: string, lines: readonly N11Line[], ageMs?: number, number?: string): string;
  /** Orders fail with this code from now on; undefined: they are given. */
  refuseOrders(errorCode: string | undefined): void;
  /** Lists of orders that were asked for. */
  readonly orderLists: readonly string[];
}

type Body = Record<string, unknown>;
const parser = new XMLParser({ parseTagValue: false });
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export async function startN11(clock: TestClock): Promise<N11Marketplace> {
  const questions = new Map<string, Question>();
  const orders = new Map<string, Order>();
  const orderLists: string[] = [];
  let orderRefusal: string | undefined;
  let nextId = 5001;
  let listedAt = -Infinity;
  const server = await startApiServer({
    handle,
    onSilence: clock.gaveUp,
    description,
    isWrite: (request) => request.text().includes('SaveProductAnswerRequest'),
  });

  const answer = (operation: string, inside: string): ApiAnswer => ({
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body:
      '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>' +
      `<ns3:${operation}Response xmlns:ns3="http://www.n11.com/ws/schemas">${inside}</ns3:${operation}Response>` +
      '</SOAP-ENV:Body></SOAP-ENV:Envelope>',
  });
  const failure = (operation: string, code: string, words: string): ApiAnswer =>
    answer(
      operation,
      `<result><status>failure</status><errorCode>${code}</errorCode><errorMessage>${words}</errorMessage></result>`,
    );
  const fault = (words: string): ApiAnswer => ({
    status: 500,
    body: `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>${words}</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>`,
  });

  function handle(request: ApiRequest): ApiAnswer {
    const text = request.text();
    const service = /^\/(productService|orderService)\/$/.exec(request.path)?.[1];
    if (request.method !== 'POST' || service === undefined || request.headers['soapaction'] !== '""')
      return fault('method');
    // The operation's element carries the prefix, its children none.
    const [, operation] = /<sch:(\w+)Request>/.exec(text) ?? [];
    if (
      !operation ||
      !text.includes('xmlns:sch="http://www.n11.com/ws/schemas"') ||
      /<sch:(?!\w+Request>)/.test(text)
    ) {
      return fault('The namespaces are wrong');
    }
    const envelope = parser.parse(text) as Record<string, Record<string, Record<string, Body>>>;
    const body = envelope['soapenv:Envelope']?.['soapenv:Body']?.[`sch:${operation}Request`];
    const auth = body?.['auth'] as Body | undefined;
    if (!body || Object.keys(body)[0] !== 'auth') return fault('auth comes first');
    if (auth?.['appKey'] !== appKey || auth['appSecret'] !== appSecret) {
      return failure(operation, 'SELLER_API.authenticationFailed', 'Kimlik doğrulanamadı');
    }
    if ((operation === 'DetailedOrderList') !== (service === 'orderService')) return fault('No such operation');
    if (operation === 'DetailedOrderList') return orderList(body);
    if (operation === 'GetProductQuestionList') return list(body);
    const question = questions.get(String(body['productQuestionId']));
    if (!question) return failure(operation, 'SELLER_API.notFound', 'Soru bulunamadı');
    return operation === 'SaveProductAnswer' ? save(question, body) : detail(question);
  }

  function list(body: Body): ApiAnswer {
    const operation = 'GetProductQuestionList';
    if (clock.now() - listedAt < 60_000) {
      const words = 'Ürün soruları 1 dakikada bir kez listelenebilmektedir.';
      return failure(operation, 'SELLER_API.getProductQuestionListRequest.accessLimit.reached', words);
    }
    listedAt = clock.now();
    const paging = body['pagingData'] as Body;
    const page = Number(paging['currentPage']);
    const size = Number(paging['pageSize']);
    if (size > 100) return failure(operation, 'SELLER_API.pageSize', 'pageSize');
    const all = [...questions.values()].sort((a, b) => b.askedAt - a.askedAt || b.id - a.id);
    const shown = all.slice(page * size, (page + 1) * size);
    const inside = shown.map((question) => `<productQuestion>${listed(question)}</productQuestion>`).join('');
    const pages = Math.ceil(all.length / size);
    return answer(
      operation,
      `<result><status>success</status></result>${shown.length === 0 ? '<productQuestions/>' : `<productQuestions>${inside}</productQuestions>`}` +
        `<pagingData><currentPage>${page}</currentPage><pageSize>${size}</pageSize><totalCount>${all.length}</totalCount><pageCount>${pages}</pageCount></pagingData>`,
    );
  }

  function orderList(body: Body): ApiAnswer {
    const operation = 'DetailedOrderList';
    if (orderRefusal !== undefined) return failure(operation, orderRefusal, 'Sipariş listelenemedi');
    const { period } = body['searchData'] as { period: { startDate: string; endDate: string } };
    const [start, end] = [startOfDay(period.startDate), startOfDay(period.endDate) + dayMs];
    if (!(start < end)) return failure(operation, 'SELLER_API.period', 'period');
    orderLists.push(`${period.startDate}–${period.endDate}`);
    const paging = body['pagingData'] as Body;
    const page = Number(paging['currentPage']);
    const size = Number(paging['pageSize']);
    if (size > 100) return failure(operation, 'SELLER_API.pageSize', 'pageSize');
    const all = [...orders.values()]
      .filter(({ madeAt }) => madeAt >= start && madeAt < end)
      .sort((a, b) => b.madeAt - a.madeAt);
    const shown = all
      .slice(page * size, (page + 1) * size)
      .map(wireOrder)
      .join('');
    const pages = Math.ceil(all.length / size);
    return answer(
      operation,
      `<result><status>success</status></result>${shown === '' ? '' : `<orderList>${shown}</orderList>`}` +
        `<pagingData><currentPage>${page}</currentPage><pageSize>${size}</pageSize><totalCount>${all.length}</totalCount><pageCount>${pages}</pageCount></pagingData>`,
    );
  }

  const wireOrder = ({ number, email, madeAt, lines }: Order): string =>
    `<order><id>77${number}</id><invoiceType>1</invoiceType><status>2</status><orderNumber>${number}</orderNumber>` +
    `<totalAmount>439.53</totalAmount><paymentType>1</paymentType><citizenshipId/>` +
    `<orderItemList>${lines.map(wireLine).join('')}</orderItemList><createDate>${istanbul(madeAt)}</createDate><serviceItemList/>` +
    // seen in answers, not in the WSDL's type of this operation
    `<buyer><id>31</id><fullName>Deniz Ak</fullName><taxId/><taxOffice/>${email === '' ? '<email/>' : `<email>${email}</email>`}<tcId/></buyer>` +
    `<shippingAddress><address>Test Sokak 1</address><fullName>Deniz Ak</fullName><city>İzmir</city><district>Konak</district><neighborhood/>` +
    '<postalCode>01000</postalCode><gsm/><tcId/><taxId/><taxHouse/></shippingAddress></order>';

  const wireLine = ({ status, quantity = 1, price = '439.53', trackingNumber = '' }: N11Line, index: number): string =>
    `<orderItem><id>${index + 1}</id><stockKeepingUnitId>1</stockKeepingUnitId><productSellerCode>K1</productSellerCode><price>${price}</price>` +
    `<sellerDiscount>0</sellerDiscount><mallDiscount>0</mallDiscount><commission>0</commission><status>${status}</status><quantity>${quantity}</quantity>` +
    `<productName>Örgü Kazak</productName><deliveryFeeType>1</deliveryFeeType><dueAmount>439.53</dueAmount>` +
    `<shipmentInfo><shipmentCompany><id>345</id><name>Test Kargo</name><shortName>TK</shortName></shipmentCompany>` +
    `<trackingNumber>${trackingNumber}</trackingNumber><trackingNumberStatus/><shipmentCode/><campaignNumber/><shipmentMethod>1</shipmentMethod>` +
    '<campaignNumberStatus/></shipmentInfo><attributes/><customTextOptionValues/><bundle>false</bundle><updatedDate>23/04/2026 14:01</updatedDate>' +
    '<cargoCompanyWarning/></orderItem>';

  const emailOf = (id: string): string => `deniz${id}@n11.test`;

  const listed = ({ id, text, answer: given }: Question): string =>
    `<id>${id}</id><productId>400100</productId><productTitle>Örgü Kazak</productTitle><questionSubject>Ürün</questionSubject>` +
    `<question>${escaped(text)}</question>${given === '' ? '<answer/>' : `<answer>${escaped(given)}</answer>`}<images/>`;

  function detail(question: Question): ApiAnswer {
    const inside =
      '<productId>400100</productId><productTitle>Örgü Kazak</productTitle><questionSubject>Ürün</questionSubject>' +
      `<question>${escaped(question.text)}</question>${question.answer === '' ? '<answer/>' : `<answer>${escaped(question.answer)}</answer>`}` +
      `<fullName>Deniz Ak</fullName><email>${emailOf(String(question.id))}</email><productStatus>Active</productStatus>` +
      `<status>${question.answer === '' ? 'OPEN' : 'CLOSED'}</status><questionDate>${istanbul(question.askedAt)}</questionDate>` +
      `<answeredDate>${question.answeredAt === undefined ? '' : istanbul(question.answeredAt)}</answeredDate><sellerExpose/><buyerExpose/><images/>`;
    return answer(
      'GetProductQuestionDetail',
      `<result><status>success</status></result><productQuestion>${inside}</productQuestion>`,
    );
  }

  function save(question: Question, body: Body): ApiAnswer {
    const text = body['answer'];
    const operation = 'SaveProductAnswer';
    if (typeof text !== 'string' || text === '') return failure(operation, 'SELLER_API.answer', 'Cevap boş olamaz');
    if (question.answer !== '') return failure(operation, 'SELLER_API.alreadyAnswered', 'Soru daha önce cevaplanmış');
    question.answer = text;
    question.answeredAt = clock.now();
    return answer(operation, '<result><status>success</status></result>');
  }

  const ask = (text: string, askedAt: number): string => {
    const id = nextId++;
    questions.set(String(id), { id, text, answer: '', askedAt });
    return String(id);
  };

  return {
    account: accountSchema.parse({
      id: 'acc-n11',
      channel: 'n11',
      label: 'Mavi Dükkân',
      address: 'mavi-dukkan',
      senderName: '',
      fields: { shopName: 'mavi-dukkan', baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { appKey, appSecret },
    ask: (text) => ask(text, clock.now()),
    askMany(count) {
      for (let index = 0; index < count; index += 1) ask(`Soru ${index}`, clock.now() - (index % 80) * dayMs - index);
    },
    delivered(threadKey) {
      const given = questions.get(threadKey)?.answer ?? '';
      return given === '' ? [] : [given];
    },
    setFault: server.setFault,
    close: server.close,
    emailOf,
    order(email, lines, ageMs = dayMs, number = `2${String(orders.size).padStart(11, '0')}`) {
      orders.set(number, { number, email, lines, madeAt: orders.get(number)?.madeAt ?? clock.now() - ageMs });
      return number;
    },
    refuseOrders(errorCode) {
      orderRefusal = errorCode;
    },
    orderLists,
  };
}

/** Of `24/08/2026`, in Istanbul. */
function startOfDay(day: string): number {
  const [, date = '', month = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day) ?? [];
  return Date.parse(`${year}-${month}-${date}T00:00:00+03:00`);
}

/** `24/08/2026 14:05` on Istanbul's clock. */
function istanbul(at: number): string {
  const date = new Date(at + 3 * 3_600_000).toISOString();
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} ${date.slice(11, 16)}`;
}

export const n11Harness: MarketplaceHarness<N11Marketplace> = { channel: 'n11', notApplicable: {}, start: startN11 };
