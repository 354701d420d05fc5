// Restore a backup: choose it, see what it is and what will happen, say yes.
import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { errorData } from '../../../../shared/errors.ts';
import type { BackupOffer } from '../../../../shared/model/backup.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { BackupFacts } from './backup-facts.tsx';
import { BackupProgress } from './backup-progress.tsx';

type Step = { kind: 'choose'; isUnreadable?: boolean } | { kind: 'reading' } | { kind: 'offer'; offer: BackupOffer };

export function RestoreDialog(props: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    if (isBusy) return;
    if (step.kind !== 'choose') void attempt(desk.main.refuseBackup({}));
    props.onClose();
  };
  const read = async (): Promise<void> => {
    setStep({ kind: 'reading' });
    setSure(false);
    try {
      const offer = await desk.main.readBackup({}, { timeoutMs: Infinity });
      setStep(offer ? { kind: 'offer', offer } : { kind: 'choose' });
    } catch (thrown) {
      const isUnreadable = errorData(thrown).code === 'bad-data';
      if (!isUnreadable) noticeError(thrown);
      setStep({ kind: 'choose', isUnreadable });
    }
  };
  const restore = async (): Promise<void> => {
    setBusy(true);
    // on success the window is made anew
    if (!(await attempt(desk.main.restoreBackup({}, { timeoutMs: Infinity })))) setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={close}
      size={520}
      title={text('backup.restoreTitle')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {step.kind === 'choose' && (
        <Stack gap="md">
          {step.isUnreadable === true && (
            <Alert color="red" p="xs" role="alert">
              {text('backup.unreadable')}
            </Alert>
          )}
          <Text size="sm">{text('backup.restoreBody')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text('dialog.cancel')}
            </Button>
            <Button data-autofocus onClick={() => void read()}>
              {text('backup.choose')}
            </Button>
          </Group>
        </Stack>
      )}
      {step.kind === 'reading' && <BackupProgress doing="backup.checking" />}
      {step.kind === 'offer' && (
        <Stack gap="md">
          <BackupFacts offer={step.offer} />
          <List size="sm" spacing={6}>
            <List.Item>{text('backup.replaces')}</List.Item>
            <List.Item>{text('backup.aside')}</List.Item>
            <List.Item>{text('backup.fetches')}</List.Item>
            <List.Item>{text('backup.unsent')}</List.Item>
          </List>
          <Checkbox
            label={text('backup.sure')}
            checked={isSure}
            autoFocus
            onChange={(event) => {
              setSure(event.currentTarget.checked);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" disabled={isBusy} onClick={close}>
              {text('dialog.cancel')}
            </Button>
            <Button disabled={!isSure} loading={isBusy} onClick={() => void restore()}>
              {text('backup.do')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
