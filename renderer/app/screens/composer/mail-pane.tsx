// A new mail in the making: from, to, copy, subject and words, in the place where its conversation will be.
import { ActionIcon, Group, Select, Text, Title, Tooltip } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useEffect, useRef } from 'react';
import type { ConversationRow, DraftRow } from '../../../database/rows.ts';
import { newMailId } from '../../../../shared/model/new-mail.ts';
import { attempt, noticeUndo } from '../../actions/notices.tsx';
import { useDraft } from '../../reads/use-draft.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { useText } from '../../text/use-text.ts';
import { plainText } from './editor-text.ts';
import classes from './composer.module.css';
import { EnvelopeFields } from './envelope-fields.tsx';
import { useEnvelope } from './use-envelope.ts';
import { WritingBox, type WritingControls } from './writing-box.tsx';

export function MailPane({ conversation }: { conversation: ConversationRow }) {
  const draft = useDraft(conversation.id);
  return draft ? <Mail conversation={conversation} draft={draft} /> : <div className={classes['mail']} aria-busy />;
}

function Mail({ conversation, draft }: { conversation: ConversationRow; draft: DraftRow }) {
  const text = useText();
  const desk = useDesk();
  const { id } = conversation;
  const controls = useRef<WritingControls>(null);
  const first = useRef<HTMLInputElement>(null);
  const handle = useEnvelope({
    draft,
    answered: undefined,
    account: undefined,
    onEdit: () => controls.current?.noteChange(),
  });
  const { envelope } = handle;

  const content = () => {
    const editor = controls.current?.editor;
    const html = !editor || editor.isEmpty ? '' : editor.getHTML();
    const files = controls.current?.attachments().draftPart() ?? {};
    return { html, text: editor ? plainText(editor) : '', ...handle.draftPart(), ...files, mode: 'new' as const };
  };
  const isEmpty = () => {
    const { text: words, to = [], cc = [], subject = '', attachments = [] } = content();
    return words === '' && subject === '' && to.length + cc.length + attachments.length === 0;
  };
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => {
      if (!isEmpty()) return;
      controls.current?.drop();
      void attempt(desk.store.discardDraft({ conversationId: id }));
    };
  });
  useEffect(() => {
    if (first.current && draft.to === undefined) first.current.focus();
    return () => {
      leave.current();
    };
    // once for each mail: the pane is keyed by it
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const showOther = (next: typeof id) => {
    desk.selection.update((selection) =>
      selection.shownId === id ? show(selection, next, selection.index) : selection,
    );
  };
  const discard = async () => {
    const before = content();
    controls.current?.drop();
    if (!(await attempt(desk.store.discardDraft({ conversationId: id })))) return;
    desk.selection.update((selection) =>
      selection.shownId === id ? show(selection, null, selection.index) : selection,
    );
    noticeUndo(desk, 'done.discarded', 1, async () => {
      await desk.store.saveDraft({ conversationId: id, ...before });
      desk.selection.update((selection) => show(selection, id, selection.index));
    });
  };
  const sendFrom = async (accountId: typeof conversation.accountId) => {
    if (accountId === conversation.accountId) return;
    const next = newMailId(accountId, crypto.randomUUID());
    controls.current?.drop();
    const saved = await attempt(desk.store.saveDraft({ conversationId: next, ...content() }));
    if (!saved) return;
    showOther(next);
    await attempt(desk.store.discardDraft({ conversationId: id }));
  };

  return (
    <div className={classes['mail']}>
      <Group component="header" justify="space-between" className={classes['mailHead'] ?? ''} wrap="nowrap">
        <Title order={1} size={15}>
          {text('mail.title')}
        </Title>
        <Tooltip label={text('mail.discard')}>
          <ActionIcon variant="default" size={32} aria-label={text('mail.discard')} onClick={() => void discard()}>
            <IconTrash size={17} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <WritingBox
        conversation={conversation}
        draft={draft}
        answered={undefined}
        handle={handle}
        label={text('mail.words')}
        placeholder={text('mail.placeholder')}
        onSent={showOther}
        onReady={(ready) => {
          controls.current = ready;
        }}
      >
        <div className={classes['mailFields']}>
          <SenderField accountId={conversation.accountId} onChoose={(accountId) => void sendFrom(accountId)} />
          <EnvelopeFields envelope={envelope} onEdit={handle.edit} ref={first} />
        </div>
      </WritingBox>
    </div>
  );
}

/** Which of the shop's addresses it goes out from; a plain line where there is one only. */
function SenderField(props: {
  accountId: ConversationRow['accountId'];
  onChoose: (id: ConversationRow['accountId']) => void;
}) {
  const text = useText();
  const desk = useDesk();
  const manifests = useManifests();
  const { accounts } = useCell(desk.app);
  const offered = accounts.filter(
    ({ id, channel }) => id === props.accountId || manifests?.get(channel)?.canStart === true,
  );
  const label = (account: (typeof accounts)[number]) =>
    account.senderName === '' ? account.address : `${account.senderName} <${account.address}>`;
  const [only] = offered;
  return (
    <div className={classes['envelopeLine']}>
      <span className={classes['fieldLabel']}>{text('mail.from')}</span>
      {offered.length > 1 ? (
        <Select
          variant="unstyled"
          size="xs"
          className={classes['recipientsField'] ?? ''}
          aria-label={text('mail.from')}
          allowDeselect={false}
          value={props.accountId}
          data={offered.map((account) => ({ value: account.id, label: label(account) }))}
          onChange={(value) => {
            const chosen = offered.find(({ id }) => id === value);
            if (chosen) props.onChoose(chosen.id);
          }}
        />
      ) : (
        only && (
          <Text size="xs" truncate>
            {label(only)}
          </Text>
        )
      )}
    </div>
  );
}
