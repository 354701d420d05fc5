// Changes of the library, each with a way back.
import type { CannedReplyChange } from '../../../../shared/model/canned-reply.ts';
import { noticeError, noticeUndo } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { replyOfRow } from './group-draft.ts';
import { languages, type ReplyGroup } from './reply-groups.ts';

/** Makes the changes and offers to take them back; false when they could not be made (that is shown). */
export async function changeLibrary(
  desk: Desk,
  changes: readonly CannedReplyChange[],
  done: TextId,
  count = 1,
): Promise<boolean> {
  if (changes.length === 0) return true;
  try {
    const before = await desk.store.changeCannedReplies({ changes: [...changes] });
    noticeUndo(desk, done, count, async () => {
      await desk.store.changeCannedReplies({ changes: before });
    });
    return true;
  } catch (thrown) {
    noticeError(thrown);
    return false;
  }
}

const rowsOf = (group: ReplyGroup) => languages.flatMap((language) => group.variants[language] ?? []);

/** An own reply goes; one of the app's is put away. */
export function deleteGroup(desk: Desk, group: ReplyGroup): Promise<boolean> {
  const changes = rowsOf(group).map((row): CannedReplyChange => {
    const isFromApp = row.isBuiltIn || row.isFromApp === true;
    return { id: row.id, reply: isFromApp ? { ...replyOfRow(row), isHidden: true } : null };
  });
  return changeLibrary(desk, changes, group.isOwn ? 'replies.done.deleted' : 'replies.done.hidden');
}

/** What was put away is offered again. */
export function showGroup(desk: Desk, group: ReplyGroup): Promise<boolean> {
  const changes = rowsOf(group).map((row): CannedReplyChange => {
    const { isHidden: _isHidden, ...reply } = replyOfRow(row);
    return { id: row.id, reply };
  });
  return changeLibrary(desk, changes, 'replies.done.shown');
}

/** The app's own words come back in every language; what the shop added beside them goes. */
export function restoreGroup(desk: Desk, group: ReplyGroup): Promise<boolean> {
  const changed = rowsOf(group).filter((row) => !row.isBuiltIn);
  return changeLibrary(
    desk,
    changed.map(({ id }) => ({ id, reply: null })),
    'replies.done.restored',
  );
}
