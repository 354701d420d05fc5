// One promise: what, by when, and what became of it.
import { ActionIcon, Group, Menu, Text, Tooltip } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import type { PromiseRow } from '../../../database/rows.ts';
import { movePromise, settlePromise } from '../../actions/customer-steps.ts';
import { useDesk } from '../../state/desk.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import { snoozeTimes } from '../inbox/snooze-times.ts';
import classes from './customer.module.css';

export function PromiseLine(props: { promise: PromiseRow; customerName?: string; onOpen?: () => void }) {
  const { promise, customerName, onOpen } = props;
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const isOpen = promise.state === 'open';
  return (
    <div className={classes['promise']}>
      <div className={classes['promiseWords']}>
        {customerName !== undefined && (
          <Text size="xs" fw={650} truncate>
            {onOpen ? (
              <button type="button" className={classes['link'] ?? ''} onClick={onOpen}>
                {customerName}
              </button>
            ) : (
              customerName
            )}
          </Text>
        )}
        <Text size="xs" className={classes['selectable'] ?? ''} lineClamp={3} title={promise.text}>
          {promise.text}
        </Text>
        <Group gap={6} mt={2}>
          <Outcome promise={promise} now={now} />
          <Text size="xs" c="dimmed">
            {text('promises.by', { time: dayAndTime(promise.dueAt, text.locale) })}
          </Text>
        </Group>
      </div>
      <NotWhileReading>
        <Group gap={2} wrap="nowrap">
          {isOpen && (
            <Tooltip label={text('promises.keep')}>
              <ActionIcon
                variant="light"
                color="teal"
                size={26}
                aria-label={text('promises.keep')}
                onClick={() => void settlePromise(desk, promise, 'kept')}
              >
                <IconCheck size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={text('promises.more')}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isOpen ? (
                <>
                  <Menu.Label>{text('promises.move')}</Menu.Label>
                  {snoozeTimes(now).map(({ title, at }) => (
                    <Menu.Item
                      key={title}
                      rightSection={
                        <Text size="xs" c="dimmed">
                          {dayAndTime(at, text.locale)}
                        </Text>
                      }
                      onClick={() => void movePromise(desk, promise, at)}
                    >
                      {text(title)}
                    </Menu.Item>
                  ))}
                  <Menu.Divider />
                  <Menu.Item onClick={() => void settlePromise(desk, promise, 'dropped')}>
                    {text('promises.drop')}
                  </Menu.Item>
                </>
              ) : (
                <Menu.Item onClick={() => void settlePromise(desk, promise, 'open')}>
                  {text('promises.reopen')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </NotWhileReading>
    </div>
  );
}

function Outcome({ promise, now }: { promise: PromiseRow; now: number }) {
  const text = useText();
  if (promise.state === 'dropped') return <Badge tone="plain">{text('promises.dropped')}</Badge>;
  if (promise.state === 'kept') {
    const isLate = (promise.settledAt ?? 0) > promise.dueAt;
    return <Badge tone={isLate ? 'busy' : 'good'}>{text(isLate ? 'promises.keptLate' : 'promises.kept')}</Badge>;
  }
  return promise.dueAt <= now ? (
    <Badge tone="bad">{text('promises.overdue')}</Badge>
  ) : (
    <Badge tone="calm">{text('promises.open')}</Badge>
  );
}
