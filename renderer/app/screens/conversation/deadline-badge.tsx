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
import { Badge } from '../../ui/badge.tsx';

/** Soon enough to be done first. */
const pressingMs = 3_600_000;

/** Nothing while nobody waits for an answer. The time stands alone where it can; its words are read out. @param now epoch ms */
export function DeadlineBadge({ conversation, now }: { conversation: ConversationRow; now: number }) {
  const text = useText();
  const desk = useDesk();
  const hours = useCellPart(desk.app, ({ settings }) => settings.businessHours);
  const withinMinutes = useCellPart(desk.app, ({ settings }) => settings.acknowledgement.answerWithinMinutes);
  const at = useMemo(() => answerDueAt(conversation, { hours, withinMinutes }), [conversation, hours, withinMinutes]);
  if (at === null) return null;
  const leftMs = at - now;
  const icon = <IconHourglass size={11} aria-hidden="true" />;
  if (leftMs <= 0) {
    return (
      <Badge tone="bad" icon={icon}>
        {text('facts.overdue', { time: briefSpan(-leftMs, text.locale) })}
      </Badge>
    );
  }
  const time = comingTime(at, now, text.locale);
  const words = text('facts.due', { time });
  return (
    <Badge tone={leftMs < pressingMs ? 'busy' : 'calm'} icon={icon}>
      <span title={words} aria-hidden="true">
        {time}
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </Badge>
  );
}
