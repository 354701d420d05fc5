// An internal note: seen by the shop alone, edited in place.
import { ActionIcon, Button, Group, Menu, Text, Textarea } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import type { NoteRow } from '../../../database/rows.ts';
import { attempt, noticeUndo } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { messageTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import classes from './conversation.module.css';
import { LinkedText } from './linked-text.tsx';

export function NoteCard({ note, now }: { note: NoteRow; now: number }) {
  const text = useText();
  const desk = useDesk();
  const [edited, setEdited] = useState<string | null>(null);
  const save = (changed: string) =>
    attempt(
      desk.store.saveNote({ id: note.id, conversationId: note.conversationId, text: changed, author: note.author }),
    );
  const remove = async () => {
    if (await save('')) {
      noticeUndo(desk, 'done.noteDeleted', 1, async () => {
        await desk.store.saveNote({ conversationId: note.conversationId, text: note.text, author: note.author });
      });
    }
  };
  return (
    <article className={classes['note']} aria-label={text('note.label', { author: note.author })}>
      <Group gap={8} mb={4} wrap="nowrap">
        <IconEyeOff size={13} aria-hidden />
        <Text size="xs" fw={650}>
          {note.author === '' ? text('note.title') : text('note.titleBy', { author: note.author })}
        </Text>
        <Text size="xs" c="dimmed" className={classes['time']} title={text.full(note.createdAt)}>
          {messageTime(note.createdAt, now, text.locale)}
        </Text>
        <NotWhileReading>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="xs" aria-label={text('note.more')}>
                <IconDots size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPencil size={14} />}
                onClick={() => {
                  setEdited(note.text);
                }}
              >
                {text('note.edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove()}>
                {text('note.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </NotWhileReading>
      </Group>
      {edited === null ? (
        <div className={classes['body']}>
          <LinkedText>{note.text}</LinkedText>
        </div>
      ) : (
        <>
          <Textarea
            autosize
            autoFocus
            minRows={2}
            value={edited}
            aria-label={text('note.title')}
            onChange={(event) => {
              setEdited(event.currentTarget.value);
            }}
          />
          <Group gap={8} mt={6} justify="flex-end">
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                setEdited(null);
              }}
            >
              {text('note.cancel')}
            </Button>
            <Button
              size="compact-sm"
              disabled={edited.trim() === ''}
              onClick={() =>
                void save(edited).then((isSaved) => {
                  if (isSaved) setEdited(null);
                })
              }
            >
              {text('note.save')}
            </Button>
          </Group>
        </>
      )}
    </article>
  );
}
