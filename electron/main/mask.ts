// Takes out of a line for the log what a log must not hold: addresses, and text without end.

/** With the lengths of RFC 5321, so that a long word without an @ costs no more than its length. */
const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const longestLine = 2000;

/** `text` on one line, e-mail addresses replaced by `<address>`, cut at 2000 characters. */
export function maskText(text: string): string {
  const masked = text.replace(address, '<address>').replace(/[\r\n\t]+/g, ' ');
  return masked.length > longestLine ? `${masked.slice(0, longestLine)}…` : masked;
}
