// Hands a finished reply to the store: the editor is emptied at once and filled again if the store says no.
import type { Editor } from '@tiptap/core';
import type { ConversationRow } from '../../../database/rows.ts';
import { outboxIdSchema } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { noticeError, noticeUndo } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';
import { plainText } from './editor-text.ts';
import type { ReplyTarget } from './reply-target.ts';

export interface ReplyToSend {
  conversation: ConversationRow;
  target: ReplyTarget;
  canFormat: boolean;
  closeAfter: boolean;
}

/** Freezing may wait for sync to come back; the draft is on disk meanwhile. */
const queueTimeoutMs = 60_000;

/** Settled when the reply is queued on disk, or the text is back in the editor. */
export async function sendReply(desk: Desk, editor: Editor, reply: ReplyToSend): Promise<void> {
  const { conversation, target, closeAfter } = reply;
  const canFormat = reply.canFormat && !target.isRelayed;
  const { settings } = desk.app.get();
  const outboxId = outboxIdSchema.parse(crypto.randomUUID());
  const html = editor.getHTML();
  const content = plainText(editor);
  const signature = canFormat ? currentAgent(settings).signature.trim() : '';
  editor.setEditable(false);
  try {
    await desk.store.queueReply(
      {
        outboxId,
        conversationId: conversation.id,
        to: target.to,
        cc: target.cc,
        subject: target.subject,
        html: canFormat ? withSignature(html, signature) : '',
        text: withToken(signature === '' ? content : `${content}\n\n-- \n${signature}`, target.replyToken),
        closeAfter,
        undoWindowMs: settings.undoWindowMs,
      },
      { timeoutMs: queueTimeoutMs },
    );
    editor.commands.clearContent(false);
    if (settings.undoWindowMs > 0) {
      noticeUndo(desk, closeAfter ? 'done.queuedAndClosed' : 'done.queued', 1, async () => {
        await desk.store.cancelSend({ outboxId });
      });
    }
  } catch (thrown) {
    noticeError(thrown); // the text never left the editor
  } finally {
    editor.setEditable(true);
  }
}

/** Amazon finds its own thread by a mark in the quoted part. */
function withToken(content: string, token: string | undefined): string {
  return token === undefined ? content : `${content}\n\n> ${token}`;
}

function withSignature(html: string, signature: string): string {
  if (signature === '') return html;
  const escaped = signature.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${html}<p>-- <br>${escaped.replaceAll('\n', '<br>')}</p>`;
}
