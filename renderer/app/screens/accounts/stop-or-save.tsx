// Beside “Test and save”: stops a test that runs, or saves although it has failed.
import { Button } from '@mantine/core';
import { useText } from '../../text/use-text.ts';

export function StopOrSave(props: {
  isRunning: boolean;
  hasFailed: boolean;
  isNew: boolean;
  onStop: () => void;
  onSave: () => void;
}) {
  const { isRunning, hasFailed, isNew, onStop, onSave } = props;
  const text = useText();
  if (isRunning) {
    return (
      <Button variant="default" onClick={onStop}>
        {text('account.stop')}
      </Button>
    );
  }
  if (!hasFailed) return null;
  return (
    <Button variant="subtle" onClick={onSave}>
      {text(isNew ? 'account.addAnyway' : 'account.saveAnyway')}
    </Button>
  );
}
