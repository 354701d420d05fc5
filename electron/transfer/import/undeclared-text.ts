// Old mails with letters of which no header says in what charset they are: made readable before they are parsed.
import { isUtf8 } from 'node:buffer';
import { silentCharsets, suspectCharset } from '../../../shared/language/suspect-charset.ts';

const declared = /(charset\s*=\s*)"?([\w.:-]+)"?/gi;
/** Has every letter of windows-1252 that is common in Turkish mail, too. */
const likeliest = 'windows-1254';

/**
 * The mail in UTF-8 where its letters were written as 8-bit bytes that nothing declares; else as it is. The header is always looked at by
 * itself; the body only where none of its parts names a charset that counts.
 */
export function withDeclaredText(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const text = bytes.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? bytes.length;
  const inUtf8 = (part: Buffer): Buffer => {
    if (isUtf8(part)) return part;
    const read = new TextDecoder(suspectCharset(part) ?? suspectCharset(bytes) ?? likeliest).decode(part);
    return Buffer.from(read);
  };
  const saysNothing = [...text.matchAll(declared)].every(([, , name = '']) => silentCharsets.has(name.toLowerCase()));
  const header = inUtf8(bytes.subarray(0, end));
  const body = bytes.subarray(end);
  if (!saysNothing) return Buffer.concat([header, body]);
  // PostalMime takes text without a charset for UTF-8
  return Buffer.from(
    Buffer.concat([header, inUtf8(body)])
      .toString('utf8')
      .replace(declared, '$1utf-8'),
  );
}
