// n11's ProductService: SOAP with strict namespaces, credentials in the body, failures inside HTTP 200, one list a minute.
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

type Body = Record<string, unknown>;
const parser = new XMLParser({ parseTagValue: false });
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export async function startN11(clock: TestClock): Promise<Marketplace> {
  const questions = new Map<string, Question>();
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
    answer(operation, `<result><status>failure</status><errorCode>${code}</errorCode><errorMessage>${words}</errorMessage></result>`);
  const fault = (words: string): ApiAnswer => ({
    status: 500,
    body: `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>${words}</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>`,
  });

  function handle(request: ApiRequest): ApiAnswer {
    const text = request.text();
    if (request.method !== 'POST' || request.path !== '/' || request.headers['soapaction'] !== '""') return fault('method');
    // The operation's element carries the prefix, its children none.
    const [, operation] = /<sch:(\w+)Request>/.exec(text) ?? [];
    if (!operation || !text.includes('xmlns:sch="http://www.n11.com/ws/schemas"') || /<sch:(?!\w+Request>)/.test(text)) {
      return fault('The namespaces are wrong');
    }
    const envelope = parser.parse(text) as Record<string, Record<string, Record<string, Body>>>;
    const body = envelope['soapenv:Envelope']?.['soapenv:Body']?.[`sch:${operation}Request`];
    const auth = body?.['auth'] as Body | undefined;
    if (!body || Object.keys(body)[0] !== 'auth') return fault('auth comes first');
    if (auth?.['appKey'] !== appKey || auth['appSecret'] !== appSecret) {
      return failure(operation, 'SELLER_API.authenticationFailed', 'Kimlik doğrulanamadı');
    }
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

  const listed = ({ id, text, answer: given }: Question): string =>
    `<id>${id}</id><productId>400100</productId><productTitle>Örgü Kazak</productTitle><questionSubject>Ürün</questionSubject>` +
    `<question>${escaped(text)}</question>${given === '' ? '<answer/>' : `<answer>${escaped(given)}</answer>`}<images/>`;

  function detail(question: Question): ApiAnswer {
    const inside =
      '<productId>400100</productId><productTitle>Örgü Kazak</productTitle><questionSubject>Ürün</questionSubject>' +
      `<question>${escaped(question.text)}</question>${question.answer === '' ? '<answer/>' : `<answer>${escaped(question.answer)}</answer>`}` +
      `<fullName>Deniz Ak</fullName><email>deniz${question.id}@n11.test</email><productStatus>Active</productStatus>` +
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
  };
}

/** `24/08/2026 14:05` on Istanbul's clock. */
function istanbul(at: number): string {
  const date = new Date(at + 3 * 3_600_000).toISOString();
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} ${date.slice(11, 16)}`;
}

export const n11Harness: MarketplaceHarness = { channel: 'n11', notApplicable: {}, start: startN11 };
