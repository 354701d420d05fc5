// The ways out on the customer's card: export, everything about them, erase.
import { Button, Group, Menu } from '@mantine/core';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import IconUserDown from '@tabler/icons-react/dist/esm/icons/IconUserDown.mjs';
import type { CustomerRow } from '../../../database/rows.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import { exportPerson } from '../privacy/export-person.ts';
import { shownNameOf } from './addressing.ts';

export function CustomerExport({ customer }: { customer: CustomerRow }) {
  const desk = useDesk();
  const text = useText();
  const { id: customerId } = customer;
  const name = shownNameOf(customer);
  return (
    <Group gap={6}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileExport size={14} />}
        onClick={() => {
          desk.overlay.set({ kind: 'export', subject: { kind: 'customer', customerId, name } });
        }}
      >
        {text('export.customer')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconShieldLock size={14} />}>
            {text('customer.privacy')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUserDown size={15} />}
            onClick={() => void attempt(exportPerson(desk, customerId, name))}
          >
            {text('customer.exportAll')}
          </Menu.Item>
          <NotWhileReading>
            <Menu.Item
              color="red"
              leftSection={<IconEraser size={15} />}
              onClick={() => {
                desk.overlay.set({ kind: 'erase-customer', customerId, name });
              }}
            >
              {text('customer.erase')}
            </Menu.Item>
          </NotWhileReading>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
