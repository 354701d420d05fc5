// Notes about the customer: pinned facts first, hand-overs, compensation, reminders.
import { ActionIcon, Badge, Button, Group, Menu, SegmentedControl, Text, Textarea } from '@mantine/core';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useEffect, useRef, useState } from 'react';
import { readReminder } from '../../../../shared/language/read-reminder.ts';
import type { CustomerNote } from '../../../../shared/model/customer-data.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { hasSummary } from '../../../../shared/service/hand-over.ts';
import type { CustomerNoteRow, CustomerRow } from '../../../database/rows.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import classes from './customer.module.css';
import { SectionTitle } from './section-title.tsx';

const kindText = {
  note: 'customer.note.kind.note',
  handover: 'customer.note.kind.handover',
  compensation: 'customer.note.kind.compensation',
} as const;
const kinds = ['note', 'handover', 'compensation'] as const;

export function NotesSection({ customer, notes }: { customer: CustomerRow; notes: readonly CustomerNoteRow[] }) {
  const text = useText();
  const desk = useDesk();
  const begun = useCell(desk.customerNoteWanted);
  const begin = desk.customerNoteWanted.set;
  return (
    <section>
      <Group justify="space-between">
        <SectionTitle>{text('customer.notes')}</SectionTitle>
        <NotWhileReading>
          {begun === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                begin('note');
              }}
            >
              {text('customer.notes.add')}
            </Button>
          )}
        </NotWhileReading>
      </Group>
      {begun !== null && (
        <NoteEditor
          key={begun}
          handle={customer.id}
          firstKind={begun}
          onDone={() => {
            begin(null);
          }}
        />
      )}
      {notes.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
      {notes.length === 0 && begun === null && (
        <Text size="xs" c="dimmed">
          {text('customer.notes.none')}
        </Text>
      )}
    </section>
  );
}

function NoteEditor(props: {
  handle: string;
  firstKind: CustomerNote['kind'];
  note?: CustomerNoteRow;
  onDone: () => void;
}) {
  const { handle, firstKind, note, onDone } = props;
  const text = useText();
  const desk = useDesk();
  const [words, setWords] = useState(note?.text ?? '');
  const [kind, setKind] = useState(firstKind);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const { businessHours } = desk.app.get().settings;
  const reminder = readReminder(words, text.language, Date.now(), businessHours);
  const plain = words.trim();
  const lacksSummary = kind === 'handover' && !hasSummary(plain);
  const canSave = plain !== '' && !lacksSummary;
  const save = async () => {
    if (!canSave) return;
    const {
      customerId: _id,
      doneAt: _done,
      remindAt: before,
      ...old
    } = note ?? {
      id: crypto.randomUUID(),
      handle,
      author: currentAgent(desk.app.get().settings).name,
      createdAt: Date.now(),
      isPinned: false,
      customerId: null,
    };
    const remindAt = reminder?.at ?? (plain.includes('@') ? before : undefined);
    const data: CustomerNote = {
      ...old,
      kind,
      text: plain,
      ...(note ? { editedAt: Date.now() } : {}),
      ...(remindAt === undefined ? {} : { remindAt }),
    };
    if (await putCustomerData(desk, [{ kind: 'customer-note', key: data.id, data }], 'done.customerNote')) onDone();
  };
  return (
    <div className={classes['noteEditor']}>
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        size="xs"
        value={words}
        aria-label={text('customer.notes.add')}
        placeholder={text(kind === 'handover' ? 'customer.handover.placeholder' : 'customer.notes.placeholder')}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          }
        }}
      />
      <SegmentedControl
        mt={6}
        size="xs"
        fullWidth
        value={kind}
        aria-label={text('customer.note.kind')}
        data={kinds.map((value) => ({ value, label: text(kindText[value]) }))}
        onChange={setKind}
      />
      {lacksSummary && (
        <Text size="xs" c="dimmed" mt={4} role="status">
          {text('customer.handover.short')}
        </Text>
      )}
      {reminder && (
        <Text size="xs" c="dimmed" mt={4} role="status">
          {text('customer.reminder.at', { time: dayAndTime(reminder.at, text.locale) })}
        </Text>
      )}
      <Group gap={6} mt={6} justify="flex-end">
        <Button size="compact-xs" variant="subtle" onClick={onDone}>
          {text('dialog.cancel')}
        </Button>
        <Button size="compact-xs" disabled={!canSave} onClick={() => void save()}>
          {text('dialog.save')}
        </Button>
      </Group>
    </div>
  );
}

function NoteCard({ note }: { note: CustomerNoteRow }) {
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const [isEdited, setEdited] = useState(false);
  const { customerId: _id, ...data } = note;
  const put = (changed: CustomerNote | null, done: 'done.customerNote' | 'done.customerNoteDeleted') =>
    void putCustomerData(desk, [{ kind: 'customer-note', key: note.id, data: changed }], done);
  if (isEdited) {
    return (
      <NoteEditor
        handle={note.handle}
        firstKind={note.kind}
        note={note}
        onDone={() => {
          setEdited(false);
        }}
      />
    );
  }
  const isWaiting = note.remindAt !== undefined && note.doneAt === undefined;
  return (
    <article className={classes['note']} data-kind={note.kind} aria-label={text(kindText[note.kind])}>
      <Group gap={6} wrap="nowrap" mb={2}>
        {note.isPinned && <IconPin size={12} role="img" aria-label={text('customer.note.pinned')} />}
        {note.kind !== 'note' && (
          <Badge size="xs" variant="light" color={note.kind === 'compensation' ? 'teal' : 'orange'} tt="none">
            {text(kindText[note.kind])}
          </Badge>
        )}
        <Text size="xs" c="dimmed" truncate>
          {[note.author, text.ago(note.createdAt, now)].filter(Boolean).join(' · ')}
        </Text>
        <NotWhileReading>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="xs" ml="auto" aria-label={text('note.more')}>
                <IconDots size={13} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPin size={14} />}
                onClick={() => {
                  put({ ...data, isPinned: !note.isPinned }, 'done.customerNote');
                }}
              >
                {text(note.isPinned ? 'customer.note.unpin' : 'customer.note.pin')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPencil size={14} />}
                onClick={() => {
                  setEdited(true);
                }}
              >
                {text('note.edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                onClick={() => {
                  put(null, 'done.customerNoteDeleted');
                }}
              >
                {text('note.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </NotWhileReading>
      </Group>
      <Text size="xs" className={classes['selectable'] ?? ''}>
        {note.text}
      </Text>
      {isWaiting && (
        <Group gap={6} mt={4} wrap="nowrap">
          <IconBell size={13} aria-hidden />
          <Text size="xs" fw={550} c={(note.remindAt ?? 0) <= now ? 'var(--app-alarm)' : 'dimmed'}>
            {dayAndTime(note.remindAt ?? 0, text.locale)}
          </Text>
          <NotWhileReading>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconCheck size={12} />}
              onClick={() => {
                put({ ...data, doneAt: Date.now() }, 'done.customerNote');
              }}
            >
              {text('customer.reminder.done')}
            </Button>
          </NotWhileReading>
        </Group>
      )}
    </article>
  );
}
