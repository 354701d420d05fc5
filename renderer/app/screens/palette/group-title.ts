// What the groups of commands are called.
import type { ActionGroup } from '../../actions/action.ts';
import type { TextId } from '../../text/texts.ts';

export const groupTitle: Readonly<Record<ActionGroup, TextId>> = {
  conversation: 'group.conversation',
  customer: 'group.customer',
  list: 'group.list',
  go: 'group.go',
  app: 'group.app',
};
