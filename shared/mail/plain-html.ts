// Plain words inside HTML.

/** No character of `text` is markup. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A plain text as the editor writes it: a paragraph for each line. */
export function paragraphsOf(text: string): string {
  return text === '' ? '' : escapedHtml(text).split('\n').map((line) => `<p>${line}</p>`).join('');
}
