// n11's services: three operations for questions and one for orders, errors inside HTTP 200, one list of questions a minute.
import * as z from 'zod';
import { AppError, type ErrorCode } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { checked, idSchema } from '../checked.ts';
import type { NetworkDeps } from '../connector.ts';
import { checkedBaseUrl, makeHttp, makeRate, type Rate } from '../http.ts';
import { faultWords, soapAnswer, soapRequest, type SoapFields } from './soap.ts';

const liveUrl = 'https://api.n11.com/ws';
/** "Product questions can be listed once a minute", and a little more for clocks that differ. */
const listEveryMs = 61_000;
export const pageSize = 100;

/** Empty elements come as ''. */
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).nullish();
/** A list of one is its element. */
const someOf = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema)]);
export const rowsOf = <Row>(found: Row | readonly Row[]): readonly Row[] =>
  Array.isArray(found) ? (found as readonly Row[]) : [found as Row];
const pagingSchema = z.object({ totalCount: z.string().nullish(), pageCount: z.string().nullish() });

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
  productQuestions: orEmpty(z.object({ productQuestion: someOf(listedSchema) })),
  pagingData: pagingSchema,
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

const orderLineSchema = z.object({
  productName: z.string().nullish(),
  quantity: z.string().nullish(),
  /** Of one piece. */
  price: z.string().nullish(),
  /** 1 to 17; see `to-items`. */
  status: z.string().nullish(),
  shipmentInfo: orEmpty(
    z.object({
      shipmentCompany: orEmpty(z.object({ name: z.string().nullish() })),
      trackingNumber: z.string().nullish(),
    }),
  ),
});
export type N11OrderLine = z.infer<typeof orderLineSchema>;
const orderSchema = z.object({
  orderNumber: idSchema,
  createDate: z.string().nullish(),
  totalAmount: z.string().nullish(),
  buyer: orEmpty(z.object({ fullName: z.string().nullish(), email: z.string().nullish() })),
  shippingAddress: orEmpty(z.object({ city: z.string().nullish() })),
  orderItemList: orEmpty(z.object({ orderItem: someOf(orderLineSchema) })),
});
export type N11Order = z.infer<typeof orderSchema>;
const orderPageSchema = z.object({
  orderList: orEmpty(z.object({ order: someOf(orderSchema) })),
  pagingData: pagingSchema,
});

export interface N11Rates {
  list: Rate;
  others: Rate;
  orders: Rate;
}

/** Shared by both sessions of an account. Ten details a second is what one shop's inbox asks at most; of orders nothing is published. */
export const n11Rates = (): N11Rates => ({
  list: makeRate(1, listEveryMs),
  others: makeRate(10, 1000),
  orders: makeRate(1, 1000),
});

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
  const auth = [
    'auth',
    [
      ['appKey', appKey],
      ['appSecret', appSecret],
    ],
  ] as const;
  const call = async (
    service: string,
    operation: string,
    rest: SoapFields,
    rate: Rate,
    signal: AbortSignal,
  ): Promise<unknown> => {
    const body = soapRequest(operation, [auth, ...rest]);
    const answer = await http.send({ method: 'POST', path: `/${service}/`, body, rate }, signal);
    const raw = soapAnswer(operation, answer.text());
    refuseFailure(raw);
    return raw;
  };
  const paging = (page: number) =>
    [
      'pagingData',
      [
        ['currentPage', String(page)],
        ['pageSize', String(pageSize)],
      ],
    ] as const;
  return {
    /** Waits for its minute. `page` from 0. */
    async list(
      page: number,
      signal: AbortSignal,
    ): Promise<{ questions: readonly ListedQuestion[]; pageCount: number }> {
      const search = anything(['productId', 'buyerEmail', 'subject', 'status', 'questionDate', 'startDate', 'endDate']);
      const rest: SoapFields = [['productQuestionSearch', search], paging(page)];
      const raw = await call('productService', 'GetProductQuestionList', rest, rates.list, signal);
      const answer = checked(listSchema, raw, 'The list of questions');
      const { productQuestions, pagingData } = answer;
      return { questions: rowsOf(productQuestions?.productQuestion ?? []), pageCount: pageCountOf(pagingData) };
    },
    async detail(id: string, signal: AbortSignal): Promise<QuestionDetail> {
      const raw = await call(
        'productService',
        'GetProductQuestionDetail',
        [['productQuestionId', id]],
        rates.others,
        signal,
      );
      return checked(detailSchema, raw, 'The question').productQuestion;
    },
    async answer(id: string, text: string, signal: AbortSignal): Promise<void> {
      const rest: SoapFields = [
        ['productQuestionId', id],
        ['answer', text],
      ];
      const raw = await call('productService', 'SaveProductAnswer', rest, rates.others, signal);
      checked(savedSchema, raw, 'What became of the answer');
    },
    /** Made on these days of Istanbul's calendar, both included (`24/08/2026`). `page` from 0. */
    async orders(query: { startDay: string; endDay: string; page: number }, signal: AbortSignal) {
      const search: SoapFields = [
        ...anything([
          'productId',
          'status',
          'buyerName',
          'orderNumber',
          'productSellerCode',
          'recipient',
          'sameDayDelivery',
        ]),
        [
          'period',
          [
            ['startDate', query.startDay],
            ['endDate', query.endDay],
          ],
        ],
        ['sortForUpdateDate', 'false'],
        ['updateDateSortOrder', ''],
      ];
      const rest: SoapFields = [['searchData', search], paging(query.page)];
      const raw = await call('orderService', 'DetailedOrderList', rest, rates.orders, signal);
      const { orderList, pagingData } = checked(orderPageSchema, raw, 'The list of orders');
      return { orders: rowsOf(orderList?.order ?? []), pageCount: pageCountOf(pagingData) };
    },
  };
}
const anything = (names: readonly string[]): SoapFields => names.map((name) => [name, ''] as const);
const pageCountOf = ({ pageCount }: z.infer<typeof pagingSchema>): number => Number(pageCount ?? '1') || 0;
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
