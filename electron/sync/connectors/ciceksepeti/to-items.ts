// Turns Çiçeksepeti's questions into items.
import type { Item } from '../../../../shared/model/item.ts';
import { oneAnswerItems } from '../question-items.ts';
import type { SellerQuestion } from './api.ts';

/** Something was done with it, in the panel or here. */
export const isDone = (question: SellerQuestion): boolean => question.answered === true || Boolean(question.answer);

/** `fetchedAt`: the time of questions without a date. Customers have no name: each question is one of its own. */
export function questionItems(question: SellerQuestion, shop: string, fetchedAt: number): Item[] {
  const { id, product } = question;
  return oneAnswerItems({
    id,
    customer: { name: `Çiçeksepeti ${id}`, address: `question-${id}` },
    shop,
    subject: product?.name ?? '',
    text: question.question,
    askedAt: question.questionDate ?? question.createdDate ?? fetchedAt,
    answer: question.answer ?? '',
    answeredAt: question.answerDate ?? undefined,
    isOpen: !isDone(question),
    isPublic: true,
    ...(product?.name
      ? {
          product: {
            title: product.name.slice(0, 500),
            ...(product.code ? { sku: product.code } : {}),
            ...(product.url?.startsWith('https://') ? { url: product.url } : {}),
          },
        }
      : {}),
  });
}
