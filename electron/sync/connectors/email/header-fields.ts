// Reading a header block: fields, encoded words, addresses, message ids and dates of mail as it really comes.
import addressparser from 'nodemailer/lib/addressparser';
import type { Address } from '../../../../shared/model/message.ts';
import { decodeText, type FallbackCharset } from './charset.ts';
import { decodeQuotedPrintable } from './mime-text.ts';

/** More than this of a header block is never asked for or read. */
export const maxHeaderBytes = 256 * 1024;
/** More recipients than this are cut off. */
const maxAddresses = 2000;
const maxReferences = 100;
const maxIdChars = 400;

/** One header block. Values are kept as bytes (latin1) until they are asked for. */
export interface HeaderFields {
  /** Unfolded raw value of the first field of this name (lower case), '' when there is none. */
  raw(name: string): string;
  /** How many fields of this name there are. */
  count(name: string): number;
  has(name: string): boolean;
  /** Readable value: 8-bit letters and encoded words decoded. */
  text(name: string): string;
}

/**
 * The fields of a header block, at most {@link maxHeaderBytes} of it.
 * @param declared charset of the body, the best hint for 8-bit letters in headers that should have none
 */
export function parseHeader(block: Uint8Array, declared: string | undefined, fallback: FallbackCharset): HeaderFields {
  const source = Buffer.from(block.buffer, block.byteOffset, Math.min(block.byteLength, maxHeaderBytes)).toString(
    'latin1',
  );
  const values = new Map<string, string[]>();
  let name = '';
  let parts: string[] = [];
  const flush = (): void => {
    if (name === '') return;
    const value = parts.join(' ').trim();
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  };
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      parts.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    flush();
    name = line.slice(0, colon).trim().toLowerCase();
    parts = [line.slice(colon + 1)];
  }
  flush();

  const raw = (wanted: string): string => values.get(wanted)?.[0] ?? '';
  return {
    raw,
    count: (wanted) => values.get(wanted)?.length ?? 0,
    has: (wanted) => values.has(wanted),
    text: (wanted) => decodeHeaderText(raw(wanted), declared, fallback),
  };
}

/** The fields of these names (lower case) in their order, unfolded, as they are written; at most {@link maxHeaderBytes} are looked at. */
export function headerLines(block: Uint8Array, names: ReadonlySet<string>): { name: string; value: string }[] {
  const source = Buffer.from(block.buffer, block.byteOffset, Math.min(block.byteLength, maxHeaderBytes)).toString(
    'latin1',
  );
  const unfolded = source.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return unfolded.flatMap((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    return names.has(name) ? [{ name, value: line.slice(colon + 1).trim() }] : [];
  });
}

/** A raw (latin1) header value with its 8-bit letters and encoded words decoded. */
export function decodeHeaderText(raw: string, declared: string | undefined, fallback: FallbackCharset): string {
  return decodeWords(decode8Bit(raw, declared, fallback), fallback)
    .replace(/[\r\n\t\0]+/g, ' ')
    .trim();
}

function decode8Bit(raw: string, declared: string | undefined, fallback: FallbackCharset): string {
  // eslint-disable-next-line no-control-regex -- 7-bit text needs no decoding
  return /^[\x00-\x7f]*$/.test(raw) ? raw : decodeText(Buffer.from(raw, 'latin1'), declared, fallback);
}

const word = /=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=/g;

/**
 * Decodes RFC 2047 words. Neighbouring words of one charset are joined as bytes first: many programs split a letter
 * across two words.
 */
export function decodeWords(text: string, fallback: FallbackCharset): string {
  if (!text.includes('=?')) return text;
  let out = '';
  let pending: { charset: string; bytes: Buffer[] } | undefined;
  let end = 0;
  const flush = (): void => {
    if (pending !== undefined) out += decodeText(Buffer.concat(pending.bytes), pending.charset, fallback);
    pending = undefined;
  };
  for (const match of text.matchAll(word)) {
    const between = text.slice(end, match.index);
    const isNeighbour = pending !== undefined && between.trim() === '';
    // RFC 2231 allows a language behind the charset.
    const charset = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    if (!isNeighbour || pending?.charset !== charset) flush();
    if (!isNeighbour) out += between;
    pending ??= { charset, bytes: [] };
    pending.bytes.push(wordBytes(match[2] ?? '', match[3] ?? ''));
    end = match.index + match[0].length;
  }
  flush();
  return out + text.slice(end);
}

function wordBytes(encoding: string, content: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64');
  return decodeQuotedPrintable(Buffer.from(content.replaceAll('_', ' '), 'utf8'));
}

/** The mailboxes of an address field, groups flattened, at most 2,000; entries without an address are kept for their name. */
export function parseAddresses(raw: string, declared: string | undefined, fallback: FallbackCharset): Address[] {
  if (raw === '') return [];
  const list = addressparser(decode8Bit(raw, declared, fallback), { flatten: true });
  return list
    .slice(0, maxAddresses)
    .map(({ name, address }) => ({
      name: decodeWords(name, fallback).replace(/\s+/g, ' ').trim().slice(0, 1000),
      address: address.trim().slice(0, 1000),
    }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

/** Message ids of a field, oldest first, without brackets and spaces; over 100 the first 20 and the last 80. */
export function parseMessageIds(raw: string): string[] {
  const bracketed = [...raw.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '');
  const found = bracketed.length > 0 ? bracketed : raw.split(/\s+/).filter((token) => token.includes('@'));
  const ids = [...new Set(found.map((id) => id.replace(/\s+/g, '')))].filter(
    (id) => id !== '' && id.length <= maxIdChars,
  );
  return ids.length <= maxReferences ? ids : [...ids.slice(0, 20), ...ids.slice(-(maxReferences - 20))];
}

/** Epoch ms of a Date field; undefined when it makes no sense (not a date, before 1990). */
export function parseDate(raw: string): number | undefined {
  const withoutComments = raw.replace(/\([^()]*\)/g, ' ').trim();
  const at = Date.parse(withoutComments);
  return Number.isNaN(at) || at < Date.UTC(1990, 0) ? undefined : at;
}
