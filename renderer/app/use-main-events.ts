// What main announces becomes state, a shown conversation, or a command.
import { useEffect } from 'react';
import type { PageEvent } from '../../shared/contract/page-api.ts';
import type { ConversationId } from '../../shared/model/ids.ts';
import { attempt, noticeError } from './actions/notices.tsx';
import { runMenuCommand } from './actions/registry.ts';
import { watchRetention } from './actions/erase.ts';
import { askForOpened } from './actions/opened-files.ts';
import { startMail } from './actions/start-mail.ts';
import { takeExport } from './actions/export-actions.tsx';
import { readConversation } from './reads/use-conversation.ts';
import type { Desk } from './state/desk.ts';
import { noOverlay } from './state/overlay.ts';
import { show } from './state/selection.ts';
import { goToFolder } from './state/view.ts';
import { AppError } from '../../shared/errors.ts';
import { paragraphsOf } from '../../shared/mail/plain-html.ts';

export function useMainEvents(desk: Desk): void {
  useEffect(() => {
    desk.bridge.onStoreBroken((message) => {
      noticeError(new AppError('bug', message));
    });
    const stopRetention = watchRetention(desk);
    const stopListening = desk.bridge.onEvent((event) => {
      take(desk, event);
    });
    return () => {
      stopRetention();
      stopListening();
    };
  }, [desk]);
}

function take(desk: Desk, event: PageEvent): void {
  switch (event.kind) {
    case 'state':
      desk.app.set(event.state);
      return;
    case 'open-conversation':
      void attempt(openConversation(desk, event.conversationId));
      return;
    case 'command':
      runMenuCommand(desk, event.command);
      return;
    case 'write': {
      const { mail } = event;
      void attempt(startMail(desk, { ...mail, html: paragraphsOf(mail.text) }));
      return;
    }
    case 'mail-files':
      askForOpened(desk, event.count);
      return;
    case 'link':
      desk.overlay.set({ kind: 'link', url: event.url });
      return;
    case 'export':
      takeExport(desk, event.job);
      return;
    case 'backup': // the dialog listens by itself
    case 'import': // the dialog listens by itself
    case 'test-step': // the screen with the test listens by itself
      return;
  }
}

/** Shows a conversation in its own folder. */
export async function openConversation(desk: Desk, id: ConversationId): Promise<void> {
  const row = await readConversation(id);
  if (!row) throw new AppError('gone', 'The conversation is not in the store');
  const view = desk.view.get();
  if (view.query !== null || (view.folder !== 'all' && view.folder !== row.folder)) {
    desk.view.set({ ...goToFolder(view, row.folder), isUnreadOnly: false });
  }
  desk.overlay.set(noOverlay);
  desk.selection.update((selection) => show(selection, id, 0));
}
