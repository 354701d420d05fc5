// How much the store holds, for the diagnostics.
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface StoreSizes {
  messages: number;
  conversations: number;
  customers: number;
  outbox: number;
}

/** Undefined until counted. */
export function useStoreSizes(): StoreSizes | undefined {
  return useLive('store-sizes', async () => {
    const { messages, conversations, customers, outbox } = database();
    const [messageCount, conversationCount, customerCount, outboxCount] = await Promise.all([
      messages.count(),
      conversations.count(),
      customers.count(),
      outbox.count(),
    ]);
    return {
      messages: messageCount,
      conversations: conversationCount,
      customers: customerCount,
      outbox: outboxCount,
    };
  });
}
