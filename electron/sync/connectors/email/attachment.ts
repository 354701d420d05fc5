// Fetches one attachment in pieces, decoded, so that a big file neither fills the memory nor keeps other work waiting.
import type { MessageStructureObject } from 'imapflow';
import { AppError } from '../../../../shared/errors.ts';
import type { Attachment, Placement } from '../../../../shared/model/message.ts';
import type { Sink } from '../connector.ts';
import type { ImapLine, LineUse } from './imap-line.ts';
import { decodeQuotedPrintable } from './mime-text.ts';

/** A few round trips for a photo, a second's worth of a slow line. */
const pieceBytes = 512 * 1024;

/** Turns the bytes of a transfer encoding into the file's, piece by piece. */
interface Decoder {
  push(bytes: Buffer): Buffer;
  end(): Buffer;
}

function makeDecoder(encoding: string): Decoder {
  if (encoding === 'base64') return base64Decoder();
  if (encoding === 'quoted-printable') return linesDecoder(decodeQuotedPrintable);
  return { push: (bytes) => bytes, end: () => Buffer.alloc(0) };
}

function base64Decoder(): Decoder {
  let rest = '';
  return {
    push(bytes) {
      const letters = rest + bytes.toString('latin1').replace(/[^A-Za-z0-9+/]+/g, '');
      const whole = letters.length - (letters.length % 4);
      rest = letters.slice(whole);
      return Buffer.from(letters.slice(0, whole), 'base64');
    },
    end: () => Buffer.from(rest, 'base64'),
  };
}

/** For encodings whose escapes never cross a line end. */
function linesDecoder(decode: (bytes: Uint8Array) => Buffer): Decoder {
  let rest = Buffer.alloc(0);
  return {
    push(bytes) {
      const all = Buffer.concat([rest, bytes]);
      const cut = all.lastIndexOf(0x0a) + 1;
      rest = all.subarray(cut);
      return decode(all.subarray(0, cut));
    },
    end: () => decode(rest),
  };
}

function findPart(node: MessageStructureObject | undefined, part: string): MessageStructureObject | undefined {
  if (node === undefined) return undefined;
  if ((node.part ?? (node.childNodes === undefined ? '1' : '')) === part) return node;
  for (const child of node.childNodes ?? []) {
    const found = findPart(child, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The part's encoding where the mail still lies in this place, else undefined. */
async function locate(use: LineUse, place: Placement, part: string): Promise<string | undefined> {
  try {
    await use.use(place.mailbox, place.uidValidity);
  } catch (thrown) {
    if (thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'gone')) return undefined;
    throw thrown;
  }
  const mail = await use.client.fetchOne(String(place.uid), { uid: true, bodyStructure: true }, { uid: true });
  if (mail === false) return undefined;
  return (
    findPart(mail.bodyStructure, part)?.encoding?.toLowerCase() ??
    (mail.bodyStructure === undefined ? undefined : '7bit')
  );
}

async function fetchPiece(use: LineUse, place: Placement, part: string, start: number): Promise<Buffer> {
  await use.use(place.mailbox, place.uidValidity);
  const bodyParts = [{ key: part, start, maxLength: pieceBytes }];
  const mail = await use.client.fetchOne(String(place.uid), { uid: true, bodyParts }, { uid: true });
  if (mail === false) throw new AppError('gone', 'The mail was deleted meanwhile');
  return mail.bodyParts?.get(part.toLowerCase()) ?? Buffer.alloc(0);
}

/**
 * Writes the decoded attachment to `sink`, from the first placement where it is still found.
 * @throws AppError `gone` when it is nowhere; what the sink throws (its limits)
 */
export async function fetchAttachment(
  line: ImapLine,
  placements: readonly Placement[],
  attachment: Attachment,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> {
  for (const place of placements) {
    const encoding = await line.run(signal, (use) => locate(use, place, attachment.ref));
    if (encoding === undefined) continue;
    const decoder = makeDecoder(encoding);
    for (let start = 0; ; start += pieceBytes) {
      const piece = await line.run(signal, (use) => fetchPiece(use, place, attachment.ref, start));
      const decoded = decoder.push(piece);
      if (decoded.length > 0) await sink.write(decoded);
      if (piece.length < pieceBytes) break;
    }
    const last = decoder.end();
    if (last.length > 0) await sink.write(last);
    return;
  }
  throw new AppError('gone', `The attachment ${attachment.name} is no longer on the server`);
}
