// What happens in the demo shop while it is open: a new question after a while, an answer to what was sent.
import type { Item } from '../../../../shared/model/item.ts';
import type { OutboxItem } from '../../../../shared/model/outbox.ts';
import { replyContentSchema } from '../../../../shared/model/outbox.ts';
import { demoShop } from './content/all.ts';
import type { DemoLanguage } from './content/demo-content.ts';
import { newQuestions, thanks } from './content/live.ts';
import { customerOf, toMessage } from './to-items.ts';

/** Soon enough to be seen on a first look round, late enough not to disturb it. */
const firstQuestionMs = 45_000;
const questionEveryMs = 240_000;
const answerAfterMs = 20_000;

interface Due {
  at: number;
  make: (now: number) => Item;
}

/** Shared by the sessions of the demo account: what was sent by one comes back through the other. */
export interface ShopLife {
  /** Items due by now, each handed out once. */
  take(now: number): Item[];
  /** When the next one is due (epoch ms); Infinity when nothing is. */
  nextAt(): number;
  /** A reply was sent: the customer will answer. */
  answerTo(item: OutboxItem, now: number): void;
}

/** @param openedAt when the demo was opened (epoch ms) */
export function openShopLife(openedAt: number): ShopLife {
  let due: Due[] = newQuestions.map(({ conversationId, text }, index) => ({
    at: openedAt + firstQuestionMs + index * questionEveryMs,
    make: (now) => customerWrites(conversationId, text, `live-${String(index)}`, now),
  }));
  return {
    take(now) {
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      return ready.map(({ make }) => make(now));
    },
    nextAt: () => Math.min(Infinity, ...due.map(({ at }) => at)),
    answerTo(item, now) {
      const { threadKey } = replyContentSchema.parse(JSON.parse(item.frozen.payload));
      const conversation = demoShop.conversations.find(({ id }) => id === threadKey);
      if (!conversation) return; // a conversation that the demo shop did not bring: nobody there to answer
      const { language } = customerOf(demoShop, conversation);
      due.push({
        at: now + answerAfterMs,
        make: (at) => customerWrites(conversation.id, thanks[language satisfies DemoLanguage], `answer-${item.id}`, at),
      });
    },
  };
}

function customerWrites(conversationId: string, text: string, key: string, now: number): Item {
  const conversation = demoShop.conversations.find(({ id }) => id === conversationId);
  if (!conversation) throw new Error(`The demo shop has no conversation ${conversationId}`);
  const customer = customerOf(demoShop, conversation);
  const message = toMessage(
    demoShop,
    conversation,
    customer,
    { from: 'customer', minutesAgo: 0, text, unread: true },
    1,
    now,
  );
  return { kind: 'message', message: { ...message, key, isAnswered: false } };
}
