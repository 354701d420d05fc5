// Stands in place of the composer while an export is read: why nothing can be written, and the draft that was there.
import { Text } from '@mantine/core';
import IconBook2 from '@tabler/icons-react/dist/esm/icons/IconBook2.mjs';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { useDraft } from '../../reads/use-draft.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';
import { LinkedText } from './linked-text.tsx';

export function ReadingFoot({ conversationId }: { conversationId: ConversationId }) {
  const text = useText();
  const draft = useDraft(conversationId);
  return (
    <footer className={classes['readingFoot']}>
      {draft && draft.text.trim() !== '' && (
        <article className={classes['draft']} aria-label={text('reading.draft')}>
          <Text size="xs" fw={650} mb={4}>
            {text('reading.draft')}
          </Text>
          <div className={classes['body']} dir="auto">
            <LinkedText>{draft.text.trim()}</LinkedText>
          </div>
        </article>
      )}
      <Text size="sm" c="dimmed" className={classes['readingWhy'] ?? ''}>
        <IconBook2 size={16} stroke={1.7} aria-hidden="true" />
        <span>{text('reading.why')}</span>
      </Text>
    </footer>
  );
}
