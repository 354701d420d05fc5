// Turns Telegram's updates into items.
import type { Item } from '../../../../shared/model/item.ts';
import type { Attachment } from '../../../../shared/model/message.ts';
import { messageItem } from '../thread-message.ts';
import type { TelegramMessage, Update } from './api.ts';

/** Nothing for what is no message of a person. An edit comes as a message of its own: what was said first stays. */
export function updateItems(update: Update, shop: string): Item[] {
  const message = update.message ?? update.edited_message;
  if (!message || message.from?.is_bot === true) return [];
  const { chat, from, edit_date: editedAt } = message;
  const isEdit = Boolean(update.edited_message) && typeof editedAt === 'number';
  const person = from ?? { first_name: chat.title ?? '', last_name: null };
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  const edit = isEdit ? `:e${editedAt}` : '';
  return [
    messageItem({
      key: `${chat.id}:${message.message_id}${edit}`,
      threadKey: chat.id,
      direction: 'in',
      customer: { name, address: chat.id },
      shop,
      subject: chat.type === 'private' ? '' : (chat.title ?? ''),
      text: `${isEdit ? '✎ ' : ''}${message.text ?? message.caption ?? ''}`,
      at: (isEdit ? editedAt : message.date) * 1000,
      isSeen: false,
      attachments: isEdit ? [] : attachmentsOf(message),
    }),
  ];
}

function attachmentsOf(message: TelegramMessage): Attachment[] {
  // A photo comes in several sizes; the last is the largest.
  const photo = message.photo?.at(-1);
  const named = [
    photo && { ...photo, file_name: `photo-${message.message_id}.jpg`, mime_type: 'image/jpeg' },
    message.document,
    message.voice && { ...message.voice, file_name: `voice-${message.message_id}.ogg` },
    message.audio,
    message.video,
  ];
  return named.flatMap((file) =>
    file
      ? [
          {
            ref: file.file_id.slice(0, 500),
            name: file.file_name ?? `file-${message.message_id}`,
            mimeType: file.mime_type ?? 'application/octet-stream',
            sizeBytes: file.file_size ?? 0,
            isInline: false,
          },
        ]
      : [],
  );
}
