// Back up everything: what goes in, what never does, and how far it is.
import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BackupOffer } from '../../../../shared/model/backup.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { BackupFacts } from './backup-facts.tsx';
import { BackupProgress } from './backup-progress.tsx';

type Step = { kind: 'choose' } | { kind: 'packing' } | { kind: 'done'; offer: BackupOffer };

export function BackupDialog(props: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [withFiles, setWithFiles] = useState(false);
  const close = (): void => {
    if (step.kind === 'packing') void attempt(desk.main.refuseBackup({}));
    props.onClose();
  };
  const make = async (): Promise<void> => {
    setStep({ kind: 'packing' });
    try {
      const offer = await desk.main.backUp({ withFiles }, { timeoutMs: Infinity });
      setStep(offer ? { kind: 'done', offer } : { kind: 'choose' });
    } catch (thrown) {
      noticeError(thrown);
      setStep({ kind: 'choose' });
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      size={520}
      title={text('backup.makeTitle')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {step.kind === 'choose' && (
        <Stack gap="md">
          <List size="sm" spacing={6}>
            <List.Item>{text('backup.holds')}</List.Item>
            <List.Item>{text('backup.noMail')}</List.Item>
            <List.Item>{text('backup.noPasswords')}</List.Item>
            <List.Item>{text('backup.readable')}</List.Item>
          </List>
          <Checkbox
            label={text('backup.withFiles')}
            description={text('backup.withFiles.hint')}
            checked={withFiles}
            onChange={(event) => {
              setWithFiles(event.currentTarget.checked);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text('dialog.cancel')}
            </Button>
            <Button data-autofocus onClick={() => void make()}>
              {text('backup.where')}
            </Button>
          </Group>
        </Stack>
      )}
      {step.kind === 'packing' && <BackupProgress doing="backup.packing" />}
      {step.kind === 'done' && (
        <Stack gap="md">
          <Text size="sm" role="status">
            {text('backup.done')}
          </Text>
          <BackupFacts offer={step.offer} />
          <Group justify="flex-end">
            <Button onClick={close} autoFocus>
              {text('dialog.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
