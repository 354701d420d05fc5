// From bytes to text: declared charsets, wrongly declared ones and none at all.
import { silentCharsets, suspectCharset } from '../../../../shared/language/suspect-charset.ts';

/** What to suspect in undeclared 8-bit text, best first. */
export type FallbackCharset = 'windows-1254' | 'windows-1253';

/** Names seen in Turkish and Greek mail that the encoding standard does not know. */
const aliases: Readonly<Record<string, string>> = {
  cp1254: 'windows-1254',
  cp1253: 'windows-1253',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  cp1250: 'windows-1250',
  'win-1254': 'windows-1254',
  'windows1254': 'windows-1254', // prettier-ignore
  'x-cp1254': 'windows-1254',
  'iso8859-9': 'windows-1254',
  'iso_8859-9': 'windows-1254',
  turkish: 'windows-1254',
  'iso-8859-9-e': 'windows-1254',
  'win-1253': 'windows-1253',
  'windows1253': 'windows-1253', // prettier-ignore
  'x-cp1253': 'windows-1253',
  'el-dos': 'windows-1253',
  utf8: 'utf-8',
  'utf-8n': 'utf-8',
  unicode: 'utf-8',
  cp936: 'gbk',
  cp949: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
};
/** 0x80–0x9F of windows-1252; TextDecoder of Node 20 gives C1 controls for them. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (control) => upper1252.charAt(control.charCodeAt(0) - 0x80));
}

/** The decoder's own name of a charset, or undefined when it is unknown here. */
function nameOf(label: string): string | undefined {
  const lower = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  try {
    return new TextDecoder(aliases[lower] ?? lower).encoding;
  } catch {
    return undefined;
  }
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decodeAs(bytes: Uint8Array, name: string): string {
  if (name === 'windows-1252') return decode1252(bytes);
  let decoder = decoders.get(name);
  if (decoder === undefined) {
    decoder = new TextDecoder(name);
    decoders.set(name, decoder);
  }
  return decoder.decode(bytes);
}

/** Text of valid UTF-8, undefined when it is not. A letter cut off at the end (text fetched up to a limit) is dropped, not refused. */
function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Whether every byte is 7-bit. */
export function isAscii(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte > 127);
}

/** UTF-7 (RFC 2152), which old Exchange servers still write. */
function decodeUtf7(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_all, code: string) => {
      const units = Buffer.from(code, 'base64');
      return code === ''
        ? '+'
        : units
            .subarray(0, units.length & ~1)
            .swap16()
            .toString('utf16le');
    });
}

function guess(bytes: Uint8Array, fallback: FallbackCharset): string {
  const found = suspectCharset(bytes);
  // A word or two tell nothing: then the account's own language is the better guess.
  if (found === undefined) return fallback;
  // 1254 differs from 1252 in six letters that Western text does not use.
  return found === 'windows-1252' ? (fallback === 'windows-1254' ? 'windows-1254' : found) : found;
}

/** Whether more of the 8-bit text is broken than one damaged letter explains. */
function isMostlyBroken(text: string, bytes: Uint8Array): boolean {
  const broken = text.split('\ufffd').length - 1;
  let high = 0;
  for (const byte of bytes) if (byte > 127) high += 1;
  return broken * 10 > high;
}

/**
 * The text of `bytes`. `label` is the declared charset, undefined or '' when there is none. Never fails: what cannot be read
 * becomes U+FFFD. Text that is valid UTF-8 is read as such even where another 8-bit charset is declared: no Turkish or Greek
 * sentence in a single-byte charset happens to be valid UTF-8. What claims to be UTF-8 and is not, and what claims nothing,
 * is guessed among the charsets of old Turkish and Greek programs.
 */
export function decodeText(bytes: Uint8Array, label: string | undefined, fallback: FallbackCharset): string {
  const declared = (label ?? '').trim().toLowerCase();
  if (declared === 'utf-7' || declared === 'unicode-1-1-utf-7') return decodeUtf7(bytes);
  const name = silentCharsets.has(declared) ? undefined : nameOf(declared);
  const isWide = name !== undefined && /^(utf-16|iso-2022|hz)/.test(name);
  if (isWide) return decodeAs(bytes, name);
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

  const asUtf8 = decodeStrictUtf8(bytes);
  if (asUtf8 !== undefined && (name === undefined || name === 'utf-8' || /^(windows|iso)-/.test(name))) return asUtf8;
  if (name !== undefined && name !== 'utf-8') return decodeAs(bytes, name);
  if (name === 'utf-8') {
    const tolerant = decodeAs(bytes, 'utf-8');
    if (!isMostlyBroken(tolerant, bytes)) return tolerant;
  }
  return decodeAs(bytes, guess(bytes, fallback));
}

/**
 * The charset that an HTML text names itself, within its first kilobyte (`<meta charset>`, `<meta http-equiv>`); undefined when
 * it names none.
 */
export function charsetOfHtml(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w:.-]{2,40})/i.exec(head)?.[1];
}

/** The suspicion that fits an address: its country, else Turkish, whose charset also reads Western text. */
export function fallbackCharsetOf(address: string): FallbackCharset {
  return /\.(gr|cy|ελ)$/i.test(address) ? 'windows-1253' : 'windows-1254';
}
