// Which built-in replies answer a topic, given where the customer's order stands.
import type { Order } from '../../model/customer.ts';
import { topicsNamed } from './find-topics.ts';
import type { Topic } from './message-topics.ts';

export type OrderStatus = Order['status'];

/** Scenarios, the most fitting first. */
type Answers = readonly string[];

const isOnTheRoad = (status: OrderStatus | null): boolean => status === 'shipped';
const hasLeft = (status: OrderStatus | null): boolean => status === 'shipped' || status === 'delivered';

const plain: Readonly<Partial<Record<Topic, Answers>>> = {
  attempt: ['delivery-attempt-failed'],
  damaged: ['damaged-item', 'complaint-acknowledgement'],
  wrong: ['wrong-item', 'exchange'],
  missing: ['missing-part'],
  return: ['return-instructions'],
  refund: ['refund-started', 'refund-done'],
  exchange: ['exchange'],
  invoice: ['invoice-request'],
  price: ['price-question'],
  discount: ['discount-request'],
  stock: ['availability-date', 'out-of-stock'],
  product: ['product-question', 'marketplace-question'],
  size: ['size-advice'],
  gift: ['gift-wrap'],
  bulk: ['bulk-order'],
  warranty: ['warranty'],
  'how-to': ['installation-help'],
  hours: ['holiday-hours'],
  privacy: ['privacy-request'],
  complaint: ['complaint-acknowledgement', 'apology-compensation', 'marketplace-issue'],
  thanks: ['positive-review-thanks', 'loyal-customer-thanks'],
};

/** The replies for a topic, and whether the order's state had a say in it. */
export function scenariosFor(topic: Topic, status: OrderStatus | null): { scenarios: Answers; isByOrder: boolean } {
  const byOrder = (scenarios: Answers) => ({ scenarios, isByOrder: status !== null });
  switch (topic) {
    case 'where':
      if (status === 'delivered') return byOrder(['lost-parcel', 'delivery-attempt-failed']);
      return byOrder(
        isOnTheRoad(status) || status === null ? ['order-status', 'late-parcel'] : ['progress-update', 'order-status'],
      );
    case 'late':
      return byOrder(
        isOnTheRoad(status) || status === null ? ['late-parcel', 'order-status'] : ['progress-update', 'late-parcel'],
      );
    case 'lost':
      return byOrder(['lost-parcel', 'late-parcel']);
    case 'cancel':
      return byOrder(hasLeft(status) ? ['cancellation-too-late', 'return-instructions'] : ['cancellation-accepted']);
    case 'address':
      return byOrder(hasLeft(status) ? ['address-change-too-late'] : ['address-change']);
    case 'payment':
      return byOrder(
        status === 'paid' ? ['payment-received', 'payment-failed'] : ['payment-failed', 'payment-received'],
      );
    default:
      return { scenarios: plain[topic] ?? [], isByOrder: false };
  }
}

/**
 * The replies for what a searched word names, each with its worth, 1 for the best: kind words seldom say "late" or "broken", the person who
 * looks for them does.
 */
export function scenariosNamed(word: string): ReadonlyMap<string, number> {
  const worth = new Map<string, number>();
  for (const topic of topicsNamed(word)) {
    const share = topic === 'complaint' ? 0.5 : 1;
    scenariosFor(topic, null).scenarios.forEach((scenario, rank) => {
      worth.set(scenario, Math.max(worth.get(scenario) ?? 0, share / (rank + 1)));
    });
  }
  return worth;
}
