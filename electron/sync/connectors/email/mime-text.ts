// The text of one MIME part: transfer encoding, charset and flowed lines undone.
import { charsetOfHtml, decodeText, type FallbackCharset } from './charset.ts';

/** How a part is written on the wire, from its BODYSTRUCTURE or its headers. */
export interface PartCoding {
  encoding: string;
  charset: string | undefined;
  isHtml: boolean;
  /** `format=flowed` of RFC 3676, and its `delsp`. */
  isFlowed: boolean;
  deletesSpace: boolean;
}

const hex = /^[0-9a-f]{2}$/i;

/** Bytes of quoted-printable text; broken escapes stay as they are written. */
export function decodeQuotedPrintable(bytes: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    let next = at + 1;
    while (bytes[next] === 0x20 || bytes[next] === 0x09) next += 1;
    if (next >= bytes.length || bytes[next] === 0x0a || (bytes[next] === 0x0d && bytes[next + 1] === 0x0a)) {
      at = bytes[next] === 0x0d ? next + 1 : next;
      continue;
    }
    const digits = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    if (hex.test(digits)) {
      out[length++] = Number.parseInt(digits, 16);
      at += 2;
    } else {
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

/** Bytes with their transfer encoding undone; unknown encodings are taken as they are. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64');
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return bytes;
}

/** Joins the lines that RFC 3676 broke for transport; each quoting depth by itself. */
export function unflow(text: string, deletesSpace: boolean): string {
  const out: string[] = [];
  let depthBefore = -1;
  for (const raw of text.split('\n')) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    let line = raw.slice(depth);
    if (line.startsWith(' ')) line = line.slice(1);
    const isSignature = line === '-- ';
    const flows = line.endsWith(' ') && !isSignature;
    if (flows && deletesSpace) line = line.slice(0, -1);
    const last = out.length - 1;
    if (depthBefore === depth && !isSignature) out[last] = (out[last] ?? '') + line;
    else out.push(depth > 0 ? `${'>'.repeat(depth)} ${line}` : line);
    depthBefore = flows ? depth : -1;
  }
  return out.join('\n');
}

/** Line ends as \n, without NUL. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
}

/** The text of a part as it came from the server (possibly cut at a limit). Never fails. */
export function partText(bytes: Uint8Array, coding: PartCoding, fallback: FallbackCharset): string {
  const decoded = decodeTransfer(bytes, coding.encoding);
  const charset = coding.charset ?? (coding.isHtml ? charsetOfHtml(decoded) : undefined);
  const text = cleanText(decodeText(decoded, charset, fallback));
  return coding.isFlowed && !coding.isHtml ? unflow(text, coding.deletesSpace) : text;
}
