// The words of a short text that may be HTML: reviews, notes and messages of marketplaces.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Plain text as it is; of HTML the words, with a line break for each `<br>` and paragraph. Nothing in it is trusted afterwards either. */
export function htmlWords(text: string): string {
  const isHtml = /<\/?[a-z][^>]{0,500}>/i.test(text);
  const bare = isHtml
    ? text
        .replace(/\s*\n\s*/g, ' ')
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/<\/(?:p|div|li|h\d)>/gi, '\n\n')
        .replace(/<[^>]{0,2000}>/g, '')
    : text;
  return bare
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
      },
    )
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
