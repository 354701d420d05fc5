// Replies of the library that fit this message, as quiet chips above the empty reply; each says why it is there.
import { Button, Group, Tooltip } from '@mantine/core';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import type { CannedReplyRow } from '../../../database/rows.ts';
import type { Suggestion, SuggestionReason } from '../../../../shared/language/suggest/suggest-replies.ts';
import { useText, type Text } from '../../text/use-text.ts';
import classes from './composer.module.css';

export function SuggestedReplies(props: {
  suggestions: readonly Suggestion<CannedReplyRow>[];
  onChoose: (reply: CannedReplyRow) => void;
}) {
  const text = useText();
  if (props.suggestions.length === 0) return null;
  return (
    <Group gap={6} className={classes['suggestions'] ?? ''} role="group" aria-label={text('suggest.label')}>
      <IconBulb size={14} aria-hidden="true" />
      {props.suggestions.map(({ reply, reasons }) => {
        const why = reasonsText(reasons, text);
        return (
          <Tooltip
            key={reply.id}
            label={why}
            multiline
            maw={420}
            openDelay={200}
            events={{ hover: true, focus: true, touch: false }}
          >
            <Button
              size="compact-xs"
              variant="default"
              lang={reply.language}
              aria-description={why}
              onClick={() => {
                props.onChoose(reply);
              }}
            >
              {reply.title}
            </Button>
          </Tooltip>
        );
      })}
    </Group>
  );
}

/** One sentence: what in the message, and in the order, speaks for the reply. */
export function reasonsText(reasons: readonly SuggestionReason[], text: Text): string {
  const parts = reasons.map((reason) => {
    switch (reason.kind) {
      case 'topic':
        return text('suggest.topic', { topic: text(`topic.${reason.topic}`), words: reason.words.join(' … ') });
      case 'order':
        return text(`suggest.order.${reason.status}`);
      case 'own-words':
        return text('suggest.ownWords', { words: reason.words.join(' … ') });
      case 'question':
        return text('suggest.question');
    }
  });
  return text('suggest.because', { reasons: parts.join(' · ') });
}
