// The descriptions that the marketplaces' servers are held against do find what is wrong, in requests and in answers.
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiRequest } from '../harness/marketplaces/api-server.ts';
import { json } from '../harness/marketplaces/api-server.ts';
import { openApi } from '../harness/marketplaces/description.ts';
import { wsdl } from '../harness/marketplaces/wsdl.ts';

function request(method: string, address: string, body = '', headers: Record<string, string> = {}): ApiRequest {
  const { pathname: path, searchParams: query } = new URL(address, 'http://127.0.0.1');
  const bytes = Buffer.from(body);
  const form = () => new Response(body, { headers }).formData();
  return { method, path, query, headers, bytes, text: () => body, form };
}
const inJson = { 'content-type': 'application/json' };

test('paths, queries and headers', async () => {
  const described = openApi('trendyol', /^\/order\//);
  const faults = (address: string, headers = {}) =>
    described({ request: request('GET', `/qna/sellers/7/questions/${address}`, '', headers) });
  const agent = { 'user-agent': '7 - SelfIntegration' };
  expect(await faults('filter?page=0&size=50&status=ANSWERED', agent)).toEqual([]);
  expect(await faults('filter?page=first&sort=newest')).toEqual([
    expect.stringContaining('query sort is not described'),
    expect.stringContaining('query page must be integer'),
    expect.stringContaining('header User-Agent is missing'),
  ]);
  expect(await faults('filter?orderByField=Newest', agent)).toEqual([
    expect.stringContaining('query orderByField must be equal'),
  ]);
  expect(await faults('318/answers', agent)).toEqual([expect.stringContaining('is not described')]);
  expect(await described({ request: request('GET', '/elsewhere') })).toEqual(['GET /elsewhere: is not described']);
  expect(await described({ request: request('GET', '/order/sellers/7/orders?x=1') })).toEqual([]);
});

test('bodies, in JSON and as forms', async () => {
  const send = (body: string) =>
    openApi('ebay')({ request: request('POST', '/commerce/message/v1/send_message', body, inJson) });
  expect(await send('{"conversationId":"1","messageText":"Hello"}')).toEqual([]);
  expect(await send('{"conversationId":1,"text":"Hello"}')).toEqual([
    expect.stringContaining('body text is not described'),
    expect.stringContaining('body/conversationId must be string'),
  ]);
  const form = new Response(new URLSearchParams({ Answer: 'Evet', Text: 'Evet' }));
  const headers = { merchantid: 'm', 'user-agent': 'a', 'content-type': form.headers.get('content-type') ?? '' };
  expect(
    await openApi('hepsiburada')({
      request: request('POST', '/api/v1.0/issues/41/answer', await form.text(), headers),
    }),
  ).toEqual([expect.stringContaining('content type application/x-www-form-urlencoded')]);
});

test('answers: what is missing, what is of another kind, a status that nobody promised', async () => {
  const threads = (answer: ApiAnswer) => openApi('mirakl')({ request: request('GET', '/api/inbox/threads'), answer });
  expect(await threads(json(200, { data: [] }))).toEqual([]);
  expect(await threads(json(200, { data: [{ id: 7 }] }))).toEqual(
    expect.arrayContaining([expect.stringContaining('answer 200/data/0/id must be string')]),
  );
  expect(await threads(json(201, { data: [] }))).toEqual([expect.stringContaining('status 201 is not described')]);
});

test('SOAP: names, order, kinds and values', async () => {
  const faults = (inside: string) =>
    wsdl('n11', ['result'])({ request: request('POST', '/', `<e:Envelope><e:Body>${inside}</e:Body></e:Envelope>`) });
  const auth = '<auth><appKey>k</appKey><appSecret>s</appSecret></auth>';
  const save = (inside: string) => faults(`<s:SaveProductAnswerRequest>${inside}</s:SaveProductAnswerRequest>`);
  expect(await save(`${auth}<productQuestionId>5001</productQuestionId><answer>Evet</answer>`)).toEqual([]);
  expect(await save(`<answer>Evet</answer>${auth}<productQuestionId>x</productQuestionId>`)).toEqual([
    'SaveProductAnswerRequest: the order is auth, productQuestionId, answer',
    'SaveProductAnswerRequest/productQuestionId: x is no long',
  ]);
  expect(await save(`${auth}<productAnswer>Evet</productAnswer>`)).toEqual([
    'SaveProductAnswerRequest/productAnswer is not described',
    'SaveProductAnswerRequest/productQuestionId is missing',
    'SaveProductAnswerRequest/answer is missing',
  ]);
});
