// The test servers answer in the shapes that the marketplaces' own descriptions give: checked against those, not against our connectors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, expect, it } from 'vitest';
import type { Marketplace } from '../harness/marketplaces/harness.ts';
import { startCiceksepeti } from '../harness/marketplaces/ciceksepeti.ts';
import { startHepsiburada } from '../harness/marketplaces/hepsiburada.ts';
import { makeTestClock } from '../harness/marketplaces/test-clock.ts';
import { startTrendyol } from '../harness/marketplaces/trendyol.ts';

const dayMs = 86_400_000;
const open: Marketplace[] = [];

afterEach(async () => {
  for (const market of open.splice(0)) await market.close();
});

/** What is wrong with `value` as `name` of a marketplace's description; empty: nothing. */
function faults(marketplace: string, name: string, value: unknown): string[] {
  const file = join(import.meta.dirname, `../fixtures/marketplaces/${marketplace}.schema.json`);
  // OpenAPI's own words (nullable, int64) are no JSON Schema; ajv knows the first, the second says nothing that matters here.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object, 'description');
  const validate = ajv.getSchema(`description#/components/schemas/${name}`);
  if (!validate) throw new Error(`${marketplace} describes no ${name}`);
  void validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function headersOf({ account, secrets }: Marketplace, password: string, user: string): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${user}:${secrets[password] ?? ''}`).toString('base64')}`,
    'user-agent': account.fields?.['userAgent'] ?? `${account.address} - SelfIntegration`,
  };
}

it('Trendyol: questions waiting, answered and refused; complaints', async () => {
  const clock = makeTestClock();
  const market = await startTrendyol(clock);
  open.push(market);
  const base = market.account.fields?.['baseUrl'] ?? '';
  const headers = headersOf(market, 'apiSecret', market.secrets['apiKey'] ?? '');
  const [answered, forbidden] = [market.ask('Stokta var mı?'), market.ask('Telefonunuz nedir?')];
  const post = (id: string, text: string) =>
    fetch(`${base}/qna/sellers/${market.account.address}/questions/${id}/answers`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ text }),
    });
  expect(typeof (await (await post(answered, 'Evet, stokta var.')).json())).toBe('string');
  await post(forbidden, 'Instagram hesabımızdan yazın.');
  const query = `supplierId=${market.account.address}&size=50&startDate=${clock.now() - dayMs}&endDate=${clock.now()}`;
  const page = (await (await fetch(`${base}/qna/sellers/${market.account.address}/questions/filter?${query}`, { headers })).json()) as {
    content: { status: string }[];
  };
  expect(page.content.map(({ status }) => status).sort()).toEqual(['ANSWERED', 'WAITING_FOR_ANSWER']);
  expect(faults('trendyol', 'Questions', page)).toEqual([]);
  expect(faults('trendyol', 'Error', await (await post(answered, 'Bir daha yazıyorum.')).json())).toEqual([]);
  expect(faults('trendyol', 'Error', await (await fetch(base, { headers: { authorization: 'x' } })).json())).toEqual([]);
});

it('Hepsiburada: the list, a thread with a file, complaints', async () => {
  const market = await startHepsiburada(makeTestClock());
  open.push(market);
  const base = `${market.account.fields?.['baseUrl'] ?? ''}/api/v1.0/issues`;
  const headers = { ...headersOf(market, 'serviceKey', market.account.address), merchantId: market.account.address };
  expect(faults('hepsiburada', 'IssuePage', await (await fetch(base, { headers })).json())).toEqual([]);
  const number = market.ask('Kargo nerede?');
  market.askAgain(number, 'Kutunun resmi');
  expect(faults('hepsiburada', 'IssuePage', await (await fetch(base, { headers })).json())).toEqual([]);
  expect(faults('hepsiburada', 'Issue', await (await fetch(`${base}/${number}`, { headers })).json())).toEqual([]);
  const refused = await fetch(`${base}/${number}/answer`, { method: 'POST', headers, body: '{}' });
  expect([refused.status, faults('hepsiburada', 'Error', await refused.json())]).toEqual([415, []]);
});

it('Çiçeksepeti: a question before and after its answer', async () => {
  const clock = makeTestClock();
  const market = await startCiceksepeti(clock);
  open.push(market);
  const base = `${market.account.fields?.['baseUrl'] ?? ''}/api/v1/sellerquestions`;
  const headers = { 'x-api-key': market.secrets['apiKey'] ?? '', 'user-agent': market.account.address };
  const id = market.ask('Aynı gün gelir mi?');
  const read = async () => {
    clock.advance(10_000);
    return ((await (await fetch(`${base}?Id=${id}`, { headers })).json()) as { items: unknown[] }).items[0];
  };
  expect(faults('ciceksepeti', 'SellerQuestion', await read())).toEqual([]);
  clock.advance(10_000);
  const body = JSON.stringify({ answer: 'Evet, bugün.', branchActionId: 1 });
  expect((await fetch(`${base}/${id}`, { method: 'PUT', headers, body })).status).toBe(200);
  expect(faults('ciceksepeti', 'SellerQuestion', await read())).toEqual([]);
});
