// Lines of an export of ours as items: conversations come back in the same make-up, with folder, tags and notes.
import type { ExportLine } from '../../../shared/model/export-lines.ts';
import type { Channel } from '../../../shared/model/ids.ts';
import type { Item } from '../../../shared/model/item.ts';
import { incomingMessageSchema } from '../../../shared/model/message.ts';
import { isByHand } from '../../../shared/service/hand-channels.ts';
import { keyOf, threadKeyOf } from './names.ts';

type LineOf<K extends ExportLine['type']> = Extract<ExportLine, { type: K }>;

export class LineReader {
  #conversation: LineOf<'conversation'> | undefined;
  #notes: LineOf<'note'>[] = [];
  /** What the shop wrote comes as its own records: it is not taken from conversations a second time. */
  #isWhole = false;

  /** The items that a line completes. Attachments' bytes have been looked for: `refs` are the hashes of those that are there. */
  take(line: ExportLine): Item[] {
    switch (line.type) {
      case 'header':
        this.#isWhole = line.isWhole;
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
        return this.#isFromRecords(line) ? [] : messageItem(line, this.#channelOf(line));
      case 'customer':
        return [...this.end(), ...customerItems(this.#isWhole ? withoutRecords(line) : line)];
      case 'draft':
      case 'record':
      case 'settings':
        return [];
    }
  }

  /** The state of the conversation that was read last: after its messages, which it speaks of. */
  end(): Item[] {
    const conversation = this.#conversation;
    const notes = this.#notes.map(({ text, author, createdAt }) => ({ text, author, at: createdAt }));
    this.#conversation = undefined;
    this.#notes = [];
    if (!conversation || conversation.messageCount === 0 || (this.#isWhole && isByHand(conversation))) return [];
    const { id, folder, snoozedUntil, tags, facts } = conversation;
    const threadKey = threadKeyOf(id);
    const snoozed = snoozedUntil === undefined ? {} : { snoozedUntil };
    return [
      ...(facts === undefined ? [] : [{ kind: 'facts' as const, threadKey, facts }]),
      { kind: 'state', threadKey, folder, tags, notes: this.#isWhole ? [] : notes, ...snoozed },
    ];
  }

  /** Contacts logged by hand, and replies without a copy from the server: their records make these messages. */
  #isFromRecords({ outboxId, delivery }: LineOf<'message'>): boolean {
    if (!this.#isWhole) return false;
    return (
      (outboxId !== undefined && delivery !== undefined) || (this.#conversation ? isByHand(this.#conversation) : false)
    );
  }

  #channelOf({ conversationId }: LineOf<'message'>): Channel {
    return this.#conversation?.id === conversationId ? this.#conversation.channel : 'email';
  }
}

/** Merges, notes and orders from files of the shop's own come as records; whoever was merged has a line of their own. */
function withoutRecords(line: LineOf<'customer'>): LineOf<'customer'> {
  const orders = line.orders.filter(({ importId }) => importId === undefined);
  return { ...line, handles: [line.id], note: '', orders };
}

function messageItem(line: LineOf<'message'>, channel: Channel): Item[] {
  const parsed = incomingMessageSchema.safeParse({
    key: keyOf(line.id),
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
    ...(line.outboxId === undefined ? {} : { outboxId: line.outboxId }),
    ...(line.relay === undefined ? {} : { relay: line.relay }),
    ...(line.moderation === undefined ? {} : { moderation: line.moderation }),
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
      note,
      ...(language === undefined ? {} : { language }),
      ...(city === undefined ? {} : { city }),
      ...(since === undefined ? {} : { since }),
    },
  }));
  return [...customers, ...orders.map(({ importId: _importId, ...order }): Item => ({ kind: 'order', order }))];
}
