// Çiçeksepeti's seller questions as second-hand sources describe them: a key in a header, 32 days, five seconds apart.
import { accountSchema } from '../../../shared/model/account.ts';
import { json, startApiServer, type ApiAnswer, type ApiRequest } from './api-server.ts';
import { openApi } from './description.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const description = openApi('ciceksepeti');
const sellerId = '40404';
const apiKey = 'cs-key-9a8b7c6d';
const dayMs = 86_400_000;
/** Not documented; a page of this size keeps ten thousand questions at a hundred calls. */
const pageSize = 100;

interface Question {
  id: number;
  text: string;
  askedAt: number;
  answer?: string;
  answeredAt?: number;
}

export async function startCiceksepeti(clock: TestClock): Promise<Marketplace> {
  const questions = new Map<string, Question>();
  const lastOf = new Map<string, number>();
  let lastAt = -Infinity;
  let nextId = 90_001;
  let complaints = 0;
  const server = await startApiServer({ handle, onSilence: clock.gaveUp, description });
  // Both spellings have been seen.
  const complaint = (status: number, words: string): ApiAnswer =>
    json(status, (complaints += 1) % 2 === 0 ? { Message: words } : { message: words });

  function handle(request: ApiRequest): ApiAnswer {
    const { headers, path, method, query } = request;
    if (headers['x-api-key'] !== apiKey) return complaint(401, 'Unauthorized');
    if (!(headers['user-agent'] ?? '').startsWith(sellerId)) return complaint(403, 'user-agent');
    const now = clock.now();
    const same = `${method} ${path}?${query.toString()} ${request.text()}`;
    if (now - lastAt < 5000 || now - (lastOf.get(same) ?? -Infinity) < 10_000) return complaint(429, 'Çok sık istek');
    lastAt = now;
    lastOf.set(same, now);
    if (path === '/api/v1/sellerquestions' && method === 'GET') return list(query);
    const question = questions.get(/^\/api\/v1\/sellerquestions\/(\d+)$/.exec(path)?.[1] ?? '');
    if (!question) return complaint(404, 'Soru bulunamadı');
    return method === 'PUT' ? take(question, request) : complaint(405, 'method');
  }

  function list(query: URLSearchParams): ApiAnswer {
    const id = query.get('Id');
    if (id !== null) {
      const question = questions.get(id);
      return json(200, { items: question ? [wire(question)] : [], hasNextPage: false });
    }
    const from = Date.parse(query.get('CreateStartDate') ?? '');
    const to = Date.parse(query.get('CreateEndDate') ?? '');
    if (Number.isNaN(from) || Number.isNaN(to) || to - from > 32 * dayMs) return complaint(400, 'Tarih aralığı');
    const page = Number(query.get('Page') ?? 1);
    const found = [...questions.values()]
      .filter(({ askedAt }) => askedAt >= from && askedAt <= to)
      .sort((a, b) => b.askedAt - a.askedAt || b.id - a.id);
    const items = found.slice((page - 1) * pageSize, page * pageSize).map(wire);
    return json(200, { items, hasNextPage: page * pageSize < found.length });
  }

  function take(question: Question, request: ApiRequest): ApiAnswer {
    const { answer, branchActionId } = JSON.parse(request.text()) as { answer?: string; branchActionId?: number };
    if (branchActionId !== 1 || !answer) return complaint(400, 'branchActionId');
    if (question.answer !== undefined) return complaint(400, 'Soru zaten cevaplandı');
    question.answer = answer;
    question.answeredAt = clock.now();
    return json(200, {});
  }

  const ask = (text: string, askedAt: number): string => {
    const id = nextId++;
    questions.set(String(id), { id, text, askedAt });
    return String(id);
  };

  return {
    account: accountSchema.parse({
      id: 'acc-ciceksepeti',
      channel: 'ciceksepeti',
      label: 'Mavi Dükkân',
      address: sellerId,
      senderName: '',
      fields: { sellerId, baseUrl: server.baseUrl },
      createdAt: 0,
    }),
    secrets: { apiKey },
    ask: (text) => ask(text, clock.now()),
    askMany(count) {
      for (let index = 0; index < count; index += 1) ask(`Soru ${index}`, clock.now() - (index % 80) * dayMs - index);
    },
    delivered(threadKey) {
      const given = questions.get(threadKey)?.answer;
      return given === undefined ? [] : [given];
    },
    setFault: server.setFault,
    close: server.close,
  };
}

function wire({ id, text, askedAt, answer, answeredAt }: Question): Record<string, unknown> {
  return {
    id,
    product: { code: 'KZK-1001', name: 'Örgü Kazak', url: 'https://www.ciceksepeti.test/p-1001', imageUrl: '' },
    question: text,
    answer: answer ?? null,
    questionDate: new Date(askedAt).toISOString(),
    answered: answer !== undefined,
    answerDate: answeredAt === undefined ? null : new Date(answeredAt).toISOString(),
    branchActionId: answer === undefined ? null : 1,
  };
}

export const ciceksepetiHarness: MarketplaceHarness = {
  channel: 'ciceksepeti',
  notApplicable: {},
  start: startCiceksepeti,
};
