// Commands about customers: contacts logged by hand, notes, promises, exports, imports.
import type { CustomerNote } from '../../../shared/model/customer-data.ts';
import type { HandChannel } from '../../../shared/service/hand-channels.ts';
import type { ImportKind } from '../../../shared/service/import/columns.ts';
import { readConversations } from '../reads/use-conversation.ts';
import type { Desk } from '../state/desk.ts';
import type { TextId } from '../text/texts.ts';
import type { Action } from './action.ts';
import { insertAcknowledgement } from './acknowledge.ts';

const hasShown = (desk: Desk): boolean => desk.selection.get().shownId !== null;
const hasShop = (desk: Desk): boolean => desk.app.get().accounts.length > 0 || desk.app.get().mode === 'demo';

async function shownCustomer(desk: Desk) {
  const { shownId } = desk.selection.get();
  const [row] = shownId === null ? [] : await readConversations([shownId]);
  return { conversationId: shownId, customerId: row?.customerId ?? null, name: row?.customerName ?? '' };
}

function log(id: string, channel: HandChannel, title: TextId, key: string): Action {
  return {
    id,
    title,
    group: 'customer',
    keys: [`L ${key}`],
    changes: true,
    isAvailable: hasShop,
    run: async (desk) => {
      desk.overlay.set({ kind: 'log-touchpoint', customerId: (await shownCustomer(desk)).customerId, channel });
    },
  };
}

function importFrom(id: string, importKind: ImportKind, title: TextId): Action {
  return {
    id,
    title,
    group: 'customer',
    keys: [],
    changes: true,
    isAvailable: hasShop,
    run: (desk) => {
      desk.overlay.set({ kind: 'import', importKind });
    },
  };
}

/** Begins a note about the customer, on their card. */
function note(id: string, kind: CustomerNote['kind'], title: TextId, key: string): Action {
  return {
    id,
    title,
    group: 'customer',
    keys: [key],
    changes: true,
    isAvailable: hasShown,
    run: (desk) => {
      desk.isCustomerWanted.set(true);
      desk.customerNoteWanted.set(kind);
    },
  };
}

export const customerActions: readonly Action[] = [
  log('log-call', 'phone', 'action.logCall', 'P'),
  log('log-visit', 'visit', 'action.logVisit', 'V'),
  log('log-message', 'whatsapp', 'action.logMessage', 'M'),
  log('log-other', 'other', 'action.logOther', 'O'),
  {
    id: 'acknowledge',
    title: 'action.acknowledge',
    group: 'customer',
    keys: ['A'],
    changes: true,
    isAvailable: hasShown,
    run: async (desk) => {
      const { shownId } = desk.selection.get();
      if (shownId !== null) await insertAcknowledgement(desk, shownId);
    },
  },
  note('customer-note', 'note', 'action.customerNote', 'N'),
  note('hand-over', 'handover', 'action.handOver', 'H'),
  {
    id: 'customer-profile',
    title: 'action.customerProfile',
    group: 'customer',
    keys: ['Shift+I'],
    changes: true,
    isAvailable: hasShown,
    run: async (desk) => {
      const { customerId } = await shownCustomer(desk);
      if (customerId !== null) desk.overlay.set({ kind: 'customer-profile', customerId });
    },
  },
  {
    id: 'export-customer',
    title: 'action.exportCustomer',
    group: 'customer',
    keys: [],
    isAvailable: hasShown,
    run: async (desk) => {
      const { customerId, name } = await shownCustomer(desk);
      if (customerId !== null) desk.overlay.set({ kind: 'export', subject: { kind: 'customer', customerId, name } });
    },
  },
  {
    id: 'add-promise',
    title: 'action.addPromise',
    group: 'customer',
    keys: ['P'],
    changes: true,
    isAvailable: hasShown,
    run: async (desk) => {
      const { customerId, conversationId } = await shownCustomer(desk);
      if (customerId !== null) desk.overlay.set({ kind: 'add-promise', customerId, conversationId });
    },
  },
  importFrom('import-customers', 'customers', 'action.importCustomers'),
  importFrom('import-calls', 'calls', 'action.importCalls'),
  importFrom('import-orders', 'orders', 'action.importOrders'),
  {
    id: 'promises',
    title: 'action.promises',
    group: 'go',
    keys: ['G P'],
    isAvailable: hasShop,
    run: (desk) => {
      desk.overlay.set({ kind: 'promises' });
    },
  },
];
