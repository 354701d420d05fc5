// What a link of a mail really is: its host as people should read it, and what is suspicious about it.
import type { TextId } from '../../text/texts.ts';

export interface LinkTarget {
  kind: 'web' | 'mail' | 'phone' | 'refused';
  /** The host, or the address or number that is opened. Punycode where the name mixes alphabets. */
  shownHost: string;
  /** The name on the wire, where it is another one than is shown. */
  punycodeHost?: string;
  warnings: readonly TextId[];
}

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u];
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/** A host whose single label uses letters of more than one alphabet can be taken for another one. */
export function isMixedHost(host: string): boolean {
  return host.split('.').some((label) => alphabets.filter((alphabet) => alphabet.test(label)).length > 1);
}

/** Reads a link; anything but web, mail and telephone is refused. */
export function linkTarget(url: string): LinkTarget {
  if (!URL.canParse(url)) return { kind: 'refused', shownHost: url.slice(0, 200), warnings: ['link.warning.scheme'] };
  const parsed = new URL(url);
  switch (parsed.protocol) {
    case 'https:':
    case 'http:':
      return webTarget(parsed);
    case 'mailto:':
      return { kind: 'mail', shownHost: decoded(parsed.pathname), warnings: [] };
    case 'tel:':
      return { kind: 'phone', shownHost: decoded(parsed.pathname), warnings: [] };
    default:
      return { kind: 'refused', shownHost: parsed.protocol, warnings: ['link.warning.scheme'] };
  }
}

function webTarget(url: URL): LinkTarget {
  const warnings: TextId[] = [];
  const readable = url.hostname.split('.').map(fromPunycode).join('.');
  const isForeign = readable !== url.hostname;
  const isMixed = isMixedHost(readable);
  if (isMixed) warnings.push('link.warning.mixed');
  if (ipv4.test(url.hostname) || url.hostname.startsWith('[')) warnings.push('link.warning.address');
  if (url.username !== '') warnings.push('link.warning.user');
  const port = url.port === '' ? '' : `:${url.port}`;
  return {
    kind: 'web',
    shownHost: `${isMixed ? url.hostname : readable}${port}`,
    ...(isForeign && !isMixed ? { punycodeHost: url.hostname } : {}),
    warnings,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not encoded as it should be: shown as it stands
  }
}

// RFC 3492: the browser turns names into punycode but offers no way back.
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  while (rest > ((base - tMin) * tMax) >> 1) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

function digitOf(code: number): number {
  if (code >= 48 && code < 58) return code - 22;
  if (code >= 97 && code < 123) return code - 97;
  return base;
}

/** A label of a host as people read it; one that is not valid punycode stays as it is. */
export function fromPunycode(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const input = label.slice(4);
  const delimiter = input.lastIndexOf('-');
  const output = delimiter > 0 ? Array.from(input.slice(0, delimiter), (letter) => letter.charCodeAt(0)) : [];
  let code = initialCode;
  let index = 0;
  let bias = initialBias;
  for (let at = delimiter > 0 ? delimiter + 1 : 0; at < input.length;) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = at < input.length ? digitOf(input.charCodeAt(at)) : base;
      at += 1;
      if (digit >= base) return label;
      index += digit * weight;
      const threshold = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias;
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    bias = adapt(index - before, output.length + 1, before === 0);
    code += Math.floor(index / (output.length + 1));
    index %= output.length + 1;
    if (code > 0x10ffff) return label;
    output.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...output);
}
