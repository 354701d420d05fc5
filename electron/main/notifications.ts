// Native notifications; a click brings the window to the front and opens the conversation.
import { Notification } from 'electron';
import type { PageEvent } from '../../shared/contract/page-api.ts';
import type { ConversationId } from '../../shared/model/ids.ts';

export interface NotificationHost {
  showWindow(): void;
  events: { announce(event: PageEvent): void };
}

// a notification that is not held is collected, and then its click reaches nobody
const shown = new Set<Notification>();
const keptNotifications = 20;

/** Shows one, where the system has notifications. */
export function notify(
  { title, body, conversationId }: { title: string; body: string; conversationId?: ConversationId | undefined },
  host: NotificationHost,
): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', () => {
    host.showWindow();
    if (conversationId !== undefined) host.events.announce({ kind: 'open-conversation', conversationId });
  });
  notification.on('close', () => {
    shown.delete(notification);
  });
  shown.add(notification);
  const [oldest] = shown;
  if (oldest && shown.size > keptNotifications) shown.delete(oldest);
  notification.show();
}
