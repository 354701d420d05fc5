// Exports from the customer's card.
import { Button, Group } from '@mantine/core';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import type { CustomerRow } from '../../../database/rows.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function CustomerExport({ customer }: { customer: CustomerRow }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Group gap={6}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileExport size={14} />}
        onClick={() => {
          const { id: customerId, name } = customer;
          desk.overlay.set({ kind: 'export', subject: { kind: 'customer', customerId, name } });
        }}
      >
        {text('export.customer')}
      </Button>
    </Group>
  );
}
