// Whether anything of a canned reply is left in a text that it was put into.

/** Shorter pieces ("Hello", "Best wishes") stand in any letter. */
const tellingChars = 12;
const betweenPieces = /\{\{[^{}]*\}\}|[.!?;:…\n]+/u;

/** False once every telling piece of the reply's `body` was taken out or rewritten; a body without any counts as there. */
export function stillStands(body: string, text: string): boolean {
  const pieces = body
    .split(betweenPieces)
    .map((piece) => piece.replace(/^[\s,]+|[\s,]+$/gu, ''))
    .filter((piece) => piece.length >= tellingChars);
  return pieces.length === 0 || pieces.some((piece) => text.includes(piece));
}
