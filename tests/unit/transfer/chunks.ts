// Stretches of conversations for the tests of formats.
import { exportChunkSchema, type ExportChunk } from '../../../shared/model/export.ts';

export interface SampleMessage {
  text?: string;
  subject?: string;
  from?: { name: string; address: string };
  html?: string;
}

/** A conversation of these messages, the first at noon UTC on 5 March 2026, a minute apart. */
export function chunkOf(messages: SampleMessage[], name = 'one'): ExportChunk {
  const at = (index: number) => Date.UTC(2026, 2, 5, 12, index);
  return exportChunkSchema.parse({
    conversation: {
      id: `shop:${name}`,
      accountId: 'shop',
      channel: 'email',
      subject: messages[0]?.subject ?? 'Vase',
      customerId: 'customer-1',
      customerName: 'Ayşe Öztürk',
      folder: 'open',
      tags: ['gift'],
      firstAt: at(0),
      lastAt: at(messages.length - 1),
      messageCount: messages.length,
    },
    isFirst: true,
    isLast: true,
    notes: [{ text: 'Likes blue', author: 'Deniz', createdAt: at(0) }],
    messages: messages.map(({ text = 'Hello', subject = 'Vase', from, html }, index) => ({
      id: `shop:${name}-${index}`,
      direction: 'in',
      rfcMessageId: `${name}-${index}@mail.example`,
      inReplyTo: [],
      references: [],
      from: from ?? { name: 'Ayşe Öztürk', address: 'ayse@mail.example' },
      to: [{ name: 'Shop', address: 'shop@defter.example' }],
      cc: [],
      replyTo: [],
      subject,
      sentAt: at(index),
      receivedAt: at(index),
      text,
      ...(html === undefined ? {} : { html }),
      attachments: [],
      isSeen: true,
      isAnswered: false,
      isAutomatic: false,
      isTruncated: false,
      sizeBytes: text.length,
      language: 'tr',
    })),
  });
}
