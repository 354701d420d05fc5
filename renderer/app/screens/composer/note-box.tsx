// An internal note for the shop's own eyes.
import { Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ConversationRow } from '../../../database/rows.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

export interface NoteBoxProps {
  conversation: ConversationRow;
  isShown: boolean;
  onDone: () => void;
}

export function NoteBox({ conversation, isShown, onDone }: NoteBoxProps) {
  const text = useText();
  const desk = useDesk();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isShown) field.current?.focus();
  }, [isShown]);
  const save = async () => {
    if (note.trim() === '' || isBusy) return;
    setBusy(true);
    const author = currentAgent(desk.app.get().settings).name;
    if (await attempt(desk.store.saveNote({ conversationId: conversation.id, text: note.trim(), author }))) {
      setNote('');
      onDone();
    }
    setBusy(false);
  };
  return (
    <>
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={3}
        maxRows={12}
        value={note}
        placeholder={text('composer.note.placeholder')}
        aria-label={text('composer.note')}
        className={classes['noteField'] ?? ''}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          } else if (event.key === 'Escape') onDone();
        }}
      />
      <Group className={classes['foot'] ?? ''} justify="space-between">
        <Text size="xs" c="dimmed">
          {text('composer.note.private')}
        </Text>
        <Button
          size="xs"
          color="yellow"
          loading={isBusy}
          disabled={note.trim() === ''}
          rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
          onClick={() => void save()}
        >
          {text('composer.note.save')}
        </Button>
      </Group>
    </>
  );
}
