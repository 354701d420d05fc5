// The conversation that is shown: header, thread and composer.
import IconMessageOff from '@tabler/icons-react/dist/esm/icons/IconMessageOff.mjs';
import { lazy, Suspense } from 'react';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { useConversation } from '../../reads/use-conversation.ts';
import { useReadOnly } from '../../state/read-only.ts';
import { useText } from '../../text/use-text.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { CopyLine } from './copy-line.tsx';
import { ReviewCard } from './review-card.tsx';
import classes from './conversation.module.css';
import { FactsLine } from './facts-line.tsx';
import { ReadingFoot } from './reading-foot.tsx';
import { Thread } from './thread.tsx';

// the editor is half of all the page's code: it comes after the first paint
const Composer = lazy(async () => ({ default: (await import('../composer/composer.tsx')).Composer }));

const MailPane = lazy(async () => ({ default: (await import('../composer/mail-pane.tsx')).MailPane }));

export function ConversationPane({ conversationId }: { conversationId: ConversationId }) {
  const text = useText();
  const conversation = useConversation(conversationId);
  const isReadOnly = useReadOnly();
  if (conversation === undefined) return <section className={classes['pane']} aria-busy />;
  if (conversation === null) {
    return (
      <section className={classes['pane']}>
        <CalmMessage icon={<IconMessageOff size={32} stroke={1.5} />} title={text('conversation.gone.title')}>
          {text('conversation.gone.body')}
        </CalmMessage>
      </section>
    );
  }
  // without any message there is nothing but a draft: a new mail
  if (conversation.messageCount === 0 && conversation.hasDraft && !isReadOnly) {
    return (
      <section className={classes['pane']} aria-label={text('mail.title')}>
        <Suspense fallback={<div className={classes['composerRoom']} />}>
          <MailPane key={conversationId} conversation={conversation} />
        </Suspense>
      </section>
    );
  }
  return (
    <section className={classes['pane']} aria-label={conversation.subject}>
      <ConversationHeader conversation={conversation} />
      <ReviewCard conversation={conversation} />
      <FactsLine conversation={conversation} />
      <CopyLine conversation={conversation} />
      <Thread key={conversationId} conversation={conversation} />
      {isReadOnly ? (
        <ReadingFoot key={conversationId} conversationId={conversationId} />
      ) : (
        <Suspense fallback={<div className={classes['composerRoom']} />}>
          <Composer key={conversationId} conversation={conversation} />
        </Suspense>
      )}
    </section>
  );
}
