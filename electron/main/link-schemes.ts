// Which links may leave Defter; everything else is refused, whatever it is called.

const openSchemes = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * The normalised form of `url` when its scheme is https, http, mailto or tel; else undefined. An allow-list: file:, smb: and the
 * many schemes by which a system starts programs have all been used against mail programs.
 */
export function openableUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!openSchemes.has(parsed.protocol)) return undefined;
  // a link with credentials in it shows one host and opens another
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  if (parsed.protocol.startsWith('http') && parsed.hostname === '') return undefined;
  return parsed.protocol === 'mailto:' ? withoutAttachments(parsed) : parsed.href;
}

/** `mailto:?attach=/etc/passwd` made several mail programs attach files of their user. */
function withoutAttachments(url: URL): string {
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => ![...new URLSearchParams(pair).keys()].some((name) => /^\s*attach/i.test(name)));
  return `mailto:${url.pathname}${kept.join('&') === '' ? '' : `?${kept.join('&')}`}`;
}
