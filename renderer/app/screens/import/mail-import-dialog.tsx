// Import: choose, look at what was found, say yes; and take it back whole.
import { Alert, Button, Checkbox, Group, Loader, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ImportOffer, ImportPreview, ImportResult } from '../../../../shared/model/archive.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { removeAccount } from '../../actions/remove-account.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

type Step =
  | { kind: 'choose' }
  | { kind: 'reading' }
  | { kind: 'offer'; offer: ImportOffer }
  | { kind: 'done'; result: ImportResult; records: number }
  | { kind: 'undone' };

/** `isOpened`: reads what the system gave us to open, without asking. */
export function MailImportDialog(props: { isOpened: boolean; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [step, setStep] = useState<Step>({ kind: props.isOpened ? 'reading' : 'choose' });
  const [label, setLabel] = useState('');
  const hasAccounts = useCellPart(desk.app, (app) => app.accounts.length > 0);
  // in a shop that has only just begun nothing of its own is lost
  const [withSettings, setWithSettings] = useState(!hasAccounts);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    if (step.kind === 'reading' || step.kind === 'offer') void attempt(desk.main.refuseImport({}));
    props.onClose();
  };
  const read = async (what: 'files' | 'folder' | 'opened'): Promise<void> => {
    setStep({ kind: 'reading' });
    try {
      const offer = await desk.main.readImport({ what, purpose: 'import' }, { timeoutMs: Infinity });
      setLabel(offer?.label ?? '');
      setStep(offer ? { kind: 'offer', offer } : { kind: 'choose' });
    } catch (thrown) {
      noticeError(thrown);
      setStep({ kind: 'choose' });
    }
  };
  const begin = useEffectEvent(() => {
    if (props.isOpened) void read('opened');
  });
  useEffect(() => {
    begin();
  }, []);
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
        <Stack gap="md">
          <Text size="sm">{text('mailImport.body')}</Text>
          <Group>
            <Button data-autofocus leftSection={<IconFileImport size={16} />} onClick={() => void read('files')}>
              {text('mailImport.files')}
            </Button>
            <Button variant="default" leftSection={<IconFolder size={16} />} onClick={() => void read('folder')}>
              {text('mailImport.folder')}
            </Button>
          </Group>
        </Stack>
      )}
      {step.kind === 'reading' && <Reading onCancel={() => void attempt(desk.main.refuseImport({}))} />}
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
            <Preview preview={step.offer.preview} />
            <TextInput
              label={text('mailImport.label')}
              description={text('mailImport.label.hint')}
              maxLength={200}
              data-autofocus
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
              <Button
                type="submit"
                loading={isBusy}
                disabled={label.trim() === '' || isEmpty(step.offer.preview)}
              >
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
            <Button onClick={close} data-autofocus>
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

const isEmpty = ({ messages, orders, records }: ImportPreview): boolean => messages + orders + records === 0;

function Reading({ onCancel }: { onCancel: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      desk.bridge.onEvent((event) => {
        if (event.kind === 'import') setCount(event.doneMessages);
      }),
    [desk],
  );
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <Loader size="sm" />
        <Text size="sm" role="status">
          {text('mailImport.reading', { count })}
        </Text>
      </Group>
      <Button variant="default" onClick={onCancel}>
        {text('dialog.cancel')}
      </Button>
    </Group>
  );
}

function Preview({ preview }: { preview: ImportPreview }) {
  const text = useText();
  const day = new Intl.DateTimeFormat(text.locale, { dateStyle: 'medium' });
  const { firstAt, lastAt } = preview;
  const facts = [
    firstAt !== null && lastAt !== null ? day.formatRange(firstAt, lastAt) : '',
    preview.attachments > 0 ? text('export.result.attachments', { count: preview.attachments }) : '',
    preview.customers > 0 ? text('mailImport.customers', { count: preview.customers }) : '',
    preview.orders > 0 ? text('customer.orderCount', { count: preview.orders }) : '',
    preview.records > 0 ? text('mailImport.records', { count: preview.records }) : '',
    preview.duplicates > 0 ? text('mailImport.duplicates', { count: preview.duplicates }) : '',
  ];
  return (
    <div>
      <Text size="sm" fw={600}>
        {text('list.messages', { count: preview.messages })}
      </Text>
      <Text size="xs" c="dimmed">
        {facts.filter((fact) => fact !== '').join(' · ')}
      </Text>
      {preview.damaged > 0 && (
        <Alert color="orange" mt="xs" p="xs">
          {text('mailImport.damaged', { count: preview.damaged })}
        </Alert>
      )}
      {preview.samples.length > 0 && (
        <Table mt="sm" verticalSpacing={4} aria-label={text('mailImport.samples')}>
          <Table.Tbody>
            {preview.samples.map((sample, index) => (
              <Table.Tr key={`${sample.at}-${index}`}>
                <Table.Td>{sample.from}</Table.Td>
                <Table.Td>{sample.subject === '' ? text('conversation.noSubject') : sample.subject}</Table.Td>
                <Table.Td>{day.format(sample.at)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
