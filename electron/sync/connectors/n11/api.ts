// n11's ProductService: three operations for questions, errors inside HTTP 200, one list a minute.
import * as z from 'zod';
import { AppError, type ErrorCode } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';
import { faultWords, soapAnswer, soapRequest, type SoapFields } from './soap.ts';

const liveUrl = 'https://api.n11.com/ws/productService';
/** "Product questions can be listed once a minute", and a little more for clocks that differ. */
const listEveryMs = 61_000;
export const pageSize = 100;

/** Empty elements come as ''. */
const resultSchema = z.object({
  status: z.string().nullish(),
  errorCode: z.string().nullish(),
  errorMessage: z.string().nullish(),
});
const listedSchema = z.object({
  id: idSchema,
  productId: idSchema.nullish(),
  productTitle: z.string().nullish(),
  questionSubject: z.string().nullish(),
  question: z.string(),
  answer: z.string().nullish(),
});
export type ListedQuestion = z.infer<typeof listedSchema>;
const listSchema = z.object({
  result: resultSchema.nullish(),
  // one element, a list, or an empty element
  productQuestions: z.union([
    z.literal(''),
    z.object({ productQuestion: z.union([listedSchema, z.array(listedSchema)]) }),
  ]),
  pagingData: z.object({ totalCount: z.string().nullish(), pageCount: z.string().nullish() }),
});
const detailSchema = z.object({
  result: resultSchema.nullish(),
  productQuestion: z.object({
    productId: idSchema.nullish(),
    productTitle: z.string().nullish(),
    questionSubject: z.string().nullish(),
    question: z.string(),
    answer: z.string().nullish(),
    fullName: z.string().nullish(),
    email: z.string().nullish(),
    status: z.string().nullish(),
    questionDate: z.string().nullish(),
    answeredDate: z.string().nullish(),
  }),
});
export type QuestionDetail = z.infer<typeof detailSchema>['productQuestion'];
const savedSchema = z.object({ result: resultSchema });

export interface N11Rates {
  list: Rate;
  others: Rate;
}

/** Shared by both sessions of an account. Ten details a second is what one shop's inbox asks at most. */
export const n11Rates = (): N11Rates => ({ list: makeRate(1, listEveryMs), others: makeRate(10, 1000) });

/** @throws AppError `auth-failed` when a key is missing */
export function n11Api(fields: Account['fields'], secrets: Secrets, deps: NetworkDeps, rates: N11Rates = n11Rates()) {
  const { appKey = '', appSecret = '' } = secrets;
  if (appKey === '' || appSecret === '') throw new AppError('auth-failed', 'A key is missing');
  const http = makeHttp(deps, {
    baseUrl: checkedBaseUrl(fields?.[baseUrlField], liveUrl, deps),
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' },
    secrets: [appKey, appSecret],
    wordsOf: faultWords,
  });
  const auth = ['auth', [['appKey', appKey], ['appSecret', appSecret]]] as const;
  const call = async (operation: string, rest: SoapFields, rate: Rate, signal: AbortSignal): Promise<unknown> => {
    const body = soapRequest(operation, [auth, ...rest]);
    const answer = await http.send({ method: 'POST', path: '/', body, rate }, signal);
    return soapAnswer(operation, answer.text());
  };
  return {
    /** Waits for its minute. `page` from 0. */
    async list(page: number, signal: AbortSignal): Promise<{ questions: ListedQuestion[]; pageCount: number }> {
      const search: SoapFields = ['productId', 'buyerEmail', 'subject', 'status', 'questionDate', 'startDate', 'endDate'].map(
        (name) => [name, ''] as const,
      );
      const rest: SoapFields = [
        ['productQuestionSearch', search],
        ['pagingData', [['currentPage', String(page)], ['pageSize', String(pageSize)]]],
      ];
      const operation = 'GetProductQuestionList';
      const raw = await call(operation, rest, rates.list, signal);
      refuseFailure(raw);
      const answer = checked(listSchema, raw, 'The list of questions');
      const { productQuestions, pagingData } = answer;
      const found = productQuestions === '' ? [] : productQuestions.productQuestion;
      return { questions: Array.isArray(found) ? found : [found], pageCount: Number(pagingData.pageCount ?? '1') || 0 };
    },
    async detail(id: string, signal: AbortSignal): Promise<QuestionDetail> {
      const raw = await call('GetProductQuestionDetail', [['productQuestionId', id]], rates.others, signal);
      refuseFailure(raw);
      return checked(detailSchema, raw, 'The question').productQuestion;
    },
    async answer(id: string, text: string, signal: AbortSignal): Promise<void> {
      const rest: SoapFields = [['productQuestionId', id], ['answer', text]];
      const raw = await call('SaveProductAnswer', rest, rates.others, signal);
      refuseFailure(raw);
      checked(savedSchema, raw, 'What became of the answer');
    },
  };
}
export type N11Api = ReturnType<typeof n11Api>;

/** n11 says no with HTTP 200. */
function refuseFailure(raw: unknown): void {
  const parsed = z.object({ result: resultSchema }).safeParse(raw);
  const result = parsed.data?.result;
  if (result?.status?.toLowerCase() !== 'failure') return;
  const { errorCode, errorMessage } = result;
  const words = [errorMessage, errorCode].filter(Boolean).join(' · ') || 'n11 said no without a reason';
  const code = codeOf(errorCode ?? '', errorMessage ?? '');
  throw new AppError(code, words.slice(0, 500), {
    detail: { status: 200, reason: errorCode ?? '' },
    ...(code === 'server-busy' ? { retryAfterMs: listEveryMs } : {}),
  });
}

function codeOf(errorCode: string, words: string): ErrorCode {
  if (/accessLimit/i.test(errorCode)) return 'server-busy';
  if (/auth|appKey|appSecret/i.test(errorCode) || /yetki|kimlik/iu.test(words)) return 'auth-failed';
  return /notFound|bulunama/iu.test(`${errorCode} ${words}`) ? 'gone' : 'refused';
}
