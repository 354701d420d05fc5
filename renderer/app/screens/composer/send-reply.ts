// Hands what was written to the store: the editor is emptied once it is queued, and untouched if the store says no.
import type { Editor } from '@tiptap/core';
import { escapedHtml } from '../../../../shared/mail/plain-html.ts';
import type { ReplyActions } from '../../../../shared/model/canned-reply.ts';
import type { CannedReplyId, ConversationId } from '../../../../shared/model/ids.ts';
import { outboxIdSchema } from '../../../../shared/model/ids.ts';
import type { OutgoingFile } from '../../../../shared/model/message.ts';
import type { DraftMode } from '../../../../shared/model/outbox.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { noticeError, noticeUndo } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';
import { plainText } from './editor-text.ts';
import type { Envelope } from './envelope.ts';
import { withoutFactMarks } from './fact-mark.ts';

export interface ReplyToSend {
  conversationId: ConversationId;
  mode: DraftMode;
  envelope: Envelope;
  attachments: readonly OutgoingFile[];
  /** Formatted, with a signature. */
  canFormat: boolean;
  /** A mark that a marketplace wants to see quoted. */
  replyToken: string | undefined;
  closeAfter: boolean;
  /** What it promises, as the person confirmed it. */
  promises: { text: string; dueAt: number; author: string }[];
  cannedReplyIds: CannedReplyId[];
  /** What its canned replies ask for. */
  after: ReplyActions;
}

/** Freezing may wait for sync to come back; the draft is on disk meanwhile. */
const queueTimeoutMs = 90_000;

/**
 * The conversation it stands in once it is queued on disk; null when it is not, and the text is still in the editor.
 * @param saveDraft settled when the draft as it stands is on disk: one that was saved later would outlive the reply
 */
export async function sendReply(
  desk: Desk,
  editor: Editor,
  reply: ReplyToSend,
  saveDraft: () => Promise<void>,
): Promise<ConversationId | null> {
  const { conversationId, mode, envelope, attachments, canFormat, replyToken, closeAfter } = reply;
  const { settings } = desk.app.get();
  const outboxId = outboxIdSchema.parse(crypto.randomUUID());
  const html = withoutFactMarks(editor.getHTML());
  const content = plainText(editor);
  const signature = canFormat ? currentAgent(settings).signature.trim() : '';
  // one that was taken back has it already
  const isSigned = signature === '' || content.endsWith(signature);
  editor.setEditable(false, false);
  try {
    await saveDraft();
    const queued = await desk.store.queueReply(
      {
        outboxId,
        conversationId,
        to: envelope.to,
        cc: envelope.cc,
        subject: envelope.subject,
        html: !canFormat ? '' : isSigned ? html : withSignature(html, signature),
        text: withToken(isSigned ? content : `${content}\n\n-- \n${signature}`, replyToken),
        mode,
        attachments: [...attachments],
        closeAfter,
        undoWindowMs: settings.undoWindowMs,
        agentId: currentAgent(settings).id,
        promises: reply.promises,
        cannedReplyIds: reply.cannedReplyIds,
        after: reply.after,
      },
      { timeoutMs: queueTimeoutMs },
    );
    editor.commands.clearContent(false);
    if (settings.undoWindowMs > 0) {
      noticeUndo(desk, closeAfter ? 'done.queuedAndClosed' : 'done.queued', 1, async () => {
        await desk.store.cancelSend({ outboxId });
      });
    }
    return queued.conversationId;
  } catch (thrown) {
    noticeError(thrown); // the text never left the editor
    return null;
  } finally {
    editor.setEditable(true, false);
  }
}

/** Amazon finds its own thread by a mark in the quoted part. */
function withToken(content: string, token: string | undefined): string {
  return token === undefined || content.includes(token) ? content : `${content}\n\n> ${token}`;
}

function withSignature(html: string, signature: string): string {
  return `${html}<p>-- <br>${escapedHtml(signature).replaceAll('\n', '<br>')}</p>`;
}
