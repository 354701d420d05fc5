// Import: choose, look at what was found, say yes; and take it back whole.
import { Anchor, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportOffer, ImportResult } from '../../../../shared/model/archive.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { runActionById } from '../../actions/registry.ts';
import { removeAccount } from '../../actions/remove-account.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { ChooseAndRead } from './choose-and-read.tsx';
import { ImportPreviewTable, isEmpty } from './import-preview.tsx';

type Step =
  | { kind: 'choose' }
  | { kind: 'offer'; offer: ImportOffer }
  | { kind: 'done'; result: ImportResult; records: number }
  | { kind: 'undone' };

/** `isOpened`: reads what the system gave us to open, without asking. */
export function MailImportDialog(props: { isOpened: boolean; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [label, setLabel] = useState('');
  const hasAccounts = useCellPart(desk.app, (app) => app.accounts.length > 0);
  // in a shop that has only just begun nothing of its own is lost
  const [withSettings, setWithSettings] = useState(!hasAccounts);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    if (step.kind === 'choose' || step.kind === 'offer') void attempt(desk.main.refuseImport({}));
    props.onClose();
  };
  const during = async (work: () => Promise<Step>): Promise<void> => {
    setBusy(true);
    try {
      setStep(await work());
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      size={600}
      title={text('mailImport.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {step.kind === 'choose' && (
        <ChooseAndRead
          purpose="import"
          isOpened={props.isOpened}
          onOffer={(offer) => {
            setLabel(offer.label);
            setStep({ kind: 'offer', offer });
          }}
        >
          <Text size="sm">{text('mailImport.body')}</Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => {
              runActionById(desk, 'open-export');
            }}
          >
            {text('mailImport.readInstead')}
          </Anchor>
        </ChooseAndRead>
      )}
      {step.kind === 'offer' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const { id } = step.offer;
            const { records, hasSettings } = step.offer.preview;
            void during(async () => {
              const wanted = { id, label: label.trim(), withSettings: withSettings && hasSettings };
              const result = await desk.main.acceptImport(wanted, { timeoutMs: Infinity });
              if (records > 0) await desk.store.applyJournal({}, { timeoutMs: Infinity });
              return { kind: 'done', result, records };
            });
          }}
        >
          <Stack gap="md">
            <ImportPreviewTable preview={step.offer.preview} />
            <TextInput
              label={text('mailImport.label')}
              description={text('mailImport.label.hint')}
              maxLength={200}
              autoFocus
              value={label}
              onChange={(event) => {
                setLabel(event.currentTarget.value);
              }}
            />
            {step.offer.preview.hasSettings && (
              <Checkbox
                label={text('mailImport.settings')}
                description={text('mailImport.settings.hint')}
                checked={withSettings}
                onChange={(event) => {
                  setWithSettings(event.currentTarget.checked);
                }}
              />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {text('dialog.cancel')}
              </Button>
              <Button type="submit" loading={isBusy} disabled={label.trim() === '' || isEmpty(step.offer.preview)}>
                {text('mailImport.do')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {step.kind === 'done' && (
        <Stack gap="md">
          <Text size="sm" role="status">
            {text('mailImport.done', { label: step.result.label })}
          </Text>
          {step.records > 0 && (
            <Text size="sm" c="dimmed">
              {text('mailImport.undo.hint')}
            </Text>
          )}
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={isBusy}
              onClick={() => {
                const { accountId } = step.result;
                void during(async () => {
                  await removeAccount(desk, accountId);
                  return { kind: 'undone' };
                });
              }}
            >
              {text('mailImport.undo')}
            </Button>
            <Button onClick={close} autoFocus>
              {text('dialog.close')}
            </Button>
          </Group>
        </Stack>
      )}
      {step.kind === 'undone' && (
        <Text size="sm" role="status">
          {text('mailImport.undone')}
        </Text>
      )}
    </Modal>
  );
}
