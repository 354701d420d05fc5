// One message: who, when, the fresh text, what was quoted behind a button, attachments, and what became of it.
import { Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconLayoutList from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs';
import IconTextSize from '@tabler/icons-react/dist/esm/icons/IconTextSize.mjs';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { OutboxRow } from '../../../database/rows.ts';
import { splitQuoted } from '../../../../shared/mail/quoting.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { messageTime } from '../../text/time.ts';
import type { TextId } from '../../text/texts.ts';
import { useText, type Text as Texts } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import { AttachmentList } from './attachment-list.tsx';
import classes from './conversation.module.css';
import { DeliveryLine } from './delivery-line.tsx';
import { LinkedText } from './linked-text.tsx';
import { ModerationLine } from './moderation-line.tsx';
import { RelayMark } from './relay-mark.tsx';
import { SaveAsReply } from './save-as-reply.tsx';

const MailFrame = lazy(async () => ({ default: (await import('./mail-frame.tsx')).MailFrame }));

export interface MessageBubbleProps {
  message: MessageWithText;
  reply: OutboxRow | undefined;
  now: number;
  /** Of a conversation that is a review: stars may stand alone. */
  isReview: boolean;
}

export function MessageBubble({ message, reply, now, isReview }: MessageBubbleProps) {
  const text = useText();
  const isOut = message.direction === 'out';
  const [isFormatted, setFormatted] = useState(message.hasHtml && message.isAutomatic && !isOut);
  const name = isOut ? text('message.you') : message.from.name || message.from.address;
  return (
    <article
      className={isOut ? classes['out'] : classes['in']}
      data-formatted={isFormatted || undefined}
      aria-label={text(isOut ? 'message.labelOut' : 'message.labelIn', { name, time: text.full(message.receivedAt) })}
    >
      <Group gap={8} mb={4} wrap="nowrap">
        <Tooltip label={peopleOf(message, text)} multiline maw={420} position="top-start" openDelay={400}>
          <Text size="xs" fw={650} truncate className={classes['from'] ?? ''}>
            {name}
          </Text>
        </Tooltip>
        <Text size="xs" c="dimmed" className={classes['time']} title={text.full(message.receivedAt)} component="time">
          {messageTime(message.receivedAt, now, text.locale)}
        </Text>
        {message.relay && <RelayMark relay={message.relay} />}
        <span className={classes['messageTools']}>
          <NotWhileReading>{isOut && message.text.trim() !== '' && <SaveAsReply message={message} />}</NotWhileReading>
          {message.hasHtml && (
            <Tooltip label={text(isFormatted ? 'message.showText' : 'message.showFormatted')}>
              <UnstyledButton
                className={classes['messageTool']}
                aria-pressed={isFormatted}
                aria-label={text(isFormatted ? 'message.showText' : 'message.showFormatted')}
                onClick={() => {
                  setFormatted(!isFormatted);
                }}
              >
                {isFormatted ? <IconTextSize size={14} /> : <IconLayoutList size={14} />}
              </UnstyledButton>
            </Tooltip>
          )}
        </span>
      </Group>
      {isFormatted ? (
        <Suspense fallback={null}>
          <MailFrame message={message} />
        </Suspense>
      ) : (
        <PlainBody body={message.text} emptyText={isReview ? 'review.noText' : 'message.empty'} />
      )}
      {message.isTruncated && (
        <Text size="xs" c="dimmed" mt={6}>
          {text('message.truncated')}
        </Text>
      )}
      <AttachmentList message={message} />
      {message.moderation && (
        <ModerationLine moderation={message.moderation} conversationId={message.conversationId} words={message.text} />
      )}
      {reply && <DeliveryLine reply={reply} />}
    </article>
  );
}

function PlainBody({ body, emptyText }: { body: string; emptyText: TextId }) {
  const text = useText();
  const parts = useMemo(() => splitQuoted(body), [body]);
  const [isUnfolded, setUnfolded] = useState(false);
  const folded = [parts.signature, parts.quoted].filter((part) => part !== null).join('\n\n');
  const isEmpty = parts.fresh.trim() === '' && folded === '';
  return (
    <div className={classes['body']} dir="auto">
      {isEmpty ? (
        <Text size="sm" c="dimmed" fs="italic">
          {text(emptyText)}
        </Text>
      ) : (
        <LinkedText>{parts.fresh.trim()}</LinkedText>
      )}
      {folded !== '' && (
        <>
          <UnstyledButton
            className={classes['unfold']}
            aria-expanded={isUnfolded}
            aria-label={text(isUnfolded ? 'message.hideQuoted' : 'message.showQuoted')}
            title={text(isUnfolded ? 'message.hideQuoted' : 'message.showQuoted')}
            onClick={() => {
              setUnfolded(!isUnfolded);
            }}
          >
            <IconDots size={16} />
          </UnstyledButton>
          {isUnfolded && (
            <div className={classes['quoted']}>
              <LinkedText>{folded}</LinkedText>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function peopleOf(message: MessageWithText, text: Texts): string {
  const list = (addresses: typeof message.to) =>
    addresses.map(({ name, address }) => formatForPeople(name, address)).join(', ');
  const lines = [
    text('message.from', { names: formatForPeople(message.from.name, message.from.address) }),
    text('message.to', { names: list(message.to) }),
  ];
  if (message.cc.length > 0) lines.push(text('message.cc', { names: list(message.cc) }));
  return lines.join(' · ');
}

function formatForPeople(name: string, address: string): string {
  return name === '' || name === address ? address : `${name} <${address}>`;
}
