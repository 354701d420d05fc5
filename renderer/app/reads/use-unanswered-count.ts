// How many conversations nobody has answered or acknowledged, live.
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useUnansweredCount(): number | undefined {
  return useLive('unanswered', () => database().conversations.orderBy('unansweredAt').count());
}
