// How often a reply was sent and what came next, counted from the shop's own messages.
import { Tooltip } from '@mantine/core';
import { useReplyOutcomes } from '../../reads/use-reply-outcomes.ts';
import { useText } from '../../text/use-text.ts';
import classes from './replies.module.css';
import { languages, type ReplyGroup } from './reply-groups.ts';

export function ReplyUsage({ group, now }: { group: ReplyGroup; now: number }) {
  const text = useText();
  const outcomes = useReplyOutcomes(languages.flatMap((language) => group.variants[language]?.id ?? []));
  if (group.useCount === 0) {
    return <p className={classes['usage']}>{text('replies.usage.none')}</p>;
  }
  const bold = (chunks: React.ReactNode[]) => <b>{chunks}</b>;
  return (
    <Tooltip label={text('replies.usage.how')} multiline maw={420} position="top-start">
      <p className={classes['usage']} tabIndex={0}>
        <span>{text.rich('replies.usage.sent', { count: group.useCount, b: bold })}</span>
        {group.lastUsedAt !== null && (
          <span>{text('replies.usage.last', { time: text.ago(group.lastUsedAt, now) })}</span>
        )}
        {outcomes !== undefined && outcomes.judged > 0 && (
          <>
            <span>{text.rich('replies.usage.thanked', { count: outcomes.counts.thanked, b: bold })}</span>
            <span>{text.rich('replies.usage.wroteAgain', { count: outcomes.counts['wrote-again'], b: bold })}</span>
            <span>{text.rich('replies.usage.quiet', { count: outcomes.counts.quiet, b: bold })}</span>
          </>
        )}
      </p>
    </Tooltip>
  );
}
