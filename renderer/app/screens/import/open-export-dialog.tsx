// Open an export to read it: choose, look at what was found, open it in the shop's place.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportOffer } from '../../../../shared/model/archive.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { ChooseAndRead } from './choose-and-read.tsx';
import { ImportPreviewTable } from './import-preview.tsx';

export function OpenExportDialog(props: { isOpened: boolean; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [offer, setOffer] = useState<ImportOffer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    if (isBusy) return;
    void attempt(desk.main.refuseImport({}));
    props.onClose();
  };
  const open = async (id: string): Promise<void> => {
    setBusy(true);
    // on success the window is made anew
    if (await attempt(desk.main.openExport({ id }, { timeoutMs: Infinity }))) return;
    setBusy(false);
    setOffer(null); // what was read is gone
  };
  return (
    <Modal
      opened
      onClose={close}
      size={600}
      title={text('openExport.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {offer === null ? (
        <ChooseAndRead purpose="open" isOpened={props.isOpened} onOffer={setOffer}>
          <Text size="sm">{text('openExport.body')}</Text>
        </ChooseAndRead>
      ) : (
        <Stack gap="md">
          <div>
            <Text size="sm" fw={600} truncate title={offer.label}>
              {offer.label}
            </Text>
            <ImportPreviewTable preview={offer.preview} />
          </div>
          <Text size="sm" c="dimmed">
            {text('openExport.rests')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" disabled={isBusy} onClick={close}>
              {text('dialog.cancel')}
            </Button>
            <Button autoFocus loading={isBusy} onClick={() => void open(offer.id)}>
              {text('openExport.do')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
