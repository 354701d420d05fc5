// What the help has to say, in the order in which a new shop needs it; the words are in renderer/app/text.
import type { TextId } from '../../text/texts.ts';

export interface HelpTopic {
  id: string;
  title: TextId;
  body: TextId;
  /** A command that takes the person there. */
  actionId?: string;
}

export const helpTopics: readonly HelpTopic[] = [
  { id: 'start', title: 'help.start.title', body: 'help.start.body', actionId: 'add-account' },
  { id: 'inbox', title: 'help.inbox.title', body: 'help.inbox.body' },
  { id: 'reply', title: 'help.reply.title', body: 'help.reply.body' },
  { id: 'offline', title: 'help.offline.title', body: 'help.offline.body' },
  { id: 'canned', title: 'help.canned.title', body: 'help.canned.body' },
  { id: 'coach', title: 'help.coach.title', body: 'help.coach.body' },
  { id: 'search', title: 'help.search.title', body: 'help.search.body', actionId: 'search' },
  { id: 'channels', title: 'help.channels.title', body: 'help.channels.body', actionId: 'accounts' },
  { id: 'customer', title: 'help.customer.title', body: 'help.customer.body' },
  { id: 'export', title: 'help.export.title', body: 'help.export.body' },
  { id: 'privacy', title: 'help.privacy.title', body: 'help.privacy.body' },
  { id: 'trouble', title: 'help.trouble.title', body: 'help.trouble.body', actionId: 'diagnostics' },
];
