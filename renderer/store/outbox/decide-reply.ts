// What a person may decide about a reply that was queued: take it back, try again, edit it, say what became of it.
import { AppError } from '../../../shared/errors.ts';
import type { OutboxId } from '../../../shared/model/ids.ts';
import type { DraftContent, JournalRecord } from '../../../shared/model/journal.ts';
import type { OutboxState } from '../../../shared/model/outbox.ts';
import type { DraftRow, OutboxRow } from '../../database/rows.ts';
import { decisionRecord } from '../records/decision-record.ts';
import { draftRecords } from '../commands/drafts.ts';
import { distinctFiles } from '../records/draft.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';
import { entryOf, outboxRecords } from './entry-of.ts';
import { entryIn, nextLookAt } from './outbox-states.ts';
import { takenBackPromises } from './reply-promises.ts';

interface Which {
  outboxId: OutboxId;
}

/** Takes a queued reply back into the draft. `conflict` when it has left already. */
export function cancelSend(store: Store, { outboxId }: Which): Promise<void> {
  return backToDraft(store, outboxId, 'queued');
}

/** Takes a failed reply back into the draft. `conflict` when it is not failed any more. */
export function editFailed(store: Store, { outboxId }: Which): Promise<void> {
  return backToDraft(store, outboxId, 'failed');
}

/** Queues the same bytes of a failed reply again, now. */
export function retrySend(store: Store, { outboxId }: Which): Promise<void> {
  return store.queue.run('person', async () => {
    const row = await replyIn(store, outboxId, 'failed');
    const now = store.deps.now();
    await commit(store, outboxRecords(entryIn(entryOf(row), 'queued', { notBeforeAt: now }, now), now));
  });
}

/** What became of a reply that may have been sent: only a person can know. */
export function resolveAmbiguous(
  store: Store,
  { outboxId, decision }: Which & { decision: 'was-sent' | 'send-again' },
): Promise<void> {
  return store.queue.run('person', async () => {
    const row = await replyIn(store, outboxId, 'ambiguous');
    const now = store.deps.now();
    const state = decision === 'was-sent' ? 'accepted' : 'queued';
    const notBeforeAt = state === 'accepted' ? (nextLookAt('accepted', 0, now) ?? now) : now;
    await commit(store, outboxRecords(entryIn(entryOf(row), state, { notBeforeAt }, now), now));
  });
}

async function replyIn(store: Store, id: OutboxId, state: OutboxState): Promise<OutboxRow> {
  const row = await store.database.outbox.get(id);
  if (!row) throw new AppError('gone', 'The reply is not there');
  if (row.state !== state) throw new AppError('conflict', `The reply is ${row.state}, not ${state}`);
  return row;
}

/** The reply is taken back and its text is a draft again, above one that was begun meanwhile; the conversation is ours to answer. */
function backToDraft(store: Store, id: OutboxId, state: 'queued' | 'failed'): Promise<void> {
  return store.queue.run('person', async () => {
    const { database, deps } = store;
    const row = await replyIn(store, id, state);
    const now = deps.now();
    const records: JournalRecord[] = outboxRecords(entryIn(entryOf(row), 'cancelled', {}, now), now);
    const conversation = await database.conversations.get(row.conversationId);
    if (conversation) {
      const begun = await database.drafts.get(conversation.id);
      records.push(...draftRecords(conversation, begun, draftAgain(row, begun), now));
      records.push(...(await takenBackPromises(database, conversation, id, now)));
      const tags = conversation.tags.filter((tag) => !row.addedTags?.includes(tag));
      records.push(decisionRecord(conversation, { folder: 'open', tags }, now));
    }
    await commit(store, records);
  });
}

function draftAgain(row: OutboxRow, begun: DraftRow | undefined): DraftContent {
  const { content, mode } = row;
  const cannedReplyIds = [...new Set([...(row.cannedReplyIds ?? []), ...(begun?.cannedReplyIds ?? [])])];
  const attachments = distinctFiles([...(content.attachments ?? []), ...(begun?.attachments ?? [])]);
  return {
    text: begun ? `${content.text}\n\n${begun.text}` : content.text,
    html: `${content.html === '' ? htmlOf(content.text) : content.html}${begun?.html ?? ''}`,
    to: content.to,
    cc: content.cc,
    subject: content.subject,
    ...(mode === undefined ? {} : { mode }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(cannedReplyIds.length === 0 ? {} : { cannedReplyIds }),
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text for the editor: a paragraph per line. */
function htmlOf(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
  return escaped
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
}
