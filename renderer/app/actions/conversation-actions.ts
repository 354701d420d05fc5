// Commands about the conversation that is shown, or all that are marked.
import type { Desk } from '../state/desk.ts';
import { targets } from '../state/selection.ts';
import type { Action } from './action.ts';
import { closeOrReopen, toggleSeen } from './conversation-steps.ts';

const hasTarget = (desk: Desk): boolean => targets(desk.selection.get()).length > 0;
const hasShown = (desk: Desk): boolean => desk.selection.get().shownId !== null;

export const conversationActions: readonly Action[] = [
  {
    id: 'reply',
    title: 'action.reply',
    group: 'conversation',
    keys: ['R'],
    menu: 'reply',
    changes: true,
    isAvailable: hasShown,
    run: (desk) => {
      desk.focusReply.send();
    },
  },
  {
    id: 'reply-all',
    title: 'action.replyAll',
    group: 'conversation',
    keys: ['Shift+R'],
    changes: true,
    isAvailable: hasShown,
    run: (desk) => {
      desk.writeAs.send('reply-all');
    },
  },
  {
    id: 'forward',
    title: 'action.forward',
    group: 'conversation',
    keys: ['F'],
    changes: true,
    isAvailable: hasShown,
    run: (desk) => {
      desk.writeAs.send('forward');
    },
  },
  {
    id: 'close',
    title: 'action.close',
    group: 'conversation',
    keys: ['E'],
    menu: 'close-conversation',
    changes: true,
    isAvailable: hasTarget,
    run: closeOrReopen,
  },
  {
    id: 'snooze',
    title: 'action.snooze',
    group: 'conversation',
    keys: ['S'],
    menu: 'snooze',
    changes: true,
    isAvailable: hasTarget,
    run: (desk) => {
      desk.overlay.set({ kind: 'snooze', conversationIds: targets(desk.selection.get()) });
    },
  },
  {
    id: 'tag',
    title: 'action.tag',
    group: 'conversation',
    keys: ['T'],
    changes: true,
    isAvailable: hasTarget,
    run: (desk) => {
      desk.overlay.set({ kind: 'tags', conversationIds: targets(desk.selection.get()) });
    },
  },
  {
    id: 'unread',
    title: 'action.unread',
    group: 'conversation',
    keys: ['U'],
    changes: true,
    isAvailable: hasTarget,
    run: toggleSeen,
  },
  {
    id: 'customer',
    title: 'action.customer',
    group: 'conversation',
    keys: ['I'],
    isAvailable: hasShown,
    run: (desk) => {
      desk.isCustomerWanted.update((isWanted) => !isWanted);
    },
  },
  {
    id: 'undo',
    title: 'action.undo',
    group: 'conversation',
    keys: ['Z'],
    isAvailable: (desk) => desk.lastStep.get() !== null,
    run: (desk) => desk.lastStep.get()?.undo(),
  },
];
