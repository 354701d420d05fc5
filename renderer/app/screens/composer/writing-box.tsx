// Where words are written: editor, canned replies, what still keeps them from being sent, and Send.
import { Group, Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CannedReplyRow, ConversationRow, DraftRow } from '../../../database/rows.ts';
import { gravest } from '../../../../shared/language/manners/finding.ts';
import type { ReplyContext } from '../../../../shared/language/coach/check-reply.ts';
import { soundsLikeComplaint } from '../../../../shared/language/complaint-words.ts';
import { mentionsAttachment } from '../../../../shared/language/mentions-attachment.ts';
import { guessLanguage } from '../../../../shared/language/guess-language.ts';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { allowsMarketing } from '../../../../shared/service/consent.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCustomer } from '../../reads/use-customer.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { PromiseChips } from '../customer/promise-chips.tsx';
import { useReplyPromises } from '../customer/use-reply-promises.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachmentStrip } from './attachment-strip.tsx';
import { Blockers } from './blockers.tsx';
import classes from './composer.module.css';
import { CoachLine } from './coach-line.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { contentOf, plainText } from './editor-text.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { envelopeProblem, isRelayed, replyTokenOf } from './envelope.ts';
import { contentOfFilled } from './fact-mark.ts';
import { openFieldsOf, type FieldPlace } from './fields.ts';
import { LibraryLine } from './library-line.tsx';
import { ReplyFindings } from './reply-findings.tsx';
import { SendQuestion } from './send-question.tsx';
import { SendButtons } from './send-buttons.tsx';
import { SlashButton } from './slash-button.tsx';
import { SlashMenu, type SlashMenuHandle } from './slash-menu.tsx';
import { slashIn, type SlashState } from './slash.ts';
import { useAttachments, type AttachmentsHandle } from './use-attachments.ts';
import { useAutosave } from './use-autosave.ts';
import { useCoach } from './use-coach.ts';
import type { EnvelopeHandle } from './use-envelope.ts';
import { useFileDrop } from './use-file-drop.ts';
import { goToWords, useFindings } from './use-findings.ts';
import { SuggestedReplies } from './suggested-replies.tsx';
import { useHint } from './use-hint.tsx';
import { useQuestions } from './use-questions.ts';
import { useReplyEditor } from './use-reply-editor.ts';
import { useReplyLibrary } from './use-reply-library.ts';
import { useSending } from './use-sending.ts';
import { useTakeDraft } from './use-take-draft.ts';

/** A greeting alone is not judged. */
const fewestWords = 3;

export interface WritingBoxProps {
  conversation: ConversationRow;
  draft: DraftRow | null;
  answered: MessageWithText | undefined;
  handle: EnvelopeHandle;
  label: string;
  placeholder: string;
  /** Recipients and subject, above the editor. */
  children: ReactNode;
  /** It is queued, and stands in this conversation. The box is done with: a next reply gets a new one. */
  onSent: (conversationId: ConversationId) => void;
  /** Gets what the box can be told from outside. */
  onReady: (controls: WritingControls) => void;
}

export interface WritingControls {
  editor: Editor;
  attachments: () => AttachmentsHandle;
  /** Something beside the editor's text has changed. */
  noteChange(): void;
  /** Nothing more is to be saved. */
  drop(): void;
}

