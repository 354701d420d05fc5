// The reply as the coach reads it, and the way back from its positions to the editor's.
import type { Node } from '@tiptap/pm/model';

/** A run of letters: where it stands in the text and in the document. */
interface Run {
  from: number;
  to: number;
  position: number;
}

export interface CoachText {
  text: string;
  /** Position in the document of a place in the text; of the nearest letter where no run holds it. */
  positionOf(offset: number): number;
}

/** Paragraphs a line apart, list items and line breaks a line each; what is quoted is the other side's and left out. */
export function coachText(document: Node): CoachText {
  const runs: Run[] = [];
  let text = '';
  const part = (separator: string) => {
    if (text !== '') text += separator;
  };
  document.descendants((node, position, parent) => {
    if (node.type.name === 'blockquote') return false;
    if (!node.isTextblock) return true;
    part(parent?.type.name === 'listItem' ? '\n' : '\n\n');
    node.forEach((child, offset) => {
      if (child.text !== undefined) {
        runs.push({ from: text.length, to: text.length + child.text.length, position: position + 1 + offset });
        text += child.text;
      } else if (child.type.name === 'hardBreak') text += '\n';
    });
    return false;
  });
  return { text, positionOf: (offset) => positionIn(runs, offset) };
}

function positionIn(runs: readonly Run[], offset: number): number {
  let best: Run | undefined;
  for (const run of runs) {
    if (run.from > offset) break;
    best = run;
  }
  best ??= runs[0];
  return best ? best.position + Math.min(Math.max(0, offset - best.from), best.to - best.from) : 1;
}
