// A question that takes one answer, as items: what was asked, the answer once there is one, and what that means for the shop.
import type { ConversationFacts } from '../../../shared/model/conversation-facts.ts';
import type { Item } from '../../../shared/model/item.ts';
import type { Address } from '../../../shared/model/message.ts';
import { messageItem } from './thread-message.ts';

export interface OneAnswerQuestion {
  /** Of the question; also its thread. */
  id: string;
  customer: Address;
  /** The shop's own address on the channel. */
  shop: string;
  subject: string;
  text: string;
  /** Epoch ms. */
  askedAt: number;
  /** '' while there is none. */
  answer: string;
  /** Epoch ms; undefined where it is not told. */
  answeredAt: number | undefined;
  isOpen: boolean;
  isPublic?: true;
  product?: NonNullable<ConversationFacts['product']>;
}

export function oneAnswerItems(question: OneAnswerQuestion): Item[] {
  const { id, customer, shop, subject, text, askedAt, answer, answeredAt = 0, isOpen, isPublic, product } = question;
  const base = { threadKey: id, customer, shop, subject };
  const isAnswered = answer !== '';
  const asked = { ...base, key: `q:${id}`, direction: 'in' as const, text, at: askedAt, isSeen: !isOpen, isAnswered };
  const answered = { ...base, key: `a:${id}`, direction: 'out' as const, text: answer, isSeen: true };
  return [
    messageItem(asked),
    // after the question, whatever its date says
    ...(isAnswered ? [messageItem({ ...answered, at: Math.max(answeredAt, askedAt + 1) })] : []),
    {
      kind: 'facts',
      threadKey: id,
      facts: {
        kind: 'question',
        isOpen,
        isOneAnswer: true,
        ...(isPublic ? { isPublic } : {}),
        ...(isOpen ? {} : { noReply: isAnswered ? 'answered' : 'closed' }),
        ...(product ? { product } : {}),
      },
    },
  ];
}
