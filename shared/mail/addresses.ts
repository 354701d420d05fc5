// Reads and writes the addresses of mail headers, forgiving what servers send and strict about what we send.
import { AppError } from '../errors.ts';
import { foldText } from '../language/fold.ts';
import type { Address } from '../model/message.ts';

// Limits of the model; longer ones are junk (RFC 5321 4.5.3.1: 64 + 1 + 255).
const maxAddressLength = 320;
const maxNameLength = 1000;

const lineBreaking = /[\r\n\0]/;
const controls = /\p{Cc}+/gu;

const onOneLine = (text: string): string => text.replace(controls, ' ').replace(/ {2,}/g, ' ').trim();

/** What has been read of one address so far. */
interface Piece {
  phrase: string;
  comment: string;
  angle: string | null;
}

const emptyPiece = (): Piece => ({ phrase: '', comment: '', angle: null });

/** Takes the first quoted or bracketed stretch from `from`; null when it is never closed. */
function closedAt(text: string, from: number, close: string): number | null {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === close) return index;
  }
  return null;
}

const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Cuts a header into pieces; `take` gets each with the character that ended it. */
function scan(header: string, take: (piece: Piece, endedBy: string) => void): void {
  // Once a quote or bracket was found to stay open, later ones of its kind are looked for no more: linear time.
  const closers: Record<string, string | null> = { '"': '"', '(': ')', '<': '>' };
  let piece = emptyPiece();
  for (let index = 0; index < header.length; index++) {
    const character = header.charAt(index);
    const closer = closers[character] ?? null;
    const close = closer === null ? null : closedAt(header, index + 1, closer);
    if (closer !== null && close === null) closers[character] = null;
    if (close !== null) {
      const inside = header.slice(index + 1, close);
      if (character === '"') piece.phrase += unescaped(inside);
      else if (character === '(') piece.comment += unescaped(inside);
      else piece.angle = inside;
      index = close;
    } else if (character === ',' || character === ';' || character === ':') {
      take(piece, character);
      piece = emptyPiece();
    } else if (character !== '<' && character !== '"') {
      piece.phrase += character;
    }
  }
  take(piece, '');
}

/** The part of `phrase` that is an address written without angle brackets, and the words around it. */
function bareAddress(phrase: string): { name: string; address: string } | null {
  const words = phrase.split(' ');
  const at = words.findLastIndex((word) => word.includes('@'));
  if (at < 0) return null;
  return { name: words.filter((_, index) => index !== at).join(' '), address: words[at] ?? '' };
}

function addressOf(piece: Piece, surname: string): Address | null {
  const phrase = onOneLine(piece.phrase);
  const comment = onOneLine(piece.comment);
  const bare = piece.angle === null ? bareAddress(phrase) : { name: phrase, address: piece.angle };
  if (bare === null) return null;
  // A source route (<@relay:user@host>) is obsolete; what stands after the colon counts (RFC 5322 4.4).
  const address = onOneLine(bare.address)
    .replaceAll(' ', '')
    .replace(/^@[^:]*:/, '');
  if (!address.includes('@') || address.length > maxAddressLength) return null;
  const spoken = [surname, bare.name].filter((part) => part !== '').join(', ') || comment;
  return { name: spoken === address ? '' : spoken.slice(0, maxNameLength), address };
}

/**
 * The addresses of a From, To, Cc or Reply-To header, in order. Takes what RFC 5322 allows (quoted names, comments,
 * groups, folded lines) and what is seen in mail: semicolons, bare addresses, `Yılmaz, Ayşe <…>` without quotes, open
 * quotes. Entries without an `@` and addresses over 320 characters are left out.
 */
export function parseAddressList(header: string): Address[] {
  const found: Address[] = [];
  let surname = '';
  scan(header, (piece, endedBy) => {
    const address = addressOf(piece, surname);
    const phrase = onOneLine(piece.phrase);
    // A name without address before a comma may be the first half of an unquoted "surname, first name".
    const isHalfName = address === null && endedBy === ',' && surname === '' && phrase !== '';
    surname = isHalfName ? phrase : '';
    if (address !== null) found.push(address);
  });
  return found;
}

const localPart = /^(?:[^\s"(),:;<>@[\]\\\p{Cc}]{1,64}|"[^"\\\p{Cc}]{1,62}")$/u;
const domainLabel = /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}])?$/u;
const addressLiteral = /^\[[0-9A-Fa-f:.]{3,45}\]$/;

/** Whether `address` has the shape of an e-mail address that can be sent to. */
export function isEmailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || address.length > maxAddressLength || domain.length > 255) return false;
  if (!localPart.test(address.slice(0, at))) return false;
  return addressLiteral.test(domain) || domain.split('.').every((label) => domainLabel.test(label));
}

// RFC 5322 3.2.3: with one of these, or a bracket look-alike of an encoded word, a name must stand in quotes.
const needsQuotes = /[()<>@,;:\\".[\]=?]/;

/**
 * One address for a header: `Ayşe Yılmaz <a@b.example>`, the name in quotes where RFC 5322 asks for it. Letters outside
 * ASCII are left for the mail library to encode.
 * @throws AppError `bad-data` for a line break or NUL (they could add headers) and for what is no e-mail address.
 */
export function formatAddress({ name, address }: Address): string {
  if (lineBreaking.test(name) || lineBreaking.test(address)) {
    throw new AppError('bad-data', 'A line break inside an address');
  }
  const target = address.trim();
  if (!isEmailAddress(target)) throw new AppError('bad-data', `Not an e-mail address: ${target}`);
  const shown = onOneLine(name);
  if (shown === '') return target;
  const quoted = needsQuotes.test(shown) ? `"${shown.replace(/[\\"]/g, '\\$&')}"` : shown;
  return `${quoted} <${target}>`;
}

/** The form in which addresses are compared and stored: trimmed, ASCII letters small, plus tags kept. */
export function normaliseAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^<([^<>]*)>$/, '$1')
    .trim();
  return bare.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const noReplyLocal =
  /(?:^|[-_.+])(?:no[-_.]?(?:reply|replies|response|answer)|do[-_.]?not[-_.]?(?:reply|respond)|dont[-_.]?reply|never[-_.]?reply|auto-communication|mailer-daemon|(?:lutfen[-_.]?)?(?:yanitlama|cevaplama)(?:yin|yiniz)?|yanitsiz|cevapsiz|mi[-_.]?apant\w*|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|keine[-_.]?antwort)/;
const bounceLocal = /^(?:bounces?|returns?-path|double-bounce)(?:[-_.+=]|$)/;
const noReplyDomain = /^(?:no-?reply|donotreply|bounces?)\./;

/** Whether nobody reads what is sent to `address`: no-reply and bounce addresses, Turkish and Greek ones too. */
export function isNoReply(address: string): boolean {
  const folded = foldText(normaliseAddress(address));
  const at = folded.lastIndexOf('@');
  const local = at < 0 ? folded : folded.slice(0, at);
  return noReplyLocal.test(local) || bounceLocal.test(local) || noReplyDomain.test(folded.slice(at + 1));
}
