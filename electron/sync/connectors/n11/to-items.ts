// Turns n11's questions into items; its dates are Istanbul's wall clock in two notations.
import type { Item } from '../../../../shared/model/item.ts';
import { oneAnswerItems } from '../question-items.ts';
import type { QuestionDetail } from './api.ts';

/** Istanbul has been at UTC+3 all year since 2016. */
const istanbulMs = 3 * 3_600_000;

/** `24/08/2026 14:05` as seen, `2026-08-24` as described (with or without a zone); undefined for anything else. Epoch ms. */
export function parseDate(text: string | null | undefined): number | undefined {
  const given = (text ?? '').trim();
  const seen = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(given);
  if (seen) {
    const [, day, month, year, hour = '0', minute = '0', second = '0'] = seen;
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - istanbulMs;
  }
  const described = /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(given);
  if (!described) return undefined;
  return Date.UTC(Number(described[1]), Number(described[2]) - 1, Number(described[3])) - istanbulMs;
}

/** `fetchedAt`: the time of questions whose date cannot be read. */
export function questionItems(id: string, question: QuestionDetail, shop: string, fetchedAt: number): Item[] {
  const answer = question.answer ?? '';
  const title = question.productTitle ?? '';
  return oneAnswerItems({
    id,
    customer: { name: question.fullName ?? '', address: (question.email ?? '') || `question-${id}` },
    shop,
    subject: [question.questionSubject, title].filter(Boolean).join(' · '),
    text: question.question,
    askedAt: parseDate(question.questionDate) ?? fetchedAt,
    answer,
    answeredAt: parseDate(question.answeredDate),
    isOpen: answer === '' && question.status?.toUpperCase() !== 'CLOSED',
    ...(title === '' ? {} : { product: { title: title.slice(0, 500), ...(question.productId ? { sku: question.productId } : {}) } }),
  });
}
