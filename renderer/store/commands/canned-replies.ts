// Canned replies: the shop's own, and its changes to those that came with the app.
import type { CannedReply, CannedReplyChange } from '../../../shared/model/canned-reply.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { CannedReplyRow } from '../../database/rows.ts';
import { builtInReplies, builtInReply, builtInVersion } from '../built-in-replies.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Sets replies as the shop wants them; null: a built-in one comes back as it was, an own one goes. Answers with how they were. */
export function changeCannedReplies(
  store: Store,
  { changes }: { changes: CannedReplyChange[] },
): Promise<CannedReplyChange[]> {
  return store.queue.run('person', async () => {
    const at = store.deps.now();
    const rows = await store.database.cannedReplies.bulkGet(changes.map(({ id }) => id));
    const before = changes.map(({ id }, index): CannedReplyChange => ({ id, reply: ownState(rows[index]) }));
    await commit(
      store,
      changes.map(({ id, reply }): JournalRecord => {
        const data = reply === null || isAsBuiltIn(reply) ? null : { ...reply, id, isBuiltIn: false, changedAt: at };
        return { kind: 'canned-reply', key: id, at, data };
      }),
    );
    return before;
  });
}

/** What the journal holds of a reply: nothing for one that is as it came with the app. */
function ownState(row: CannedReplyRow | undefined): CannedReply | null {
  if (!row || row.isBuiltIn) return null;
  const { useCount: _useCount, lastUsedAt: _lastUsedAt, isFromApp: _isFromApp, ...reply } = row;
  return reply;
}

/** One that reads as it came with the app counts as unchanged. */
function isAsBuiltIn(reply: CannedReply): boolean {
  const original = builtInReply(reply.id);
  return original !== undefined && contentOf(original) === contentOf(reply);
}

function contentOf({ isBuiltIn: _isBuiltIn, changedAt: _changedAt, ...reply }: CannedReply): string {
  const { folder = '', words = [], purpose = 'service', actions = {}, isHidden = false, draftOf = '' } = reply;
  const { id, scenario, language, title, whenToUse, body, tags, channels, attachments = [] } = reply;
  const { addTags = [], then = '', snoozeDays = 0, followUpDays = 0 } = actions;
  const given = [id, scenario, language, title, whenToUse, body, tags, channels, folder, words, purpose];
  return JSON.stringify([...given, isHidden, draftOf, addTags, then, snoozeDays, followUpDays, attachments]);
}

/** Brings the table in line with the app's library when that has changed; what the shop edited stays as it is. */
export async function loadBuiltInReplies(store: Store): Promise<void> {
  const { database } = store;
  const version = await database.meta.get('cannedVersion');
  if (version?.value === builtInVersion) return;
  await database.transaction('rw', database.cannedReplies, database.meta, async () => {
    const before = new Map((await database.cannedReplies.toArray()).map((row) => [row.id, row]));
    const dropped = [...before.values()].filter((row) => row.isBuiltIn && !builtInReply(row.id));
    const fresh = builtInReplies.filter((reply) => before.get(reply.id)?.isBuiltIn !== false);
    await database.cannedReplies.bulkDelete(dropped.map((row) => row.id));
    await database.cannedReplies.bulkPut(
      fresh.map((reply) => {
        const { useCount = 0, lastUsedAt } = before.get(reply.id) ?? {};
        return { ...reply, useCount, ...(lastUsedAt === undefined ? {} : { lastUsedAt }) };
      }),
    );
    await database.meta.put({ key: 'cannedVersion', value: builtInVersion });
  });
}
