// What the export will hold, before it is made.
import { Loader, Text } from '@mantine/core';
import type { ExportCount, ExportRequest } from '../../../../shared/model/export.ts';
import type { Outcome } from '../../state/desk.ts';
import { errorText } from '../../text/error-text.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/use-text.ts';
import classes from './export.module.css';

export function ExportCountLine(props: {
  counted: Outcome<ExportCount> | undefined;
  attachments: ExportRequest['attachments'];
  withNotes: boolean;
}) {
  const { counted, attachments, withNotes } = props;
  const text = useText();
  if (counted && !counted.isOk) {
    return (
      <Text size="sm" c="var(--app-alarm)" role="alert">
        {text(errorText(counted.error.code).what)}
      </Text>
    );
  }
  const count = counted?.value;
  const day = new Intl.DateTimeFormat(text.locale, { dateStyle: 'medium' });
  return (
    <div className={classes['count']} role="status">
      {!count ? (
        <Loader size="xs" aria-label={text('export.counting')} />
      ) : count.messages === 0 && count.notes === 0 ? (
        <Text size="sm">{text('export.nothing')}</Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {text('export.count', { messages: count.messages, conversations: count.conversations })}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              count.firstAt !== null && count.lastAt !== null ? day.formatRange(count.firstAt, count.lastAt) : '',
              withNotes && count.notes > 0 ? text('export.count.notes', { count: count.notes }) : '',
              count.attachments > 0
                ? text('export.count.attachments', {
                    count: count.attachments,
                    size: sizeText(count.attachmentBytes, text.locale),
                  })
                : '',
              attachments === 'all' && count.attachments > count.attachmentsHere
                ? text('export.count.toFetch', { count: count.attachments - count.attachmentsHere })
                : '',
              attachments === 'here' && count.attachments > count.attachmentsHere
                ? text('export.count.notHere', { count: count.attachments - count.attachmentsHere })
                : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </>
      )}
    </div>
  );
}
