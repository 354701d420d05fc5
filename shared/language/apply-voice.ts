// Gives a canned reply the shop's own greeting and sign-off, so that every reply sounds like this shop.
import type { Channel, Language } from '../model/ids.ts';
import { voiceLineFor, type Voice } from '../model/shop.ts';
import { foldText } from './fold.ts';

/** A first line that greets: short, on its own, ending in a comma, a stop or an exclamation mark. */
const greetingLine = /^[^\n]{0,80}\{\{\s*customer\.(?:firstName|name)\b[^}\n]*\}\}[ \t]*[,!.]?[ \t]*(?=\n)/;
const agentField = /\{\{\s*agent\.name\b/;
/** A sign-off is no longer than this. */
const signOffLines = 4;
const picture = /[ \t]?(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/gu;

/**
 * Puts the voice's greeting in the place of the template's greeting, and its sign-off in the place of the template's; what the voice has no
 * words for stays. A template that greets or signs off in the middle of a line is left as it is.
 */
export function applyVoice(body: string, voice: Voice, language: Language, channel: Channel | null): string {
  const greeting = voiceLineFor(voice.greetings, language, channel);
  const signOff = voiceLineFor(voice.signOffs, language, channel);
  let text = body;
  if (greeting !== null) text = text.replace(greetingLine, () => greeting.trim());
  if (signOff !== null) text = withSignOff(text, signOff.trim());
  return voice.emoji === 'none' ? text.replace(picture, '') : text;
}

/** The last paragraph, when it is short and names the agent, gives way to the sign-off. */
function withSignOff(text: string, signOff: string): string {
  const trimmed = text.trimEnd();
  const at = trimmed.lastIndexOf('\n\n');
  const last = trimmed.slice(at + 2);
  const isSignOff = at >= 0 && agentField.test(last) && last.split('\n').length <= signOffLines;
  return isSignOff ? `${trimmed.slice(0, at)}\n\n${signOff}` : text;
}

/** A word that this shop does not use, where it stands, and what it says instead. */
export interface WordHint {
  from: number;
  to: number;
  found: string;
  use: string;
}

const word = /[\p{L}\p{N}\p{M}'’]+/gu;

/** Words of `text` that the shop wants otherwise; inflected forms count when they begin with the word. Phrases must stand as they are. */
export function wordHints(text: string, voice: Pick<Voice, 'words'>, language: Language): WordHint[] {
  const words = [...text.matchAll(word)].map((match) => ({
    from: match.index,
    written: match[0],
    folded: foldText(match[0]),
  }));
  const hints: WordHint[] = [];
  for (const choice of voice.words) {
    if (choice.language !== language) continue;
    const avoided = [...choice.avoid.matchAll(word)].map(([each]) => foldText(each));
    if (avoided.length === 0) continue;
    words.forEach((_, start) => {
      const run = words.slice(start, start + avoided.length);
      const isFound =
        run.length === avoided.length &&
        run.every(({ folded }, index) =>
          index === avoided.length - 1 ? folded.startsWith(avoided[index] ?? '') : folded === avoided[index],
        );
      const [first, last] = [run[0], run.at(-1)];
      if (!isFound || !first || !last) return;
      const to = last.from + last.written.length;
      hints.push({ from: first.from, to, found: text.slice(first.from, to), use: choice.use });
    });
  }
  return hints.sort((a, b) => a.from - b.from);
}
