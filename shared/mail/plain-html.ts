// Plain words inside HTML, and out of it.

/** No character of `text` is markup. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A plain text as the editor writes it: a paragraph for each line. */
export function paragraphsOf(text: string): string {
  return text === ''
    ? ''
    : escapedHtml(text)
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of simple HTML as a template of another program has it: a line for each line, an empty one between paragraphs, addresses of
 * links in brackets. Not for mails, and not for showing: nothing is made safe here.
 */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gi, (_link, url: string, words: string) =>
      words.includes(url) ? words : `${words} (${url})`,
    )
    .replace(/<\/(?:p|ul|ol|h[1-6])> ?/gi, '\n\n')
    .replace(/<(?:br ?\/?|\/div|\/li|\/tr)> ?/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&#(\d{1,6});/g, (_sign, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/gi, (sign, name: string) => named[name.toLowerCase()] ?? sign)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
