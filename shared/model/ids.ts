// Branded ids: a conversation's id cannot be handed over where a message's is wanted.
import * as z from 'zod';

const id = <const B extends string>(brand: B) => z.string().min(1).max(400).brand(brand);

/** A login: one mailbox, one shop on one marketplace. */
export const accountIdSchema = id('AccountId');
/** Content identity of a message inside Defter: `<accountId>:<key>`; the same after the store was rebuilt. */
export const messageIdSchema = id('MessageId');
export const conversationIdSchema = id('ConversationId');
export const customerIdSchema = id('CustomerId');
/** Of one reply on its way out; also the X-Defter-Id header. */
export const outboxIdSchema = id('OutboxId');
export const noteIdSchema = id('NoteId');
export const cannedReplyIdSchema = id('CannedReplyId');
export const factIdSchema = id('FactId');
/** A cached attachment on disk; never a path. */
export const fileIdSchema = id('FileId');
/** Message-ID of RFC 5322 without angle brackets. */
export const rfcMessageIdSchema = id('RfcMessageId');

export type AccountId = z.infer<typeof accountIdSchema>;
export type MessageId = z.infer<typeof messageIdSchema>;
export type ConversationId = z.infer<typeof conversationIdSchema>;
export type CustomerId = z.infer<typeof customerIdSchema>;
export type OutboxId = z.infer<typeof outboxIdSchema>;
export type NoteId = z.infer<typeof noteIdSchema>;
export type CannedReplyId = z.infer<typeof cannedReplyIdSchema>;
export type FactId = z.infer<typeof factIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
export type RfcMessageId = z.infer<typeof rfcMessageIdSchema>;

/** A connector's own name, also the channel of its conversations: `email`, `trendyol`, … */
export const channelSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
export type Channel = z.infer<typeof channelSchema>;

/** Epoch milliseconds, UTC. */
export const instantSchema = z.number().int();
/** The languages the app speaks. */
export const languageSchema = z.enum(['en', 'tr', 'el']);
export type Language = z.infer<typeof languageSchema>;
