// Lines of an export of ours as items: conversations come back in the same make-up, with folder, tags and notes.
import { createHash } from 'node:crypto';
import type { ExportLine } from '../../../shared/model/export-lines.ts';
import type { Channel } from '../../../shared/model/ids.ts';
import type { Item } from '../../../shared/model/item.ts';
import { incomingMessageSchema } from '../../../shared/model/message.ts';

type LineOf<K extends ExportLine['type']> = Extract<ExportLine, { type: K }>;

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
const threadKeyOf = (conversationId: string): string => `export:${hashed(conversationId)}`;

export class LineReader {
  #conversation: LineOf<'conversation'> | undefined;
  #notes: LineOf<'note'>[] = [];

  /** The items that a line completes. Attachments' bytes have been looked for: `refs` are the hashes of those that are there. */
  take(line: ExportLine): Item[] {
    switch (line.type) {
      case 'header':
        return [];
      case 'conversation': {
        const before = this.end();
        this.#conversation = line;
        return before;
      }
      case 'note':
        this.#notes.push(line);
        return [];
      case 'message':
        return messageItem(line, this.#channelOf(line));
      case 'customer':
        return [...this.end(), ...customerItems(line)];
    }
  }

  /** The state of the conversation that was read last: after its messages, which it speaks of. */
  end(): Item[] {
    const conversation = this.#conversation;
    if (!conversation) return [];
    const notes = this.#notes.map(({ text, author, createdAt }) => ({ text, author, at: createdAt }));
    this.#conversation = undefined;
    this.#notes = [];
    const { id, folder, snoozedUntil, tags } = conversation;
    const state = { threadKey: threadKeyOf(id), folder, tags, notes };
    return [{ kind: 'state', ...state, ...(snoozedUntil === undefined ? {} : { snoozedUntil }) }];
  }

  #channelOf({ conversationId }: LineOf<'message'>): Channel {
    return this.#conversation?.id === conversationId ? this.#conversation.channel : 'email';
  }
}

function messageItem(line: LineOf<'message'>, channel: Channel): Item[] {
  const parsed = incomingMessageSchema.safeParse({
    key: hashed(line.id),
    direction: line.direction,
    channel,
    ...(line.rfcMessageId === undefined ? {} : { rfcMessageId: line.rfcMessageId }),
    inReplyTo: line.inReplyTo,
    references: line.references,
    threadKey: threadKeyOf(line.conversationId),
    from: line.from,
    to: line.to,
    cc: line.cc,
    replyTo: line.replyTo,
    subject: line.subject,
    sentAt: line.sentAt,
    receivedAt: line.receivedAt,
    text: line.text,
    ...(line.html === undefined ? {} : { unsafeHtml: line.html }),
    attachments: line.attachments.map(({ name, mimeType, sizeBytes, isInline, contentId, sha256 }) => ({
      ref: sha256 ?? 'absent',
      name,
      mimeType,
      sizeBytes,
      isInline,
      ...(contentId === undefined ? {} : { contentId }),
    })),
    isSeen: line.isSeen,
    isAnswered: line.isAnswered,
    isAutomatic: line.isAutomatic,
    sizeBytes: line.sizeBytes,
    isTruncated: line.isTruncated,
  });
  return parsed.success ? [{ kind: 'message', message: parsed.data }] : [];
}

function customerItems({ name, handles, language, city, since, note, orders }: LineOf<'customer'>): Item[] {
  const customers = handles.map((handle): Item => ({
    kind: 'customer',
    customer: {
      handle,
      name,
      since,
      note,
      ...(language === undefined ? {} : { language }),
      ...(city === undefined ? {} : { city }),
    },
  }));
  return [...customers, ...orders.map((order): Item => ({ kind: 'order', order }))];
}
