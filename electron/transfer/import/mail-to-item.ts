// A mail of another program as an item of ours: parsed within limits, attachments by their hash.
import { createHash } from 'node:crypto';
import { compile } from 'html-to-text';
import PostalMime, { type Address as ParsedAddress, type Email } from 'postal-mime';
import { channelSchema, rfcMessageIdSchema, type Channel } from '../../../shared/model/ids.ts';
import {
  incomingMessageSchema,
  type Address,
  type Attachment,
  type IncomingMessage,
} from '../../../shared/model/message.ts';
import { withDeclaredText } from './undeclared-text.ts';

/** Parts of a mail; more are an attack (200,000 cost 12 s and 485 MB). */
const mostParts = 1000;
const longestText = 1_000_000;
const longestHtml = 4_000_000;
const mostIds = 200;

export interface ReadMail {
  message: IncomingMessage;
  files: { sha256: string; bytes: Uint8Array }[];
}

const textOf = compile({
  wordwrap: false,
  limits: { maxDepth: 300, maxChildNodes: 20_000, ellipsis: '' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
  ],
});

/** undefined: it cannot be read as a mail. @param isOwn whether an address is the shop's @param at when the source says it came */
export async function readMail(
  bytes: Buffer,
  { isSeen, isOwn, at }: { isSeen: boolean; isOwn: (address: string) => boolean; at?: number | undefined },
): Promise<ReadMail | undefined> {
  if (countParts(bytes) > mostParts) return undefined;
  let email: Email;
  try {
    email = await PostalMime.parse(withDeclaredText(bytes), {
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: 30,
      maxHeadersSize: 262_144,
    });
  } catch {
    return undefined; // told as damaged: whatever it is, it breaks the rules of mail
  }
  if (!email.from && email.headers.length < 2) return undefined;
  const header = (name: string) => email.headers.find((each) => each.key === name)?.value;
  const channel = channelOf(header('x-defter-channel'));
  const addressOf = (parsed: ParsedAddress | undefined) => plainAddress(parsed, channel);
  const from = addressOf(email.from)[0] ?? { name: '', address: '' };
  const said = Date.parse(email.date ?? '');
  const received = Date.parse(header('x-defter-received') ?? '');
  const sentAt = Number.isNaN(said) ? (at ?? 0) : said;
  const files: ReadMail['files'] = [];
  const attachments = email.attachments.map((part): Attachment => {
    const content = typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    files.push({ sha256, bytes: content });
    return {
      ref: sha256,
      name: (part.filename ?? '').slice(0, 500),
      mimeType: part.mimeType.slice(0, 200),
      sizeBytes: content.length,
      isInline: part.disposition === 'inline',
      ...(part.contentId === undefined ? {} : { contentId: part.contentId.replace(/^<|>$/g, '').slice(0, 500) }),
    };
  });
  const html = email.html?.slice(0, longestHtml);
  const text = (email.text ?? (html === undefined ? '' : textOf(html.slice(0, 400_000)))).replaceAll('\r\n', '\n');
  const messageId = idsOf(email.messageId)[0];
  const direction = header('x-defter-direction') === 'out' || isOwn(from.address) ? 'out' : 'in';
  const fields = [
    messageId ?? '',
    String(sentAt),
    from.address,
    email.subject ?? '',
    messageId === undefined ? text : '',
  ];
  const parsed = incomingMessageSchema.safeParse({
    key: createHash('sha256').update(fields.join('\n')).digest('hex').slice(0, 40),
    direction,
    ...(channel === 'email' ? { channel: 'email' } : { channel }),
    ...(messageId === undefined ? {} : { rfcMessageId: messageId }),
    inReplyTo: idsOf(email.inReplyTo),
    references: idsOf(email.references),
    from,
    to: (email.to ?? []).flatMap(addressOf),
    cc: (email.cc ?? []).flatMap(addressOf),
    replyTo: (email.replyTo ?? []).flatMap(addressOf),
    subject: email.subject ?? '',
    sentAt,
    receivedAt: Number.isNaN(received) ? (at ?? sentAt) : received,
    text: text.slice(0, longestText),
    ...(html === undefined ? {} : { unsafeHtml: html }),
    attachments,
    isSeen,
    isAnswered: false,
    isAutomatic: isAutomatic(header),
    sizeBytes: bytes.length,
    isTruncated: text.length > longestText || (email.html?.length ?? 0) > longestHtml,
  });
  return parsed.success ? { message: parsed.data, files } : undefined;
}

/** Lines that could open a part: a linear look before anything is built of it. */
function countParts(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf('\n--'); at !== -1; at = bytes.indexOf('\n--', at + 3)) {
    if (++count > mostParts * 20) break;
  }
  // signatures and quoted dashes begin so too: only many are suspicious
  return count > mostParts * 20 ? count : Math.min(count, mostParts);
}

function channelOf(value: string | undefined): Channel {
  const parsed = channelSchema.safeParse(value);
  return parsed.success ? parsed.data : 'email';
}

/** Groups give their members; our own stand-ins for marketplace numbers give the numbers. */
function plainAddress(parsed: ParsedAddress | undefined, channel: Channel): Address[] {
  if (!parsed) return [];
  if (parsed.group) return parsed.group.flatMap((member) => plainAddress(member, channel));
  const suffix = `@${channel}.invalid`;
  const written = parsed.address.slice(0, 1000);
  const address = channel !== 'email' && written.endsWith(suffix) ? decoded(written.slice(0, -suffix.length)) : written;
  return [{ name: parsed.name.slice(0, 1000), address }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone per cent sign: it stands for itself
  }
}

function idsOf(value: string | undefined): string[] {
  const found = (value ?? '').match(/<[^<>\s]+>/g) ?? [];
  return found
    .slice(0, mostIds)
    .map((id) => id.slice(1, -1))
    .filter((id) => rfcMessageIdSchema.safeParse(id).success);
}

/** RFC 3834, RFC 2919, and what lists wrote before them. */
function isAutomatic(header: (name: string) => string | undefined): boolean {
  const submitted = header('auto-submitted')?.toLowerCase();
  if (submitted !== undefined && submitted !== 'no') return true;
  return header('list-id') !== undefined || /^(bulk|list|junk)$/i.test(header('precedence')?.trim() ?? '');
}
