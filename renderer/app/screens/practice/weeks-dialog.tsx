// How the shop's wording went in the last weeks: one column a week, and what there is to say of the chosen one.
import { Modal, Progress, Stack, Text } from '@mantine/core';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { useState } from 'react';
import type { WordingWeek } from '../../../../shared/service/wording-weeks.ts';
import { useText } from '../../text/use-text.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import classes from './practice.module.css';
import { useWeeks } from './use-weeks.ts';
import { WeekChart } from './week-chart.tsx';
import { WeekDetails } from './week-details.tsx';

export function WeeksDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const state = useWeeks();
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={text('action.weeks')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {text('weeks.intro')}
        </Text>
        <div className={classes['weeks']} aria-busy={state.kind === 'reading'}>
          {state.kind === 'reading' && state.progress && (
            <Stack gap={6} role="status">
              <Text size="sm">{text('weeks.reading', state.progress)}</Text>
              <Progress
                size="sm"
                value={(100 * state.progress.done) / state.progress.total}
                aria-label={text('weeks.reading', state.progress)}
              />
            </Stack>
          )}
          {state.kind === 'read' && <Weeks weeks={state.weeks} onClose={onClose} />}
        </div>
      </Stack>
    </Modal>
  );
}

function Weeks({ weeks, onClose }: { weeks: readonly WordingWeek[]; onClose: () => void }) {
  const text = useText();
  // the last one that has something to show: on a Monday morning that is the week before
  const [chosen, setChosen] = useState(() => weeks.findLastIndex(hasAnything));
  const week = weeks[chosen];
  if (!week) {
    return (
      <CalmMessage icon={<IconMessages size={32} stroke={1.5} />} title={text('weeks.none.title')}>
        {text('weeks.none')}
      </CalmMessage>
    );
  }
  return (
    <Stack gap="md">
      <WeekChart weeks={weeks} chosen={chosen} onChoose={setChosen} />
      <WeekDetails week={week} onClose={onClose} />
    </Stack>
  );
}

const hasAnything = ({ all, answered }: WordingWeek): boolean => all.messages + answered > 0;
