// Until when a conversation must be answered: one clock for the list and the conversation, whatever the channel; and complaints past it.
import { VisuallyHidden } from '@mantine/core';
import IconFlame from '@tabler/icons-react/dist/esm/icons/IconFlame.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import { useMemo } from 'react';
import { soundsLikeComplaint } from '../../../../shared/language/complaint-words.ts';
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
      <>
        <Badge tone="bad" icon={icon}>
          {text('facts.overdue', { time: briefSpan(-leftMs, text.locale) })}
        </Badge>
        <RiskBadge conversation={conversation} />
      </>
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

/** Beside the clock of a complaint that has run out: who is left waiting with one tells others. */
function RiskBadge({ conversation: { subject, snippet } }: { conversation: ConversationRow }) {
  const text = useText();
  const isComplaint = useMemo(() => soundsLikeComplaint(`${subject}\n${snippet}`), [subject, snippet]);
  if (!isComplaint) return null;
  return (
    <Badge tone="bad" icon={<IconFlame size={11} aria-hidden="true" />}>
      <span title={text('list.atRisk.why')}>{text('list.atRisk')}</span>
    </Badge>
  );
}
