// Acknowledging: the words for one conversation, put into the reply by hand or sent by the rule that the shop turned on.
import { acknowledgementText } from '../../../shared/language/acknowledgement.ts';
import { findPromises } from '../../../shared/language/find-promises.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { currentAgent } from '../../../shared/model/shop.ts';
import { answerTime } from '../../../shared/service/acknowledge.ts';
import type { ConversationRow, CustomerRow } from '../../database/rows.ts';
import { readConversations } from '../reads/use-conversation.ts';
import { readCustomer } from '../reads/find-customer.ts';
import { greetingNameOf, languageOfCustomer } from '../screens/customer/addressing.ts';
import type { Desk } from '../state/desk.ts';
import { noticeWords } from './notices.tsx';

/** null when the shop has no opening hours to promise an answer in. */
export function acknowledgementFor(
  desk: Desk,
  conversation: ConversationRow,
  customer: CustomerRow | undefined,
  now: number,
): { text: string; promises: { text: string; dueAt: number; author: string }[] } | null {
  const { settings, systemLanguage } = desk.app.get();
  const answerAt = answerTime(settings.businessHours, now, settings.acknowledgement.answerWithinMinutes);
  if (answerAt === null) return null;
  const fallback = systemLanguage.startsWith('tr') ? 'tr' : systemLanguage.startsWith('el') ? 'el' : 'en';
  const language =
    customer?.profile?.language ?? conversation.language ?? (customer && languageOfCustomer(customer)) ?? fallback;
  const text = acknowledgementText(language, {
    greetingName: customer ? greetingNameOf(customer, language) : '',
    agentName: currentAgent(settings).name,
    shopName: settings.shop.name,
    answerAt,
    now,
    timeZone: settings.businessHours.timeZone,
  });
  const author = currentAgent(settings).name;
  const promises = findPromises(text, language, now, settings.businessHours).map(({ text: words, dueAt }) => ({
    text: words,
    dueAt,
    author,
  }));
  return { text, promises };
}

/** Puts an acknowledgement into the reply, to be looked at and sent. */
export async function insertAcknowledgement(desk: Desk, conversationId: ConversationId): Promise<void> {
  const [conversation] = await readConversations([conversationId]);
  if (!conversation) return;
  const made = acknowledgementFor(desk, conversation, await readCustomer(conversation.customerId), Date.now());
  if (made) desk.insertIntoReply.send({ conversationId, text: made.text, after: { then: 'open' } });
  else noticeWords('acknowledge.noHours');
}
