// Until when? A few good answers, or any day and time.
import '@mantine/dates/styles.css';
import 'dayjs/locale/el';
import 'dayjs/locale/tr';
import { Button, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import { useState, type KeyboardEvent } from 'react';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { move } from '../../actions/conversation-steps.ts';
import { usePromisedTime } from '../../reads/use-promised-time.ts';
import { useDesk } from '../../state/desk.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { snoozeTimes } from './snooze-times.ts';
import classes from './snooze-dialog.module.css';

/** Up and down go from answer to answer, as in any list. */
function moveByArrows({ key, target }: KeyboardEvent): void {
  if (!(target instanceof Element)) return;
  const next =
    key === 'ArrowDown' ? target.nextElementSibling : key === 'ArrowUp' ? target.previousElementSibling : null;
  if (next instanceof HTMLElement) next.focus();
}

export function SnoozeDialog(props: { conversationIds: readonly ConversationId[]; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [now] = useState(() => Date.now());
  const [picked, setPicked] = useState<string | null>(null);
  const promised = usePromisedTime(props.conversationIds, now);
  const pickedAt = picked === null ? null : new Date(picked.replace(' ', 'T')).getTime();
  const canPick = pickedAt !== null && pickedAt > now;
  const snooze = (until: number): void => {
    props.onClose();
    void move(desk, props.conversationIds, 'snoozed', until);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={420}
      title={text('snooze.title', { count: props.conversationIds.length })}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Stack gap={2} onKeyDown={moveByArrows}>
        {[...(promised === null ? [] : [{ title: 'snooze.promise', at: promised } as const]), ...snoozeTimes(now)].map(
          ({ title, at }, index) => (
            <UnstyledButton
              key={title}
              className={classes['time'] ?? ''}
              data-autofocus={index === 0 || undefined}
              onClick={() => {
                snooze(at);
              }}
            >
              <IconAlarm size={17} stroke={1.7} aria-hidden="true" />
              <span>{text(title)}</span>
              <Text size="xs" c="dimmed" ml="auto">
                {dayAndTime(at, text.locale)}
              </Text>
            </UnstyledButton>
          ),
        )}
      </Stack>
      <Group align="flex-end" mt={14} wrap="nowrap">
        <DateTimePicker
          className={classes['picker'] ?? ''}
          size="sm"
          label={text('snooze.pick')}
          placeholder={text('snooze.pickPlaceholder')}
          locale={text.language}
          valueFormat="DD.MM.YYYY HH:mm"
          minDate={new Date(now)}
          value={picked}
          onChange={setPicked}
          popoverProps={{ withinPortal: true }}
        />
        <Button
          disabled={!canPick}
          onClick={() => {
            if (pickedAt !== null) snooze(pickedAt);
          }}
        >
          {text('snooze.do')}
        </Button>
      </Group>
    </Modal>
  );
}
