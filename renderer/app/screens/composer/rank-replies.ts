// Finds canned replies for what was typed: words anywhere, the customer's language first, often used ones earlier.
import type { CannedReplyRow } from '../../../database/rows.ts';
import { suitsChannel } from '../../../../shared/language/canned-reply-channel.ts';
import { foldText } from '../../../../shared/language/fold.ts';
import { scenariosNamed } from '../../../../shared/language/suggest/topic-scenarios.ts';
import type { Channel, Language } from '../../../../shared/model/ids.ts';

/** More than anybody scrolls through in a menu. */
const shownReplies = 40;

/**
 * Every word of `query` must begin a word of the reply's title, scenario, tags or hint, stand in its text, or name what it is an answer to.
 * @param suggestedIds stand first, in this order, while nothing is searched for
 */
export function rankReplies(
  replies: readonly CannedReplyRow[],
  query: string,
  language: Language | null,
  channel: Channel,
  suggestedIds: readonly string[] = [],
): CannedReplyRow[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ word, scenarios: scenariosNamed(word) }));
  const first = words.length === 0 ? suggestedIds : [];
  const place = new Map(first.map((id, index) => [id, first.length - index]));
  return replies
    .filter(({ draftOf, isHidden }) => draftOf === undefined && isHidden !== true)
    .map((reply) => ({ reply, score: scoreOf(reply, words, language, channel) }))
    .map(({ reply, score }) => ({ reply, score: score === 0 ? 0 : score + (place.get(reply.id) ?? 0) * 2000 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.reply.title.localeCompare(b.reply.title))
    .slice(0, shownReplies)
    .map(({ reply }) => reply);
}

/** 0: does not match. A language match outweighs everything, a title match a text match. */
function scoreOf(
  reply: CannedReplyRow,
  words: readonly { word: string; scenarios: ReadonlyMap<string, number> }[],
  language: Language | null,
  channel: Channel,
): number {
  const title = ` ${foldText(reply.title)} ${foldText(reply.scenario).replaceAll('-', ' ')}`;
  const hints = ` ${foldText(`${reply.tags.join(' ')} ${reply.whenToUse}`)}`;
  const body = foldText(reply.body);
  let score = 1;
  for (const { word, scenarios } of words) {
    if (title.includes(` ${word}`)) score += 20;
    else if (scenarios.has(reply.scenario)) score += 10 + 5 * (scenarios.get(reply.scenario) ?? 0);
    else if (hints.includes(` ${word}`)) score += 8;
    else if (body.includes(word)) score += 1;
    else return 0;
  }
  return (
    score +
    (reply.language === language ? 1000 : 0) +
    (suitsChannel(reply.channels, channel) ? 100 : 0) +
    Math.min(reply.useCount, 10)
  );
}
