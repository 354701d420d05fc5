// Erase a person? What goes, what stays elsewhere, and no way back.
import { Alert, Button, Checkbox, Group, List, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CustomerId } from '../../../../shared/model/ids.ts';
import type { Erasure, ErasureCounts } from '../../../../shared/model/erasure.ts';
import { erasePerson, rewriteDatabase } from '../../actions/erase.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useCustomer } from '../../reads/use-customer.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { CarryProgress } from './carry-progress.tsx';
import { countsText } from './counts-text.ts';
import { exportPerson } from './export-person.ts';

export function EraseDialog(props: { customerId: CustomerId; name: string; onClose: () => void }) {
  const { customerId, name } = props;
  const desk = useDesk();
  const text = useText();
  const card = useCustomer(customerId);
  const isDemo = useCellPart(desk.app, (app) => app.mode === 'demo');
  const [counts, setCounts] = useState<ErasureCounts | null>(null);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<Erasure | null>(null);
  useEffect(() => {
    void attempt(desk.store.countErasure({ customerId }).then(setCounts));
  }, [desk, customerId]);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const erase = async (): Promise<void> => {
    const addresses = (card?.customer.handles ?? []).map((handle) => handle.slice(handle.indexOf(':') + 1));
    setDone(await erasePerson(desk, customerId, addresses));
    if (!isDemo) await rewriteDatabase(desk); // the demo shop has no database on the disk
  };
  return (
    <Modal
      opened
      onClose={() => {
        if (!isBusy) props.onClose(); // the window goes by itself soon
      }}
      size={520}
      title={done ? text('erase.done') : text('erase.title', { name })}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {done ? (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {text('erase.doneBody', { what: countsText(done.counts, text) })}
          </Text>
          {!isDemo && <Text size="sm">{text(isBusy ? 'erase.rewriting' : 'erase.rewrite.hint')}</Text>}
          {isBusy ? (
            <CarryProgress />
          ) : (
            <Group justify="flex-end">
              {!isDemo && (
                <Button variant="default" onClick={() => void run(() => rewriteDatabase(desk))}>
                  {text('erase.rewrite')}
                </Button>
              )}
              <Button onClick={props.onClose} autoFocus>
                {text('dialog.close')}
              </Button>
            </Group>
          )}
        </Stack>
      ) : (
        <Stack gap="sm">
          {counts ? (
            <Text size="sm" fw={600} role="status">
              {countsText(counts, text)}
            </Text>
          ) : (
            <Loader size="xs" aria-label={text('export.counting')} />
          )}
          <List size="sm" spacing={6}>
            <List.Item>{text('erase.goes')}</List.Item>
            {!isDemo && <List.Item>{text('erase.reopens')}</List.Item>}
            <List.Item>{text('erase.stays.server')}</List.Item>
            <List.Item>{text('erase.stays.files')}</List.Item>
            <List.Item>{text('erase.stays.log')}</List.Item>
          </List>
          {counts !== null && counts.unsent > 0 && (
            <Alert color="orange" p="xs">
              {text('erase.unsent', { count: counts.unsent })}
            </Alert>
          )}
          <Checkbox
            label={text('erase.sure')}
            checked={isSure}
            data-autofocus
            onChange={(event) => {
              setSure(event.currentTarget.checked);
            }}
          />
          <Group justify="space-between" mt="xs">
            <Button variant="default" onClick={() => void attempt(exportPerson(desk, customerId, name))}>
              {text('erase.exportFirst')}
            </Button>
            <Button color="red" disabled={!isSure || !counts} loading={isBusy} onClick={() => void run(erase)}>
              {text('erase.do')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
