// Stands in place of the reply where the marketplace takes no answer now, and says why.
import { Button, Group, Text } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useEffect, useRef } from 'react';
import type { NoReplyReason } from '../../../../shared/model/conversation-facts.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { attempt } from '../../actions/notices.tsx';
import { useManifests } from '../../reads/use-manifests.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

const reasons: Readonly<Record<NoReplyReason | 'one-answer', { title: TextId; body: TextId }>> = {
  answered: { title: 'noAnswer.answered', body: 'noAnswer.answered.body' },
  'one-answer': { title: 'noAnswer.oneAnswer', body: 'noAnswer.oneAnswer.body' },
  expired: { title: 'noAnswer.expired', body: 'noAnswer.expired.body' },
  reported: { title: 'noAnswer.reported', body: 'noAnswer.reported.body' },
  closed: { title: 'noAnswer.closed', body: 'noAnswer.closed.body' },
  elsewhere: { title: 'noAnswer.elsewhere', body: 'noAnswer.elsewhere.body' },
};

export function NoAnswer(props: { conversation: ConversationRow; reason: NoReplyReason | 'one-answer' }) {
  const { conversation, reason } = props;
  const text = useText();
  const desk = useDesk();
  const open = useRef<HTMLButtonElement>(null);
  const manifest = useManifests()?.get(conversation.channel);
  const marketplace = manifest?.label ?? conversation.channel;
  const url = conversation.facts?.pageUrl ?? manifest?.panelUrl;
  useEffect(() => desk.focusReply.listen(() => open.current?.focus()), [desk]);
  return (
    <div className={classes['pageAnswer']}>
      <div>
        <Text size="sm" fw={600}>
          {text(reasons[reason].title, { marketplace })}
        </Text>
        <Text size="xs" c="dimmed" mt={2}>
          {text(reasons[reason].body, { marketplace })}
        </Text>
      </div>
      {url !== undefined && (
        <Group gap={8} wrap="nowrap">
          <Button
            ref={open}
            size="xs"
            variant={reason === 'elsewhere' ? 'filled' : 'default'}
            leftSection={<IconExternalLink size={15} />}
            title={url}
            onClick={() => void attempt(desk.main.openLink({ url }))}
          >
            {text('noAnswer.open', { marketplace })}
          </Button>
        </Group>
      )}
    </div>
  );
}
