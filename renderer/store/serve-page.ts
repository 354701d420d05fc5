// Answers the page: every command that a person gives, and search.
import { storeCommands } from '../../shared/contract/store-commands.ts';
import { AppError, type ErrorData } from '../../shared/errors.ts';
import { serve, type Handlers, type Port } from '../../shared/rpc.ts';
import { applyJournal } from './commands/apply-journal.ts';
import { changeCannedReplies } from './commands/canned-replies.ts';
import { moveConversations, restoreStates, setTags } from './commands/decisions.ts';
import { putCustomerData } from './commands/customer-data.ts';
import { discardDraft, saveDraft } from './commands/drafts.ts';
import { changeFacts } from './commands/facts.ts';
import { fetchAttachment, fetchPictures, keepAttachment, keepFile, readPicture } from './commands/files.ts';
import { forgetAccount } from './commands/forget-account.ts';
import { saveCustomerNote, saveNote } from './commands/notes.ts';
import { setSeen } from './commands/seen.ts';
import { packRows } from './erase/carry-over.ts';
import { countErasure, erasePerson, groupOf } from './erase/erase-person.ts';
import { applyRetention, countRetention } from './erase/retention.ts';
import { planExport } from './export/plan-export.ts';
import { syncNow } from './sync-link.ts';
import { cancelSend, editFailed, resolveAmbiguous, retrySend } from './outbox/decide-reply.ts';
import { queueReply } from './outbox/queue-reply.ts';
import type { SearchDesk } from './search/search-desk.ts';
import type { Store } from './store.ts';
import type { Progress } from './work/progress.ts';

/** What a person may ask for of a shop that is open to be read; every other command changes it, or sends. */
const readingCommands: ReadonlySet<string> = new Set<keyof typeof storeCommands>([
  'search',
  'fetchAttachment',
  'readPicture',
  'fetchPictures',
  'countErasure',
  'countRetention',
  'countExport',
]);

/**
 * Serves store-commands on `port`. `opening` resolves once the store is open; commands wait for it and share its error. Those that
 * change something are refused with `read-only` where the store is open to be read.
 */
export function servePage(
  port: Port,
  opening: () => Promise<{ store: Store; search: SearchDesk }>,
  onError: (method: string, error: ErrorData) => void,
  { isAtWork }: Progress,
): void {
  /** A command that answers nothing. */
  const done =
    <I>(command: (store: Store, input: I) => Promise<void>) =>
    async (input: I): Promise<null> => {
      await command((await opening()).store, input);
      return null;
    };
  const ask =
    <I, O>(command: (store: Store, input: I) => Promise<O>) =>
    async (input: I): Promise<O> =>
      command((await opening()).store, input);

  const handlers: Handlers<typeof storeCommands> = {
    moveConversations: ask(moveConversations),
    setTags: ask(setTags),
    restoreStates: done(restoreStates),
    setSeen: done(setSeen),
    applyJournal: done(applyJournal),
    saveNote: ask(saveNote),
    putCustomerData: ask(putCustomerData),
    saveCustomerNote: done(saveCustomerNote),
    saveDraft: done(saveDraft),
    discardDraft: done(discardDraft),
    queueReply: ask(queueReply),
    cancelSend: done(cancelSend),
    retrySend: done(retrySend),
    editFailed: done(editFailed),
    resolveAmbiguous: done(resolveAmbiguous),
    changeCannedReplies: ask(changeCannedReplies),
    changeFacts: ask(changeFacts),
    search: async (input) => (await opening()).search.search(input),
    fetchAttachment: ask(fetchAttachment),
    keepFile: ask(keepFile),
    keepAttachment: ask(keepAttachment),
    readPicture: ask(readPicture),
    fetchPictures: ask(fetchPictures),
    countErasure: ask(countErasure),
    erasePerson: async (input) => {
      const { store, search } = await opening();
      return erasePerson(store, search, input);
    },
    packRows: ask(async (store) => {
      await packRows(store);
      return null;
    }),
    countRetention: ask(countRetention),
    applyRetention: async (rule) => {
      const { store, search } = await opening();
      return applyRetention(store, search, rule);
    },
    countExport: async (selection) => {
      const { store, search } = await opening();
      return (await planExport(store.database, search, selection, (id) => groupOf(store, id))).count;
    },
    syncNow: done(syncNow),
    forgetAccount: done(forgetAccount),
  };
  const refuseWriting = async (method: string): Promise<void> => {
    if (readingCommands.has(method) || !(await opening()).store.isReadOnly) return;
    throw new AppError('read-only', `${method}: what is open is there to be read`);
  };
  serve(port, storeCommands, handlers, onError, { before: refuseWriting, isAtWork });
}
