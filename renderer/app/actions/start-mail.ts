// Begins a new mail: an empty draft in a conversation of its own, shown at once.
import { AppError } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { DraftContent } from '../../../shared/model/journal.ts';
import { newMailId } from '../../../shared/model/new-mail.ts';
import { readConversation } from '../reads/use-conversation.ts';
import { readManifest } from '../reads/use-manifests.ts';
import type { Desk } from '../state/desk.ts';
import { noOverlay } from '../state/overlay.ts';
import { show } from '../state/selection.ts';
import { goToFolder } from '../state/view.ts';

/** @param known what is known of it already. `unsupported` when no account can write first. */
export async function startMail(
  desk: Desk,
  known: Partial<Pick<DraftContent, 'to' | 'cc' | 'subject' | 'html' | 'text'>> = {},
): Promise<void> {
  const account = await accountToWriteFrom(desk);
  const conversationId = newMailId(account.id, crypto.randomUUID());
  await desk.store.saveDraft({ conversationId, mode: 'new', html: '', text: '', ...known });
  desk.overlay.set(noOverlay);
  const view = desk.view.get();
  if (view.query !== null || !['open', 'all'].includes(view.folder)) desk.view.set(goToFolder(view, 'open'));
  desk.selection.update((selection) => show(selection, conversationId, 0));
}

/** That of the shown conversation where it can, else the first that can. */
async function accountToWriteFrom(desk: Desk): Promise<Account> {
  const { accounts } = desk.app.get();
  const { shownId } = desk.selection.get();
  const shown = shownId === null ? undefined : await readConversation(shownId);
  const able: Account[] = [];
  for (const account of accounts) if ((await readManifest(account.channel))?.canStart === true) able.push(account);
  const chosen = able.find(({ id }) => id === shown?.accountId) ?? able[0];
  if (!chosen) throw new AppError('unsupported', 'No account can write first');
  return chosen;
}
