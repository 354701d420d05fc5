// The reply: recipients, editor, canned replies, what still blocks sending, and Send.
import { ActionIcon, Button, Group, Kbd, Text, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CannedReplyRow, ConversationRow, DraftRow } from '../../../database/rows.ts';
import { fillTemplate } from '../../../../shared/language/fill-template.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCustomer } from '../../reads/use-customer.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useMessages } from '../../reads/use-messages.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { Blockers } from './blockers.tsx';
import classes from './composer.module.css';
import { contentOf, plainText } from './editor-text.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { openFieldsOf, type FieldPlace } from './fields.ts';
import { RecipientLine } from './recipient-line.tsx';
import { replyTarget } from './reply-target.ts';
import { sendReply } from './send-reply.ts';
import { SlashMenu, type SlashMenuHandle } from './slash-menu.tsx';
import type { SlashState } from './slash.ts';
import { templateValues } from './template-values.ts';
import { useAutosave } from './use-autosave.ts';
import { useReplyEditor } from './use-reply-editor.ts';

/** The newest messages are enough to know whom to answer. */
const targetMessages = 30;

export function ReplyBox({ conversation, draft }: { conversation: ConversationRow; draft: DraftRow | null }) {
  const text = useText();
  const desk = useDesk();
  const messages = useMessages(conversation.id, targetMessages);
  const card = useCustomer(conversation.customerId) ?? null;
  const manifest = useManifests()?.get(conversation.channel);
  const account = useCellPart(desk.app, ({ accounts }) => accounts.find(({ id }) => id === conversation.accountId));
  const target = useMemo(() => replyTarget(messages ?? [], account), [messages, account]);
  const [slash, setSlash] = useState<SlashState | null>(null);
  const [fields, setFields] = useState<readonly FieldPlace[]>([]);
  const [length, setLength] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const menu = useRef<SlashMenuHandle>(null);
  const canFormat = (manifest?.canFormat ?? true) && target?.isRelayed !== true;

  const look = (editor: Editor) => {
    setFields(openFieldsOf(editor.state.doc));
    setLength(plainText(editor).length);
  };
  const editor = useReplyEditor({
    content: draft?.html ?? '',
    label: text('composer.reply'),
    placeholder: text('composer.placeholder', { name: conversation.customerName }),
    language: conversation.language ?? text.language,
    onEdit: (edited) => {
      look(edited);
      autosave.note();
    },
    onSlash: setSlash,
    onSlashKey: (event) => menu.current?.onKeyDown(event) ?? false,
  });
  const autosave = useAutosave(() =>
    attempt(desk.store.saveDraft({ conversationId: conversation.id, html: htmlOf(editor), text: plainText(editor) })),
  );
  useTakeDraft(editor, draft, look);
  useEffect(() => desk.focusReply.listen(() => editor.commands.focus('end')), [desk, editor]);

  const choose = (reply: CannedReplyRow) => {
    const { settings } = desk.app.get();
    const filled = fillTemplate(reply.body, templateValues(conversation, card, settings, reply.language), reply.language);
    const range = slash?.range ?? editor.state.selection;
    editor.chain().focus().deleteRange(range).insertContent(contentOf(filled.text)).run();
    setSlash(null);
    const [first] = openFieldsOf(editor.state.doc);
    if (first) editor.chain().setTextSelection(first).scrollIntoView().run();
  };
  const isTooLong = manifest?.maxReplyChars !== undefined && length > manifest.maxReplyChars;
  const isBlocked = length === 0 || fields.length > 0 || isTooLong || target === null;
  const send = async (closeAfter: boolean) => {
    if (isBusy || target === null) return;
    if (isBlocked) {
      const [first] = fields;
      if (first) editor.chain().focus().setTextSelection(first).scrollIntoView().run();
      return;
    }
    setBusy(true);
    autosave.drop();
    await sendReply(desk, editor, { conversation, target, canFormat, closeAfter });
    look(editor);
    setBusy(false);
  };

  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send(event.shiftKey);
        } else if (event.key === 'Escape' && slash === null) {
          event.stopPropagation();
          editor.commands.blur();
          desk.focusConversation.send();
        }
      }}
    >
      <RecipientLine target={target} />
      <EditorContent editor={editor} className={classes['content'] ?? ''} />
      {slash && (
        <SlashMenu
          ref={menu}
          state={slash}
          language={conversation.language}
          channel={conversation.channel}
          onChoose={choose}
          onLeave={() => {
            setSlash(null);
          }}
        />
      )}
      <Blockers
        fields={fields}
        onGo={(place) => {
          editor.chain().focus().setTextSelection(place).scrollIntoView().run();
        }}
      />
      <Group className={classes['foot'] ?? ''} justify="space-between" gap={6}>
        <Group gap={2} wrap="nowrap">
          <Tooltip label={text('composer.replies.button')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={text('composer.replies')}
              onClick={() => {
                const { from } = editor.state.selection;
                const before = editor.state.doc.textBetween(Math.max(0, from - 1), from, ' ');
                editor.chain().focus().insertContent(before.trim() === '' ? '/' : ' /').run();
              }}
            >
              <IconTemplate size={17} />
            </ActionIcon>
          </Tooltip>
          {canFormat && <EditorToolbar editor={editor} />}
          {manifest?.maxReplyChars !== undefined && (
            <Text size="xs" c={isTooLong ? 'red' : 'dimmed'} aria-live="polite">
              {text('composer.length', { count: length, limit: manifest.maxReplyChars })}
            </Text>
          )}
        </Group>
        <Group gap={8} wrap="nowrap" ml="auto">
          <Button size="xs" variant="default" disabled={isBlocked} loading={isBusy} onClick={() => void send(true)}>
            {text('composer.sendAndClose')}
          </Button>
          <Button
            size="xs"
            disabled={length === 0}
            loading={isBusy}
            aria-disabled={isBlocked}
            rightSection={<IconSend size={14} />}
            onClick={() => void send(false)}
          >
            {text('composer.send')}
            <Kbd size="xs" ml={6} className={classes['sendKey'] ?? ''}>
              Ctrl ↵
            </Kbd>
          </Button>
        </Group>
      </Group>
    </div>
  );
}

function htmlOf(editor: Editor): string {
  return editor.isEmpty ? '' : editor.getHTML();
}

/** A draft that the store put back (a reply taken back, a refused one to edit) goes into an editor that is empty. */
function useTakeDraft(editor: Editor, draft: DraftRow | null, look: (editor: Editor) => void): void {
  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  });
  useEffect(() => {
    if (draft && draft.text !== '' && editor.isEmpty) editor.commands.setContent(draft.html, { emitUpdate: false });
    latestLook.current(editor);
  }, [editor, draft]);
}
