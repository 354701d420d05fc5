// The system gave us mail files: are they to be read by themselves, or imported?
import { Button, Group, Modal, Text } from '@mantine/core';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function OpenedFilesDialog(props: { count: number; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Modal
      opened
      onClose={() => {
        void attempt(desk.main.forgetOpened({}));
        props.onClose();
      }}
      size={480}
      title={text('openedFiles.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Text size="sm" fw={600} role="status">
        {text('openedFiles.count', { count: props.count })}
      </Text>
      <Text size="sm">{text('openedFiles.body')}</Text>
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          onClick={() => {
            desk.overlay.set({ kind: 'import-mail', isOpened: true });
          }}
        >
          {text('mailImport.open')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            desk.overlay.set({ kind: 'open-export', isOpened: true });
          }}
        >
          {text('openExport.do')}
        </Button>
      </Group>
    </Modal>
  );
}
