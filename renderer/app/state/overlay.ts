// What lies over the inbox: at most one thing at a time.
import type { ImportKind } from '../../../shared/service/import/columns.ts';
import type { HandChannel } from '../../../shared/service/hand-channels.ts';
import type { AccountId, Channel, ConversationId, CustomerId, Language } from '../../../shared/model/ids.ts';

export type SettingsTab = 'general' | 'shop' | 'coach' | 'hours' | 'accounts' | 'data' | 'diagnostics' | 'about';

/** Parts of the shop's page. */
export const shopSections = ['card', 'voice', 'people', 'facts'] as const;
export type ShopSection = (typeof shopSections)[number];

/** A canned reply that begins with the words of a sent message. */
export interface NewReply {
  language: Language;
  title: string;
  body: string;
}

export type Overlay =
  | { kind: 'none' }
  /** Two minutes of kind wording; with one rule, or the week's set. */
  | { kind: 'practice'; ruleId?: string }
  /** How the shop's wording went, week by week. */
  | { kind: 'weeks' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'help' }
  | { kind: 'tour' }
  | { kind: 'whats-new' }
  /** Without a channel it is chosen first. */
  | { kind: 'add-account'; channel?: Channel }
  | { kind: 'settings'; tab: SettingsTab; section?: ShopSection }
  | { kind: 'edit-account'; accountId: AccountId }
  /** A password that a server refused, or that was never given. */
  | { kind: 'give-password'; accountId: AccountId }
  | { kind: 'snooze'; conversationIds: readonly ConversationId[] }
  | { kind: 'tags'; conversationIds: readonly ConversationId[] }
  | { kind: 'export'; subject: ExportSubject }
  | { kind: 'customer-profile'; customerId: CustomerId }
  | { kind: 'merge-customers'; customerId: CustomerId; otherId: CustomerId }
  | { kind: 'log-touchpoint'; customerId: CustomerId | null; channel: HandChannel }
  | { kind: 'add-promise'; customerId: CustomerId; conversationId: ConversationId | null }
  | { kind: 'promises' }
  | { kind: 'import'; importKind: ImportKind }
  | { kind: 'replies'; scenario?: string; fresh?: NewReply }
  | { kind: 'agents' }
  | { kind: 'erase-customer'; customerId: CustomerId; name: string }
  /** `isOpened`: files that the system gave us to open. */
  | { kind: 'import-mail'; isOpened?: boolean }
  | { kind: 'open-export'; isOpened?: boolean }
  /** Files that the system gave us: to be read, or imported? */
  | { kind: 'opened-files'; count: number }
  | { kind: 'backup' }
  | { kind: 'restore' }
  | { kind: 'link'; url: string };

/** What an export was asked for about; the dialog offers it beside everything. */
export type ExportSubject =
  | { kind: 'conversations'; ids: readonly ConversationId[] }
  | { kind: 'customer'; customerId: CustomerId; name: string }
  | { kind: 'search'; query: string }
  | { kind: 'everything' };

export const noOverlay: Overlay = { kind: 'none' };
