// One conversation in the list.
import { Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { memo } from 'react';
import type { SearchHit } from '../../../../shared/contract/store-commands.ts';
import type { OutboxState } from '../../../../shared/model/outbox.ts';
import type { ConversationRow as Row } from '../../../database/rows.ts';
import { comingTime } from '../../text/time.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { Highlighted } from '../../ui/highlighted.tsx';
import { Stars } from '../../ui/stars.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { LoyalMark } from '../../ui/loyal-mark.tsx';
import { DeadlineBadge } from '../conversation/deadline-badge.tsx';
import type { ChannelName } from './channel-names.ts';
import classes from './conversation-list.module.css';

/** More tags than this do not fit beside the other badges. */
const mostTags = 2;

const outboxText: Readonly<Record<OutboxState, { words: TextId; tone: 'calm' | 'busy' | 'bad' } | null>> = {
  queued: { words: 'outbox.queued', tone: 'busy' },
  claimed: { words: 'outbox.sending', tone: 'busy' },
  inflight: { words: 'outbox.sending', tone: 'busy' },
  accepted: null,
  filed: null,
  cancelled: null,
  ambiguous: { words: 'outbox.ambiguous', tone: 'bad' },
  failed: { words: 'outbox.failed', tone: 'bad' },
};

export const ConversationRow = memo(function ConversationRow(props: {
  row: Row;
  hit: SearchHit | undefined;
  isShown: boolean;
  isMarked: boolean;
  isLoyal: boolean;
  channel: ChannelName;
  now: number;
}) {
  const { row, hit, isShown, isMarked, isLoyal, channel, now } = props;
  const text = useText();
  const isUnread = row.unreadCount > 0;
  const isNewMail = row.messageCount === 0 && row.hasDraft;
  const name = row.customerName === '' ? text(isNewMail ? 'mail.title' : 'list.noName') : row.customerName;
  return (
    <div
      className={classes['row']}
      data-shown={isShown || undefined}
      data-marked={isMarked || undefined}
      data-unread={isUnread || undefined}
    >
      <span className={classes['face']}>
        {isMarked ? (
          <span className={classes['tick']} aria-hidden="true">
            <IconCheck size={20} stroke={2.4} />
          </span>
        ) : (
          <InitialsAvatar
            name={row.customerName}
            colourKey={row.customerId ?? row.customerName}
            isTurkish={row.language === 'tr'}
          />
        )}
        {isUnread && <span className={classes['dot']} role="img" aria-label={text('list.unread')} />}
      </span>
      <div className={classes['words']}>
        <div className={classes['line']}>
          <span className={classes['name']}>{name}</span>
          {isLoyal && <LoyalMark label={text('list.loyal')} />}
          <Text span className={classes['time'] ?? ''} title={text.full(hit?.at ?? row.lastAt)}>
            {text.ago(hit?.at ?? row.lastAt, now)}
          </Text>
        </div>
        <div className={classes['line']}>
          <span className={classes['subject']} lang={row.language ?? undefined}>
            {row.subject === '' ? text('list.noSubject') : row.subject}
          </span>
          <span className={classes['channel']}>
            <ChannelIcon icon={channel.icon} label={channel.label} sizePx={15} />
          </span>
        </div>
        <div className={classes['snippet']} lang={row.language ?? undefined}>
          {hit ? (
            <Highlighted text={hit.snippet} ranges={hit.ranges} />
          ) : (
            <>
              {row.lastDirection === 'out' && row.snippet !== '' && (
                <span className={classes['you']}>{text('list.you')} </span>
              )}
              {row.snippet}
            </>
          )}
        </div>
        <Badges row={row} now={now} />
      </div>
    </div>
  );
});

function Badges({ row, now }: { row: Row; now: number }) {
  const text = useText();
  const outbox = row.outboxState === undefined ? null : outboxText[row.outboxState];
  const tags = row.tags.slice(0, mostTags);
  const stars = row.facts?.review?.stars ?? 0;
  return (
    <div className={classes['badges']}>
      {outbox && (
        <Badge tone={outbox.tone} {...(outbox.tone === 'bad' ? { icon: <IconAlertTriangle size={11} /> } : {})}>
          {text(outbox.words)}
        </Badge>
      )}
      {row.isAnswerRefused === true && (
        <Badge tone="bad" icon={<IconAlertTriangle size={11} />}>
          {text('facts.refused')}
        </Badge>
      )}
      <DeadlineBadge conversation={row} now={now} />
      {stars > 0 && <Stars rating={stars} label={text('review.stars', { rating: stars })} sizePx={12} />}
      {row.snoozedUntil !== undefined && (
        <Badge tone="calm">{text('list.until', { time: comingTime(row.snoozedUntil, now, text.locale) })}</Badge>
      )}
      {row.hasDraft && <Badge tone="busy">{text('list.draft')}</Badge>}
      {tags.length > 0 && (
        <span className={classes['tags']} title={row.tags.join(', ')}>
          {tags.map((tag) => (
            <Badge key={tag} tone="plain">
              {tag}
            </Badge>
          ))}
          {row.tags.length > mostTags && <Badge tone="plain">+{row.tags.length - mostTags}</Badge>}
        </span>
      )}
      {row.language !== null && <span className={classes['language']}>{row.language.toUpperCase()}</span>}
      <span className={classes['marks']}>
        {row.noteCount > 0 && <IconNote size={14} stroke={1.7} role="img" aria-label={text('list.hasNotes')} />}
        {row.hasAttachments && (
          <IconPaperclip size={14} stroke={1.7} role="img" aria-label={text('list.hasAttachments')} />
        )}
        {row.messageCount > 1 && (
          <span className={classes['messages']} aria-label={text('list.messages', { count: row.messageCount })}>
            {row.messageCount}
          </span>
        )}
      </span>
    </div>
  );
}

/** Stands where a row is still being read. */
export function RowOutline() {
  return (
    <div className={classes['row']} aria-hidden="true">
      <span className={classes['outlineFace']} />
      <div className={classes['words']}>
        <span className={classes['outlineLine']} />
        <span className={classes['outlineLine']} />
      </div>
    </div>
  );
}
