// Says that an export is open to be read: which, from when, how much of it there is; and leads back to the shop.
import { Button, Text } from '@mantine/core';
import IconBook2 from '@tabler/icons-react/dist/esm/icons/IconBook2.mjs';
import type { OpenedExport } from '../../../../shared/contract/main-api.ts';
import { runActionById } from '../../actions/registry.ts';
import { totalOf, useCounters } from '../../reads/use-counters.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useDesk } from '../../state/desk.ts';
import { useText, type Text as Sentences } from '../../text/use-text.ts';
import classes from './banner.module.css';

export function ReadingBanner({ opened }: { opened: OpenedExport }) {
  const desk = useDesk();
  const text = useText();
  const counters = useCounters();
  const filling = useSyncStates()?.find(({ phase }) => phase === 'fetching');
  const facts = [
    whenOf(opened, text),
    filling && filling.totalCount > 0
      ? text('reading.opening', { done: text.number(filling.doneCount), total: text.number(filling.totalCount) })
      : counters
        ? text('reading.conversations', { count: totalOf(counters) })
        : '',
  ];
  return (
    <section className={classes['reading']} aria-label={text('reading.line')}>
      <IconBook2 size={17} stroke={1.8} aria-hidden="true" className={classes['noticeIcon']} />
      <Text size="sm" fw={600} truncate title={opened.label}>
        {text('reading.banner', { label: opened.label })}
      </Text>
      <Text size="sm" truncate className={classes['readingFacts'] ?? ''}>
        {facts.filter((fact) => fact !== '').join(' · ')}
      </Text>
      <Button
        size="compact-sm"
        variant="white"
        color="dark"
        className={classes['noticeButton'] ?? ''}
        title={text('action.closeExport')}
        onClick={() => {
          runActionById(desk, 'close-export');
        }}
      >
        {text('reading.close')}
      </Button>
    </section>
  );
}

/** Of mail that says nothing of an export: the time that it is from. */
function whenOf({ exportedAt, firstAt, lastAt }: OpenedExport, text: Sentences): string {
  const day = new Intl.DateTimeFormat(text.locale, { dateStyle: 'medium' });
  if (exportedAt !== null) return text('reading.exported', { date: day.format(exportedAt) });
  return firstAt === null || lastAt === null
    ? ''
    : text('reading.messages', { range: day.formatRange(firstAt, lastAt) });
}
