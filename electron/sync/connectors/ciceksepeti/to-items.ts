// Turns Çiçeksepeti's questions into items.
import type { Item } from '../../../../shared/model/item.ts';
import { messageItem } from '../thread-message.ts';
import type { SellerQuestion } from './api.ts';

/** Something was done with it, in the panel or here. */
export const isDone = (question: SellerQuestion): boolean => question.answered === true || Boolean(question.answer);

/** `fetchedAt`: the time of questions without a date. Customers have no name: each question is one of its own. */
export function questionItems(question: SellerQuestion, shop: string, fetchedAt: number): Item[] {
  const { id, product } = question;
  const at = question.questionDate ?? question.createdDate ?? fetchedAt;
  const base = { threadKey: id, customer: { name: `Çiçeksepeti ${id}`, address: `question-${id}` }, shop, subject: product?.name ?? '' };
  const answer = question.answer ?? '';
  const isOpen = !isDone(question);
  return [
    messageItem({ ...base, key: `q:${id}`, direction: 'in', text: question.question, at, isSeen: !isOpen, isAnswered: !isOpen }),
    ...(answer === ''
      ? []
      : [
          messageItem({
            ...base,
            key: `a:${id}`,
            direction: 'out',
            text: answer,
            at: Math.max(question.answerDate ?? 0, at + 1),
            isSeen: true,
          }),
        ]),
    {
      kind: 'facts',
      threadKey: id,
      facts: {
        kind: 'question',
        isOpen,
        isOneAnswer: true,
        isPublic: true,
        ...(isOpen ? {} : { noReply: answer === '' ? 'closed' : 'answered' }),
        ...(product?.name
          ? {
              product: {
                title: product.name.slice(0, 500),
                ...(product.code ? { sku: product.code } : {}),
                ...(product.url?.startsWith('https://') ? { url: product.url } : {}),
              },
            }
          : {}),
      },
    },
  ];
}
