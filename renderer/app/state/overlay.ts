// What lies over the inbox: at most one thing at a time.
import type { AccountId, ConversationId } from '../../../shared/model/ids.ts';

export type SettingsTab = 'general' | 'shop' | 'accounts' | 'about';

export type Overlay =
  | { kind: 'none' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'settings'; tab: SettingsTab }
  | { kind: 'add-account' }
  | { kind: 'edit-account'; accountId: AccountId }
  /** A password that a server refused, or that was never given. */
  | { kind: 'give-password'; accountId: AccountId }
  | { kind: 'snooze'; conversationIds: readonly ConversationId[] }
  | { kind: 'tags'; conversationIds: readonly ConversationId[] }
  | { kind: 'link'; url: string };

export const noOverlay: Overlay = { kind: 'none' };
