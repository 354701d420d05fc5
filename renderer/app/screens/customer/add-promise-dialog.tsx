// Writes down a promise that was made outside a reply: on the telephone, in the shop.
import '@mantine/dates/styles.css';
import 'dayjs/locale/el';
import 'dayjs/locale/tr';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import type { Promised } from '../../../../shared/model/customer-data.ts';
import type { ConversationId, CustomerId } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import { useConversation } from '../../reads/use-conversation.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function AddPromiseDialog(props: {
  customerId: CustomerId;
  conversationId: ConversationId | null;
  onClose: () => void;
}) {
  const { customerId, conversationId, onClose } = props;
  const text = useText();
  const desk = useDesk();
  const conversation = useConversation(conversationId ?? ('' as ConversationId));
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const dueAt = picked === null ? null : new Date(picked.replace(' ', 'T')).getTime();
  const save = async () => {
    if (dueAt === null || words.trim() === '') return;
    const data: Promised = {
      id: crypto.randomUUID(),
      handle: customerId,
      conversationId,
      anchor: conversation?.anchor ?? null,
      text: words.trim(),
      dueAt,
      madeAt: Date.now(),
      author: currentAgent(desk.app.get().settings).name,
      state: 'open',
    };
    if (await putCustomerData(desk, [{ kind: 'promise', key: data.id, data }], 'done.promised')) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={420}
      title={text('promises.add')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={text('promises.what')}
            placeholder={text('promises.what.placeholder')}
            maxLength={1000}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
            }}
          />
          <DateTimePicker
            label={text('promises.when')}
            placeholder={text('snooze.pickPlaceholder')}
            locale={text.language}
            valueFormat="DD.MM.YYYY HH:mm"
            value={picked}
            onChange={setPicked}
            popoverProps={{ withinPortal: true }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={dueAt === null || words.trim() === ''}>
              {text('dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
