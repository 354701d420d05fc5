// How far the rewriting of the database is: a bar, the count, and the tens of a hundred for who listens.
import { Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** Nothing while the store is not at it. */
export function CarryProgress() {
  const carrying = useCell(useDesk().carrying);
  const text = useText();
  if (!carrying) return null;
  const { done, total } = carrying;
  const share = total === 0 ? 0 : done / total;
  return (
    <Stack gap={6}>
      <Progress value={100 * share} aria-label={text(`erase.step.${carrying.step}`)} />
      <Text size="sm" ta="center" fw={600}>
        {text('erase.records', { done: text.number(done), total: text.number(total) })}
      </Text>
      <VisuallyHidden role="status">{text('erase.share', { share: Math.floor(10 * share) / 10 })}</VisuallyHidden>
    </Stack>
  );
}
