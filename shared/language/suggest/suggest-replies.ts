// Suggests canned replies for a message by its words, its language and its order; every suggestion says why. Nothing leaves the computer.
import type { CannedReply } from '../../model/canned-reply.ts';
import type { Channel, Language } from '../../model/ids.ts';
import { suitsChannel } from '../canned-reply-channel.ts';
import { findOwnWords, findTopics } from './find-topics.ts';
import type { Topic } from './message-topics.ts';
import { scenariosFor, type OrderStatus } from './topic-scenarios.ts';

export interface MessageToAnswer {
  /** The fresh text of the customer's newest message, without what it quotes. */
  text: string;
  subject: string;
  /** The language to answer in. */
  language: Language;
  channel: Channel;
  orderStatus: OrderStatus | null;
  /** The shop has written before: the subject then says less. */
  isAnswered: boolean;
  /** Written by a machine: nothing is suggested. */
  isAutomatic: boolean;
}

export type SuggestionReason =
  | { kind: 'topic'; topic: Topic; words: string[] }
  | { kind: 'order'; status: OrderStatus }
  | { kind: 'own-words'; words: string[] }
  /** Nothing was recognised, but something is asked. */
  | { kind: 'question' };

export interface Suggestion<Reply> {
  reply: Reply;
  score: number;
  reasons: SuggestionReason[];
}

type Suggestable = Pick<
  CannedReply,
  'scenario' | 'language' | 'channels' | 'words' | 'draftOf' | 'isHidden' | 'purpose'
> & {
  useCount: number;
};

const subjectShare = { first: 0.7, later: 0.35 };
/** How much the second answer of a topic is worth beside its first, and so on. */
const rankShare = [1, 0.7, 0.5];
/** Thanks come with questions and complaints too: they count only where nothing else is said. */
const thanksShare = 0.45;
/** Anger about something is answered by what is said about that thing, unless it is great. */
const complaintShare = 0.5;
const greatAnger = 4;
const ownWordsWeight = 3;
const leastScore = 0.5;

/** The best replies of the library for a message, at most `limit`, the best first; a scenario at most once. */
export function suggestReplies<Reply extends Suggestable>(
  message: MessageToAnswer,
  library: readonly Reply[],
  limit = 3,
): Suggestion<Reply>[] {
  if (message.isAutomatic) return [];
  const byScenario = scoreScenarios(message);
  const found: Suggestion<Reply>[] = [];
  for (const reply of library) {
    if (reply.language !== message.language || reply.draftOf !== undefined || reply.isHidden) continue;
    if (reply.purpose === 'marketing' || !suitsChannel(reply.channels, message.channel)) continue;
    const scored = byScenario.get(reply.scenario);
    const words = findOwnWords(message.text, reply.words ?? []);
    const base = (scored?.score ?? 0) + (words.length > 0 ? ownWordsWeight : 0);
    if (base < leastScore) continue;
    const reasons = [...(words.length > 0 ? [{ kind: 'own-words' as const, words }] : []), ...(scored?.reasons ?? [])];
    // What is used often wins only among equals.
    found.push({ reply, score: base + Math.min(reply.useCount, 20) / 200, reasons });
  }
  found.sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return found.filter(({ reply }) => !seen.has(reply.scenario) && seen.add(reply.scenario)).slice(0, limit);
}

interface ScoredScenario {
  score: number;
  reasons: SuggestionReason[];
}

function scoreScenarios(message: MessageToAnswer): Map<string, ScoredScenario> {
  const { language, orderStatus } = message;
  const share = message.isAnswered ? subjectShare.later : subjectShare.first;
  const inText = findTopics(message.text, language);
  const inSubject = findTopics(message.subject, language).map((found) => ({ ...found, weight: found.weight * share }));
  const sum = new Map<Topic, { weight: number; words: string[] }>();
  for (const { topic, weight, words } of [...inText, ...inSubject]) {
    const before = sum.get(topic) ?? { weight: 0, words: [] };
    sum.set(topic, { weight: before.weight + weight, words: [...new Set([...before.words, ...words])] });
  }
  const isOnlyThanks = [...sum.keys()].every((topic) => topic === 'thanks') && !asks(message.text);
  const isOnlyAnger = [...sum.keys()].every((topic) => topic === 'complaint' || topic === 'thanks');
  const shareOf = (topic: Topic, weight: number): number => {
    if (topic === 'thanks') return isOnlyThanks ? 1 : thanksShare;
    return topic === 'complaint' && !isOnlyAnger && weight < greatAnger ? complaintShare : 1;
  };
  const scenarios = new Map<string, ScoredScenario>();
  for (const [topic, { weight, words }] of sum) {
    const worth = weight * shareOf(topic, weight);
    const { scenarios: answers, isByOrder } = scenariosFor(topic, orderStatus);
    answers.forEach((scenario, rank) => {
      const before = scenarios.get(scenario) ?? { score: 0, reasons: [] };
      const score = worth * (rankShare[rank] ?? 0.4);
      const byOrder: SuggestionReason[] =
        isByOrder && orderStatus !== null && !before.reasons.some(({ kind }) => kind === 'order')
          ? [{ kind: 'order', status: orderStatus }]
          : [];
      scenarios.set(scenario, {
        // Topics that agree strengthen each other, but less than one that is sure.
        score: Math.max(before.score, score) + Math.min(before.score, score) * 0.4,
        reasons: [...before.reasons, { kind: 'topic', topic, words }, ...byOrder],
      });
    });
  }
  if (scenarios.size === 0 && asks(message.text)) {
    scenarios.set('first-acknowledgement', { score: leastScore, reasons: [{ kind: 'question' }] });
  }
  return scenarios;
}

/** A question mark; the Greek one is a semicolon, and stands at the end of a sentence. */
const asks = (text: string): boolean => /\?|[\p{Script=Greek}\p{M}][;\u037e](\s|$)/u.test(text);
