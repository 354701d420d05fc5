// The system gave us mail files: are they to be read by themselves, or imported?
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function OpenedFilesDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={text('openedFiles.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
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
