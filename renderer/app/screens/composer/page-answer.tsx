// Stands in place of the reply where a marketplace takes answers on its own page only.
import { Button, Group, Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useEffect, useRef } from 'react';
import type { ConversationRow } from '../../../database/rows.ts';
import { move } from '../../actions/conversation-steps.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './composer.module.css';

export interface PageAnswerProps {
  conversation: ConversationRow;
  /** Whose page it is; absent: the channel's. */
  marketplace?: string;
  pageUrl: string | undefined;
  isReview?: boolean;
}

export function PageAnswer({ conversation, pageUrl, isReview = false, ...props }: PageAnswerProps) {
  const text = useText();
  const desk = useDesk();
  const open = useRef<HTMLButtonElement>(null);
  const channel = useChannelNames()(conversation.channel);
  const marketplace = props.marketplace ?? channel.label;
  useEffect(() => desk.focusReply.listen(() => open.current?.focus()), [desk]);
  return (
    <div className={classes['pageAnswer']}>
      <div>
        <Text size="sm" fw={600}>
          {text(isReview ? 'review.page.title' : 'relay.page.title', { marketplace })}
        </Text>
        <Text size="xs" c="dimmed" mt={2}>
          {text(isReview ? 'review.page.body' : 'relay.page.body', { marketplace })}
        </Text>
      </div>
      <Group gap={8} wrap="nowrap">
        {conversation.folder !== 'closed' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCheck size={15} />}
            onClick={() => void move(desk, [conversation.id], 'closed')}
          >
            {text('relay.answered')}
          </Button>
        )}
        {pageUrl !== undefined && (
          <Button
            ref={open}
            size="xs"
            leftSection={<IconExternalLink size={15} />}
            title={pageUrl}
            onClick={() => void attempt(desk.main.openLink({ url: pageUrl }))}
          >
            {text('relay.open', { marketplace })}
          </Button>
        )}
      </Group>
    </div>
  );
}
