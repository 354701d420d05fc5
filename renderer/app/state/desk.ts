// What commands and screens work with: the bridge, and the page's few cells of state.
import { createContext, use } from 'react';
import type { AppState } from '../../../shared/contract/main-api.ts';
import type { Carrying } from '../../../shared/contract/store-news.ts';
import { errorData, type ErrorData } from '../../../shared/errors.ts';
import type { ReplyActions } from '../../../shared/model/canned-reply.ts';
import type { CustomerNote } from '../../../shared/model/customer-data.ts';
import type { ExportJob } from '../../../shared/model/export.ts';
import type { ConversationId, Language } from '../../../shared/model/ids.ts';
import type { CannedReplyRow } from '../../database/rows.ts';
import type { Bridge, MainClient, StoreClient } from '../bridge.ts';
import type { RowWindow } from '../reads/row-window.ts';
import type { GroupDraft } from '../screens/replies/group-draft.ts';
import type { SettingsEdits } from '../screens/settings/settings-edits.ts';
import type { Texts } from '../text/texts.ts';
import { createCell, type Cell } from './cell.ts';
import { noOverlay, type Overlay } from './overlay.ts';
import { noSelection, type Selection } from './selection.ts';
import { createSignal, type Signal } from './signal.ts';
import { firstView, goToFolder, type View } from './view.ts';

/** A step that can be taken back. */
export interface UndoStep {
  undo(): Promise<void>;
}

export interface Desk {
  main: MainClient;
  store: StoreClient;
  bridge: Bridge;
  /** What main says of settings, accounts and secrets. */
  app: Cell<AppState>;
  view: Cell<View>;
  selection: Cell<Selection>;
  overlay: Cell<Overlay>;
  /** The rows that the list draws from; null while there is no list. */
  rows: Cell<RowWindow | null>;
  /** Marked as unread by hand while shown: not to be marked as read again by being looked at. */
  keptUnread: Cell<ConversationId | null>;
  /** The last step that can still be taken back. */
  lastStep: Cell<UndoStep | null>;
  /** The sentences on the screen; null only before the first ones are loaded. */
  texts: Cell<{ language: Language; texts: Texts } | null>;
  /** How far the store is with writing its database anew; null while it is not at it. */
  carrying: Cell<Carrying | null>;
  /** Exports that run, and those of this run that have come to rest. */
  exports: Cell<readonly ExportJob[]>;
  /** The customer's panel is wanted; where there is little room it lies over the conversation. */
  isCustomerWanted: Cell<boolean>;
  /** Words to be put into the reply of a conversation, for the person to go on with. */
  insertIntoReply: Signal<
    { conversationId: ConversationId } & ({ text: string; after: ReplyActions } | { reply: CannedReplyRow })
  >;
  /** What is changed in the library and not saved, by reply: it waits there while other screens are looked at. */
  replyEdits: Cell<ReadonlyMap<string, GroupDraft>>;
  /** The same of the settings. */
  settingsEdits: Cell<SettingsEdits>;
  /** The kind of note about the customer that is being begun; null while none is. */
  customerNoteWanted: Cell<CustomerNote['kind'] | null>;
  focusReply: Signal;
  /** Write to all, pass the mail on, or plainly answer. */
  writeAs: Signal<'reply' | 'reply-all' | 'forward'>;
  focusSearch: Signal;
  focusList: Signal;
  focusConversation: Signal;
}

export function createDesk(bridge: Bridge, app: AppState): Desk {
  return {
    main: bridge.main,
    store: bridge.store,
    bridge,
    app: createCell(app),
    // an export is looked through, not worked through
    view: createCell(app.mode === 'reading' ? goToFolder(firstView, 'all') : firstView),
    selection: createCell(noSelection),
    overlay: createCell<Overlay>(noOverlay),
    rows: createCell<RowWindow | null>(null),
    keptUnread: createCell<ConversationId | null>(null),
    lastStep: createCell<UndoStep | null>(null),
    texts: createCell<{ language: Language; texts: Texts } | null>(null),
    carrying: bridge.carrying,
    exports: createCell<readonly ExportJob[]>([]),
    isCustomerWanted: createCell(false),
    insertIntoReply: createSignal(),
    replyEdits: createCell<ReadonlyMap<string, GroupDraft>>(new Map()),
    settingsEdits: createCell<SettingsEdits>({}),
    customerNoteWanted: createCell<CustomerNote['kind'] | null>(null),
    focusReply: createSignal(),
    writeAs: createSignal(),
    focusSearch: createSignal(),
    focusList: createSignal(),
    focusConversation: createSignal(),
  };
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('There is no desk around this component');
  return desk;
}

/** What came of a call: its value, or the error to show. */
export type Outcome<T> = { isOk: true; value: T } | { isOk: false; error: ErrorData };

/** Turns a rejected call into a result, for screens that show the error in their own place. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { isOk: true, value: await work };
  } catch (thrown) {
    return { isOk: false, error: errorData(thrown) };
  }
}
