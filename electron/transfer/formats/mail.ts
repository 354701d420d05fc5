// Mail formats: each message as RFC 5322, in one mbox (mboxrd) or one .eml each. Made from what Defter keeps, which is not the sender's bytes.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { ExportChunk, ExportedMessage } from '../../../shared/model/export.ts';
import type { Address } from '../../../shared/model/message.ts';
import { onDisk } from '../part-files.ts';
import { partName, type Entry, type Format, type FormatContext } from '../format.ts';
import { bytesOf } from './mail-bytes.ts';

const mboxName = partName(0, '.mbox');
const emlName = 'mails.bin';
const indexName = 'mails.jsonl';

export const mboxFormat: Format = {
  extension: '.mbox',
  messagesPerPart: Infinity,
  embedsFiles: true,
  begin: async () => undefined,
  async add(_part, chunk, context) {
    for (const message of chunk.messages) {
      const mail = await mailOf(message, chunk.conversation, context);
      const sender = envelopeSender(message, chunk);
      await context.parts.append(mboxName, `From ${sender} ${asctime(message.receivedAt)}\n`);
      await context.parts.append(mboxName, mboxrd(mail));
    }
  },
  end: async () => undefined,
  finish: async (_count, { task }) => [{ name: 'messages.mbox', path: join(task.workDir, mboxName) }],
};

export const emlFormat: Format = {
  extension: '.eml',
  messagesPerPart: Infinity,
  embedsFiles: true,
  begin: async () => undefined,
  async add(_part, chunk, context) {
    const { parts, times } = context;
    for (const message of chunk.messages) {
      const mail = await mailOf(message, chunk.conversation, context);
      const start = parts.sizeOf(emlName);
      await parts.append(emlName, mail);
      const day = times.local(message.receivedAt).replace(/[ :]/g, '-');
      const sha256 = createHash('sha256').update(mail).digest('hex');
      await parts.append(
        indexName,
        `${JSON.stringify({ name: `${day}-${sha256.slice(0, 8)}.eml`, start, bytes: mail.length, sha256 })}\n`,
      );
    }
  },
  end: async () => undefined,
  async finish(_count, { task }) {
    const index = await onDisk(() => readFile(join(task.workDir, indexName), 'utf8').catch(emptyWhenMissing));
    return index
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Entry => {
        const { name, start, bytes, sha256 } = JSON.parse(line) as {
          name: string;
          start: number;
          bytes: number;
          sha256: string;
        };
        return { name, path: join(task.workDir, emlName), range: { start, bytes }, sha256 };
      });
  },
};

function emptyWhenMissing(thrown: NodeJS.ErrnoException): string {
  if (thrown.code === 'ENOENT') return '';
  throw thrown;
}

/** The message with CRLF line ends. Attachments whose bytes are not here are listed in a header each. */
async function mailOf(
  message: ExportedMessage,
  conversation: ExportChunk['conversation'],
  context: FormatContext,
): Promise<Buffer> {
  const { channel } = conversation;
  const files = await Promise.all(
    message.attachments.map(async (attachment) => ({ attachment, content: await context.readFile(attachment) })),
  );
  const absent = files.filter(({ content }) => content === undefined).map(({ attachment }) => attachment.name);
  const ids = (list: readonly string[]) => list.filter(isPlainId).map((id) => `<${id}>`);
  const own = message.rfcMessageId !== undefined && isPlainId(message.rfcMessageId) ? message.rfcMessageId : undefined;
  const composer = new MailComposer({
    from: mailbox(message.from, channel),
    to: message.to.map((address) => mailbox(address, channel)),
    cc: message.cc.map((address) => mailbox(address, channel)),
    replyTo: message.replyTo.map((address) => mailbox(address, channel)),
    subject: oneLine(message.subject),
    date: new Date(message.sentAt),
    messageId: `<${own ?? `${createHash('sha256').update(message.id).digest('hex').slice(0, 32)}@defter.invalid`}>`,
    ...(message.inReplyTo.length === 0 ? {} : { inReplyTo: ids(message.inReplyTo).join(' ') }),
    ...(message.references.length === 0 ? {} : { references: ids(message.references) }),
    headers: [
      { key: 'X-Defter-Direction', value: message.direction },
      { key: 'X-Defter-Received', value: new Date(message.receivedAt).toISOString() },
      { key: 'X-Defter-Channel', value: channel },
      ...(conversation.tags.length > 0 ? [{ key: 'X-Keywords', value: oneLine(conversation.tags.join(', ')) }] : []),
      ...absent.map((name) => ({ key: 'X-Defter-Missing-Attachment', value: oneLine(name) })),
    ],
    text: plain(message.text),
    ...(message.html === undefined ? {} : { html: plain(message.html) }),
    attachments: files.flatMap(({ attachment, content }) =>
      content === undefined
        ? []
        : [
            {
              filename: oneLine(attachment.name),
              content,
              contentType: attachment.mimeType,
              ...(attachment.contentId === undefined ? {} : { cid: oneLine(attachment.contentId) }),
              contentDisposition: attachment.isInline ? ('inline' as const) : ('attachment' as const),
            },
          ],
    ),
    textEncoding: 'quoted-printable',
    // the same message gives the same bytes in every export
    baseBoundary: createHash('sha256').update(message.id).digest('hex').slice(0, 24),
    boundaryPrefix: 'defter',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return bytesOf(composer.compile());
}

/** A buyer of a marketplace has a number, not an address: under `.invalid` nothing can be sent to it by mistake. */
function mailbox({ name, address }: Address, channel: string): { name: string; address: string } {
  const at = address.lastIndexOf('@');
  const domain = at < 1 ? '' : domainToASCII(address.slice(at + 1).trim());
  const local = address.slice(0, at);
  const isMail = domain !== '' && !/[\s<>(),;:"\p{Cc}]/u.test(local);
  const stand = encodeURIComponent(oneLine(address)).replace(/[^A-Za-z0-9%._-]/g, '_');
  return {
    name: oneLine(name),
    address: isMail ? `${local}@${domain}` : `${stand === '' ? 'unknown' : stand}@${channel}.invalid`,
  };
}

function envelopeSender(message: ExportedMessage, { conversation }: ExportChunk): string {
  return mailbox(message.from, conversation.channel).address.replace(/[^\x21-\x7e]/g, '_');
}

/** The day form of mbox files, in UTC: `Thu Mar  5 11:02:11 2026` (RFC 4155). */
function asctime(at: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(at)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`;
}

/** LF line ends, `From ` lines quoted at any depth (mboxrd), a blank line behind. */
function mboxrd(mail: Buffer): Buffer {
  const text = mail
    .toString('latin1')
    .replace(/\r\n?/g, '\n')
    .replace(/^(>*From )/gm, '>$1');
  return Buffer.from(text.endsWith('\n') ? `${text}\n` : `${text}\n\n`, 'latin1');
}

function isPlainId(id: string): boolean {
  return id.length <= 900 && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(id);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Line ends as mails have them, which the composer leaves alone; no NUL. */
function plain(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n').replaceAll('\0', '');
}
