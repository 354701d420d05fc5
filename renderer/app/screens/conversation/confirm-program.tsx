// Asks before an attachment that can run is opened.
import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useText } from '../../text/use-text.ts';

/** `onConfirmed` runs when the person insists. */
export function confirmProgram(name: string, onConfirmed: () => void): void {
  modals.openConfirmModal({
    title: <Title />,
    children: <Question name={name} />,
    labels: { confirm: <Confirm />, cancel: <Cancel /> },
    confirmProps: { color: 'red' },
    onConfirm: onConfirmed,
  });
}

function Title() {
  return useText()('attachments.program.title');
}

function Question({ name }: { name: string }) {
  const text = useText();
  return <Text size="sm">{text('attachments.program.question', { name })}</Text>;
}

function Confirm() {
  return useText()('attachments.program.open');
}

function Cancel() {
  return useText()('attachments.program.cancel');
}