export function WritingBox(props: WritingBoxProps) {
  const { conversation, draft, answered, handle, label, placeholder, children, onSent, onReady } = props;
  const text = useText();
  const desk = useDesk();
  const card = useCustomer(conversation.customerId) ?? null;
  const manifest = useManifests()?.get(conversation.channel);
  const [slash, setSlash] = useState<SlashState | null>(null);
  const [fields, setFields] = useState<readonly FieldPlace[]>([]);
  const [words, setWords] = useState('');
  const { length } = words;
  const promises = useReplyPromises(words, conversation.language ?? text.language);
  const { findings, isPublic } = useFindings(words, conversation, card);
  const severity = gravest(findings);
  const channel = useChannelNames()(conversation.channel);
  const picker = useRef<HTMLInputElement>(null);
  const menu = useRef<SlashMenuHandle>(null);
  const { envelope, mode } = handle;
  const canFormat = (manifest?.canFormat ?? true) && !isRelayed(envelope);

  const limits = manifest?.outgoingFiles;
  const attachments = useAttachments(draft, limits, () => {
    sending.leaveQuestion();
    autosave.note();
  });
  const drop = useFileDrop(limits !== undefined, attachments.add);
  const latestAttachments = useRef(attachments);
  useEffect(() => {
    latestAttachments.current = attachments;
  });

  const look = (editor: Editor) => {
    setFields(openFieldsOf(editor.state.doc));
    setWords(plainText(editor));
    sending.forgetAsking();
  };
  const editor = useReplyEditor({
    content: draft?.html ?? '',
    label,
    placeholder,
    language: conversation.language ?? text.language,
    onEdit: (edited) => {
      look(edited);
      autosave.note();
    },
    onSlash: setSlash,
    onSlashKey: (event) => menu.current?.onKeyDown(event) ?? false,
    onCoachMark: (index) => {
      hint.open(index, false);
    },
  });
  const autosave = useAutosave(() => {
    const html = editor.isEmpty ? '' : editor.getHTML();
    noteSaved(html);
    return attempt(
      desk.store.saveDraft({
        conversationId: conversation.id,
        html,
        text: plainText(editor),
        ...handle.draftPart(),
        ...attachments.draftPart(),
        ...library.draftPart(),
      }),
    );
  });
  const library = useReplyLibrary({ conversation, draft, answered, card, editor, words });
  const context = useMemo<ReplyContext>(
    () => ({
      language: conversation.language ?? text.language,
      names: [conversation.customerName],
      isComplaint: answered !== undefined && soundsLikeComplaint(answered.text),
    }),
    [conversation.language, conversation.customerName, text.language, answered],
  );
  const questions = useQuestions(answered, words, context.language);
  const coach = useCoach(editor, context);
  const hint = useHint(editor, coach);
  const noteSaved = useTakeDraft(editor, draft, look);
  useEffect(() => desk.focusReply.listen(() => editor.commands.focus('end')), [desk, editor]);
  const tell = useRef(onReady);
  useEffect(() => {
    tell.current({
      editor,
      attachments: () => latestAttachments.current,
      noteChange: autosave.note,
      drop: autosave.drop,
    });
  }, [editor, autosave]);

  const choose = (reply: CannedReplyRow) => {
    const range = slashIn(editor.state)?.range ?? editor.state.selection;
    const content = contentOfFilled(library.fill(reply), reply.language);
    library.note(reply);
    if (reply.purpose === 'marketing') sending.forgetConsent();
    attachments.addKept(reply.attachments ?? []);
    editor.chain().focus().deleteRange(range).insertContent(content).run();
    setSlash(null);
    const [first] = openFieldsOf(editor.state.doc);
    if (first) editor.chain().setTextSelection(first).scrollIntoView().run();
  };
  const latestChoose = useRef(choose);
  useEffect(() => {
    latestChoose.current = choose;
  });
  const latestLibrary = useRef(library);
  useEffect(() => {
    latestLibrary.current = library;
  });
  useEffect(
    () =>
      desk.insertIntoReply.listen((told) => {
        if (told.conversationId !== conversation.id) return;
        editor.commands.focus('end');
        if ('reply' in told) latestChoose.current(told.reply);
        else {
          editor.commands.insertContent(contentOf(told.text));
          latestLibrary.current.noteText(told.text, told.after);
        }
      }),
    [desk, editor, conversation.id],
  );
  const goTo = (place: FieldPlace) => {
    editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  };
  const fillField = (name: string, filled: string) => {
    const { tr } = editor.state;
    for (const place of openFieldsOf(editor.state.doc).reverse()) {
      if (place.name === name) tr.insertText(filled, place.from, place.to);
    }
    editor.view.dispatch(tr);
    const [next] = openFieldsOf(editor.state.doc);
    if (next) goTo(next);
    else editor.commands.focus('end');
  };
  const hasFiles = attachments.files.length > 0;
  const maxChars =
    (hasFiles ? limits?.maxReplyChars : undefined) ?? conversation.facts?.maxReplyChars ?? manifest?.maxReplyChars;
  const minChars = conversation.facts?.minReplyChars ?? manifest?.minReplyChars ?? 0;
  const isTooLong = maxChars !== undefined && length > maxChars;
  const isTooShort = length < minChars;
  const problem = envelopeProblem(envelope, conversation.channel === 'email');
  const isEmpty = length === 0 && !hasFiles;
  const isBlocked =
    isEmpty ||
    fields.length > 0 ||
    isTooLong ||
    isTooShort ||
    problem !== null ||
    severity === 'block' ||
    attachments.pendingCount > 0;
  const sending = useSending({
    editor,
    look: () => {
      look(editor);
    },
    isBlocked,
    goToBlocker: () => {
      const [first] = fields;
      if (first) goTo(first);
      else if (severity === 'block') goToWords(editor, findings.find((each) => each.severity === 'block')?.words ?? '');
    },
    isToConfirm: severity === 'ask',
    isDue: {
      consent: () => library.marketing.length > 0 && !allowsMarketing(card?.customer.profile),
      attachment: () => limits !== undefined && !hasFiles && mentionsAttachment(words),
      coach: () => coach.checkNow().some((hit) => hit.severity === 'high'),
    },
    reply: (closeAfter, isAnswerOnly) => ({
      conversationId: conversation.id,
      mode,
      envelope,
      attachments: attachments.files,
      canFormat,
      replyToken: replyTokenOf(envelope, answered),
      closeAfter,
      promises: [...promises.confirmed(), ...library.followUp()],
      ...library.sendPart(isAnswerOnly),
    }),
    saveDraft: autosave.flush,
    onSent,
  });
  const { question, send } = sending;

  return (
    <div
      className={classes['writing']}
      {...drop}
      onKeyDown={(event) => {
        if (hint.onKeyDown(event)) return;
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
      {children}
      <SuggestedReplies
        suggestions={mode === 'reply' && words.trim() === '' ? library.suggestions : []}
        onChoose={choose}
      />
      <EditorContent editor={editor} className={classes['content'] ?? ''} onMouseOver={hint.onMouseOver} />
      {hint.card}
      {slash && (
        <SlashMenu
          ref={menu}
          state={slash}
          queryNow={() => slashIn(editor.state)?.query ?? ''}
          language={conversation.language}
          channel={conversation.channel}
          suggestedIds={library.suggestions.map(({ reply }) => reply.id)}
          onChoose={choose}
          onLeave={() => {
            setSlash(null);
          }}
        />
      )}
      <AttachmentStrip attachments={attachments} limits={limits} />
      {question?.kind === 'consent' && (
        <ConsentQuestion
          titles={library.marketing.map(({ title }) => title)}
          card={card}
          onConsented={() => {
            sending.settleConsent(question.closeAfter, false);
          }}
          onNotMarketing={() => {
            sending.settleConsent(question.closeAfter, true);
          }}
          onLeave={() => {
            sending.leaveQuestion();
            editor.commands.focus();
          }}
        />
      )}
      {question && question.kind !== 'consent' && (
        <SendQuestion
          kind={question.kind}
          count={coach.hits.filter((hit) => hit.severity === 'high').length}
          onFix={() => {
            sending.leaveQuestion();
            if (question.kind === 'attachment') picker.current?.click();
            else
              hint.open(
                coach.hits.findIndex((hit) => hit.severity === 'high'),
                true,
              );
          }}
          onSend={() => void send(question.closeAfter, true)}
        />
      )}
      <Blockers
        fields={fields}
        problem={isEmpty ? null : problem}
        facts={library.facts}
        language={guessLanguage(words) ?? conversation.language ?? text.language}
        onGo={goTo}
        onFill={fillField}
      />
      <ReplyFindings
        findings={findings}
        channel={channel.label}
        isAsking={sending.asking !== null && severity === 'ask'}
        onGo={(found) => {
          goToWords(editor, found);
        }}
        onSendAnyway={() => void send(sending.asking?.closeAfter ?? false, true)}
      />
      {isPublic && (
        <Text size="xs" c="dimmed" px={12} pb={2}>
          {text('review.public')}
        </Text>
      )}
      <LibraryLine library={library} />
      <PromiseChips found={promises.found} declined={promises.declined} onToggle={promises.toggle} />
      {(coach.report ? coach.report.words >= fewestWords : coach.hits.length > 0) && (
        <CoachLine
          report={coach.report}
          hits={coach.hits}
          questions={mode === 'reply' ? questions : []}
          onOpen={(index) => {
            hint.open(index, true);
          }}
        />
      )}
      <Group className={classes['foot'] ?? ''} justify="space-between" gap={6}>
        <Group gap={2} wrap="nowrap">
          <SlashButton editor={editor} />
          {limits && <AttachButton picker={picker} types={limits.types} onPick={attachments.add} />}
          {canFormat && <EditorToolbar editor={editor} />}
          {maxChars !== undefined && (
            <Text size="xs" c={isTooLong ? 'var(--app-alarm)' : 'dimmed'} aria-live="polite">
              {text('composer.length', { count: length, limit: maxChars })}
              {isTooShort && !isEmpty && ` · ${text('composer.tooShort', { limit: minChars })}`}
            </Text>
          )}
        </Group>
        <SendButtons
          isEmpty={isEmpty}
          isBlocked={isBlocked}
          isBusy={sending.isBusy}
          onSend={(closeAfter) => void send(closeAfter)}
        />
      </Group>
    </div>
  );
}
