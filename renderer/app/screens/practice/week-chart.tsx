// One quiet column a week: the share of messages without hurtful wording; a table says the same to screen readers.
import { Table, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { cleanShare, density, retellRate, type WordingWeek } from '../../../../shared/service/wording-weeks.ts';
import { weekDates } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import classes from './practice.module.css';

export interface WeekChartProps {
  weeks: readonly WordingWeek[];
  /** Which of them. */
  chosen: number;
  onChoose: (index: number) => void;
}

export function WeekChart({ weeks, chosen, onChoose }: WeekChartProps) {
  const text = useText();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus(); // the dialog was there before there was anything to choose
  }, []);
  const percent = (share: number | null): string => (share === null ? '–' : text('weeks.share', { share }));
  const perHundred = (hits: number | null): string => (hits === null ? '–' : text('weeks.density.value', { hits }));
  return (
    <div>
      <div className={classes['chart']} role="radiogroup" aria-label={text('weeks.chart')}>
        {weeks.map(({ week, all }, index) => {
          const share = cleanShare(all);
          const dates = weekDates(week, text.locale);
          return (
            <label key={week} className={classes['column']} title={dates}>
              <input
                type="radio"
                name="week"
                ref={index === chosen ? first : undefined}
                checked={index === chosen}
                aria-label={text(share === null ? 'weeks.column.none' : 'weeks.column', {
                  dates,
                  clean: all.clean,
                  messages: all.messages,
                })}
                onChange={() => {
                  onChoose(index);
                }}
              />
              <span aria-hidden>{percent(share)}</span>
              <span className={classes['track']} data-empty={share === null || undefined} aria-hidden>
                <span className={classes['bar']} style={{ height: `${String(100 * (share ?? 0))}%` }} />
              </span>
              <span className={classes['day']} aria-hidden>
                {weekDates(week, text.locale, 'first')}
              </span>
            </label>
          );
        })}
      </div>
      <VisuallyHidden>
        <Table aria-label={text('action.weeks')}>
          <Table.Thead>
            <Table.Tr>
              {(['weeks.week', 'weeks.clean', 'weeks.density', 'weeks.byMany', 'weeks.retold'] as const).map((id) => (
                <Table.Th key={id}>{text(id)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {weeks.map((week) => (
              <Table.Tr key={week.week}>
                <Table.Th>{weekDates(week.week, text.locale)}</Table.Th>
                <Table.Td>{percent(cleanShare(week.all))}</Table.Td>
                <Table.Td>{perHundred(density(week.all))}</Table.Td>
                <Table.Td>{text('weeks.byMany.value', { many: week.byMany, total: week.answered })}</Table.Td>
                <Table.Td>{percent(retellRate(week))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </div>
  );
}
