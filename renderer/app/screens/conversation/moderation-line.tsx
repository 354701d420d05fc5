// What a marketplace decided on an answer of ours; a refused one can be written anew from its own words.
import { Button, Group, Text } from '@mantine/core';
import IconEyeCheck from '@tabler/icons-react/dist/esm/icons/IconEyeCheck.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import { escapedHtml } from '../../../../shared/mail/plain-html.ts';
import type { Moderation } from '../../../../shared/model/conversation-facts.ts';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';
import { Trouble } from './trouble.tsx';

export interface ModerationLineProps {
  moderation: Moderation;
  conversationId: ConversationId;
  /** Of the answer. */
  words: string;
}

export function ModerationLine({ moderation, conversationId, words }: ModerationLineProps) {
  const text = useText();
  const desk = useDesk();
  if (moderation.state !== 'rejected') {
    const isShown = moderation.state === 'accepted';
    return (
      <Group gap={5} className={classes['delivery']} role="status">
        {isShown ? <IconEyeCheck size={14} aria-hidden /> : <IconHourglass size={14} aria-hidden />}
        <Text size="xs">{text(isShown ? 'moderation.accepted' : 'moderation.pending')}</Text>
      </Group>
    );
  }
  const rewrite = async () => {
    const html = `<p>${escapedHtml(words).replaceAll('\n', '<br>')}</p>`;
    if (await attempt(desk.store.saveDraft({ conversationId, html, text: words }))) desk.focusReply.send();
  };
  return (
    <Trouble
      what={text('moderation.rejected')}
      actions={
        <Button size="compact-xs" variant="default" onClick={() => void rewrite()}>
          {text('moderation.rewrite')}
        </Button>
      }
    >
      {moderation.reason !== undefined && (
        <Text size="xs">{text('moderation.reason', { words: moderation.reason })}</Text>
      )}
    </Trouble>
  );
}
