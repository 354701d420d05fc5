// What a hand-over note must say so that the customer need not tell it again.

/** As much as is shown above the reply, and no more than a glance takes. */
const mostLetters = 160;
const fewestWords = 3;

/** Whether its first line is a summary: a few words in one line. More may stand below it. */
export function hasSummary(note: string): boolean {
  const [summary = ''] = note.trim().split('\n', 1);
  const words = summary.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= fewestWords && summary.length <= mostLetters;
}
