// Until when a conversation must be answered: one clock for the list and the conversation, whatever the channel.
import { VisuallyHidden } from '@mantine/core';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import { useMemo } from 'react';
import { answerDueAt } from '../../../../shared/service/reply-goal.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { briefSpan, comingTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';

/** Soon enough to be done first. */
const pressingMs = 3_600_000;

/** Nothing while nobody waits for an answer. Brief, it shows the time alone; its words are read out all the same. @param now epoch ms */
export function DeadlineBadge(props: { conversation: ConversationRow; now: number; isBrief?: boolean }) {
  const { conversation, now, isBrief = false } = props;
  const text = useText();
  const desk = useDesk();
  const hours = useCellPart(desk.app, ({ settings }) => settings.businessHours);
  const withinMinutes = useCellPart(desk.app, ({ settings }) => settings.acknowledgement.answerWithinMinutes);
  const at = useMemo(() => answerDueAt(conversation, { hours, withinMinutes }), [conversation, hours, withinMinutes]);
  if (at === null) return null;
  const leftMs = at - now;
  const tone: BadgeTone = leftMs <= 0 ? 'bad' : leftMs < pressingMs ? 'busy' : 'calm';
  const time = comingTime(at, now, text.locale);
  const words =
    leftMs <= 0 ? text('facts.overdue', { time: briefSpan(-leftMs, text.locale) }) : text('facts.due', { time });
  const isTimeAlone = isBrief && leftMs > 0;
  return (
    <Badge tone={tone} icon={<IconHourglass size={11} aria-hidden="true" />}>
      {isTimeAlone && (
        <span title={words} aria-hidden="true">
          {time}
        </span>
      )}
      {isTimeAlone ? <VisuallyHidden>{words}</VisuallyHidden> : words}
    </Badge>
  );
}
