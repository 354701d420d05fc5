// Channels on which contacts are logged by hand, and the account that stands for them.
import type { AccountId, Channel, ConversationId } from '../model/ids.ts';

/** In the order in which they are offered. */
export const handChannels = [
  'phone',
  'visit',
  'whatsapp',
  'instagram',
  'facebook',
  'sms',
  'letter',
  'other',
] as const satisfies readonly Channel[];
export type HandChannel = (typeof handChannels)[number];

/** No login: conversations that were logged by hand. Nothing is fetched for it and nothing sent. */
export const handAccount = 'by-hand' as AccountId;

/** The conversation that stands for a touchpoint in the inbox. */
export const touchpointConversationId = (touchpointId: string): ConversationId =>
  `${handAccount}:${touchpointId}` as ConversationId;

/** Whether a conversation was logged by hand: there is nobody to send a reply to. */
export const isByHand = ({ accountId }: { accountId: AccountId }): boolean => accountId === handAccount;
