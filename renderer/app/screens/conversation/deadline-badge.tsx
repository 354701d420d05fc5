// Until when a conversation must be answered: one clock for the list and the conversation, whatever the channel.
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import { comingTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';

/** Soon enough to be done first. */
const pressingMs = 4 * 3_600_000;

/** @param at epoch ms @param now epoch ms */
export function DeadlineBadge({ at, now }: { at: number; now: number }) {
  const text = useText();
  const isOver = at <= now;
  const tone: BadgeTone = isOver || at - now < pressingMs ? 'bad' : 'calm';
  return (
    <Badge tone={tone} icon={<IconHourglass size={11} aria-hidden="true" />}>
      {isOver ? text('facts.overdue') : text('facts.due', { time: comingTime(at, now, text.locale) })}
    </Badge>
  );
}
