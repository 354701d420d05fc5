// Leads to the weeks of wording from where wording is spoken of.
import { Button } from '@mantine/core';
import { runActionById } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function WeeksButton() {
  const desk = useDesk();
  const text = useText();
  return (
    <Button
      size="xs"
      variant="subtle"
      onClick={() => {
        runActionById(desk, 'weeks');
      }}
    >
      {text('action.weeks')}
    </Button>
  );
}
