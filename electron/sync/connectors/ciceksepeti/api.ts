// Çiçeksepeti's seller questions, as second-hand sources describe them.
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema, timeSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';

const liveUrl = 'https://apis.ciceksepeti.com';
/** One request in 5 s, the same body once in 10 s: with 10 s between any two both hold. */
const requestEveryMs = 10_000;
/** "At most 32 days"; a little less, for clocks that differ. */
export const windowMs = 31 * 86_400_000;
/** Publish the answer; the other actions are done in the panel. */
const publishAction = 1;

/** The zone is not known; times without one are taken as Istanbul's. */
const dateSchema = timeSchema('+03:00');

const questionSchema = z.object({
  id: idSchema,
  product: z.object({ code: z.string().nullish(), name: z.string().nullish(), url: z.string().nullish() }).nullish(),
  question: z.string(),
  answer: z.string().nullish(),
  questionDate: dateSchema.nullish(),
  createdDate: dateSchema.nullish(),
  answerDate: dateSchema.nullish(),
  answered: z.boolean().nullish(),
  branchActionId: z.number().nullish(),
});
export type SellerQuestion = z.infer<typeof questionSchema>;
const pageSchema = z.object({ items: z.array(questionSchema), hasNextPage: z.boolean() });
const errorSchema = z.object({ Message: z.string().nullish(), message: z.string().nullish() });

export const ciceksepetiRate = (): Rate => makeRate(1, requestEveryMs);

/** @throws AppError `auth-failed` when the key is missing */
export function ciceksepetiApi(
  fields: Account['fields'],
  secrets: Secrets,
  deps: NetworkDeps,
  rate: Rate = ciceksepetiRate(),
) {
  const { sellerId = '' } = fields ?? {};
  const { apiKey = '' } = secrets;
  if (apiKey === '') throw new AppError('auth-failed', 'The key is missing');
  const http = makeHttp(deps, {
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
    headers: { 'x-api-key': apiKey, 'user-agent': sellerId, accept: 'application/json' },
    secrets: [apiKey],
    rate,
    wordsOf: (body) => {
      try {
        const { data } = errorSchema.safeParse(JSON.parse(body));
        return data?.Message ?? data?.message ?? undefined;
      } catch {
        return undefined; // no JSON
      }
    },
  });
  const path = '/api/v1/sellerquestions';
  const list = async (query: Record<string, string | number>, signal: AbortSignal) =>
    checked(pageSchema, (await http.send({ path, query }, signal)).json(), 'The list of questions');
  return {
    /** Times in epoch ms, at most `windowMs` apart; `page` from 1. */
    page: (from: number, to: number, page: number, signal: AbortSignal) =>
      list(
        { CreateStartDate: new Date(from).toISOString(), CreateEndDate: new Date(to).toISOString(), Page: page },
        signal,
      ),
    async question(id: string, signal: AbortSignal): Promise<SellerQuestion> {
      const { items } = await list({ Id: id }, signal);
      const [found] = items;
      if (!found)
        throw new AppError('gone', 'Çiçeksepeti does not know this question any more', { detail: { status: 200 } });
      return found;
    },
    async answer(id: string, text: string, signal: AbortSignal): Promise<void> {
      const json = { answer: text, branchActionId: publishAction };
      await http.send({ method: 'PUT', path: `${path}/${encodeURIComponent(id)}`, json }, signal);
    },
  };
}
export type CiceksepetiApi = ReturnType<typeof ciceksepetiApi>;
