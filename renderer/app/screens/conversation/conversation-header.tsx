// Subject and customer, and what can be done with the conversation.
import { ActionIcon, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core';
import IconArrowsRightLeft from '@tabler/icons-react/dist/esm/icons/IconArrowsRightLeft.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconLayoutSidebarRight from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../database/rows.ts';
import { closeOrReopen, toggleSeen } from '../../actions/conversation-steps.ts';
import { runActionById } from '../../actions/registry.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { comingTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { useChannelNames } from '../inbox/channel-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import classes from './conversation.module.css';
import { DeadlineBadge } from './deadline-badge.tsx';

export function ConversationHeader({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const channel = useChannelNames()(conversation.channel);
  const account = useCellPart(desk.app, ({ accounts }) => accounts.find(({ id }) => id === conversation.accountId));
  const who = [conversation.customerName, account?.label].filter(Boolean).join(' · ');
  const isClosed = conversation.folder === 'closed';
  return (
    <header className={classes['header']}>
      <div className={classes['headerText']}>
        <Title order={1} size={15} lineClamp={2} title={conversation.subject}>
          {conversation.subject === '' ? text('conversation.noSubject') : conversation.subject}
        </Title>
        <div className={classes['wrapping']}>
          <Group gap={6} wrap="nowrap" miw={0}>
            <ChannelIcon icon={channel.icon} label={channel.label} sizePx={14} />
            <Text size="xs" c="dimmed" truncate title={who}>
              {who}
            </Text>
          </Group>
          {conversation.folder === 'snoozed' && conversation.snoozedUntil !== undefined && (
            <Badge tone="calm">
              {text('conversation.snoozedUntil', { time: comingTime(conversation.snoozedUntil, now, text.locale) })}
            </Badge>
          )}
          <DeadlineBadge conversation={conversation} now={now} />
          {conversation.folder === 'waiting' && <Badge tone="plain">{text('conversation.waiting')}</Badge>}
        </div>
      </div>
      <Group gap={6} wrap="nowrap">
        <NotWhileReading>
          <DialogButton kind="snooze" conversation={conversation} keys="s" icon={<IconClock size={17} />} />
          <DialogButton kind="tags" conversation={conversation} keys="t" icon={<IconTag size={17} />} />
          <Button
            size="xs"
            h={32}
            variant="light"
            aria-keyshortcuts="e"
            leftSection={isClosed ? <IconRotate size={15} /> : <IconCheck size={15} />}
            onClick={() => void closeOrReopen(desk)}
          >
            {text(isClosed ? 'conversation.reopen' : 'conversation.close')}
          </Button>
        </NotWhileReading>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={text('conversation.more')}>
              <IconDots size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <NotWhileReading>
              <Menu.Item leftSection={<IconMailOpened size={15} />} onClick={() => void toggleSeen(desk)}>
                {text('action.unread')}
              </Menu.Item>
              {conversation.customerId !== null && (
                <Menu.Item
                  leftSection={<IconArrowsRightLeft size={15} />}
                  onClick={() => {
                    runActionById(desk, 'hand-over');
                  }}
                >
                  {text('action.handOver')}
                </Menu.Item>
              )}
            </NotWhileReading>
            <Menu.Item
              leftSection={<IconLayoutSidebarRight size={15} />}
              onClick={() => {
                desk.isCustomerWanted.update((isWanted) => !isWanted);
              }}
            >
              {text('conversation.customer')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileExport size={15} />}
              onClick={() => {
                desk.overlay.set({ kind: 'export', subject: { kind: 'conversations', ids: [conversation.id] } });
              }}
            >
              {text('export.this')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </header>
  );
}

/** Opens the dialog that asks for how long, or for which tags. */
function DialogButton(props: {
  kind: 'snooze' | 'tags';
  conversation: ConversationRow;
  keys: string;
  icon: ReactNode;
}) {
  const { kind, conversation, keys, icon } = props;
  const desk = useDesk();
  const text = useText();
  const words = text(kind === 'snooze' ? 'action.snooze' : 'action.tag');
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={words}
        aria-keyshortcuts={keys}
        onClick={() => {
          desk.overlay.set({ kind, conversationIds: [conversation.id] });
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
