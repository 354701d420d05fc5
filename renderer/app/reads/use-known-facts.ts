// What the customer of a conversation has told in it already, live.
import { useMemo } from 'react';
import { knownFacts, type KnownFact } from '../../../shared/service/known-facts.ts';
import type { ConversationRow } from '../../database/rows.ts';
import type { CustomerCard } from './use-customer.ts';
import { useMessages } from './use-messages.ts';

/** Further back nobody would look for it either. */
const lookedAt = 30;
const nothing: readonly KnownFact[] = [];

export function useKnownFacts(conversation: ConversationRow, card: CustomerCard | null): readonly KnownFact[] {
  const messages = useMessages(conversation.id, lookedAt);
  return useMemo(() => {
    if (!messages) return nothing;
    const numbers = (card?.orders ?? []).map(({ number }) => number);
    const { orderNumber } = conversation;
    const facts = knownFacts(messages, orderNumber === undefined ? numbers : [orderNumber, ...numbers]);
    // A marketplace names the order beside the message, not in it.
    const isNamed =
      orderNumber === undefined || facts.some((fact) => fact.kind === 'order' && fact.value === orderNumber);
    return isNamed ? facts : [{ kind: 'order', value: orderNumber, at: conversation.firstAt }, ...facts];
  }, [messages, conversation, card]);
}
