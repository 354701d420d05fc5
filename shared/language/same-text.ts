// Whether two texts say the same, whatever became of their spaces and line ends on the way.

export function isSameText(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
