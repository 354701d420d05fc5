// Merges two customers into one person: side by side, with a choice of what to keep.
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CustomerProfile } from '../../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../../shared/model/ids.ts';
import type { CustomerEntry } from '../../../../shared/model/journal.ts';
import { joinedConsents } from '../../../../shared/service/consent.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import { useCustomer, type CustomerCard } from '../../reads/use-customer.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { languageOfCustomer, shownNameOf } from './addressing.ts';

type Side = 'one' | 'other';

export function MergeDialog(props: { customerId: CustomerId; otherId: CustomerId; onClose: () => void }) {
  const text = useText();
  const one = useCustomer(props.customerId);
  const other = useCustomer(props.otherId);
  if (!one || !other) return null; // what takes the focus when the dialog opens must be there
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={560}
      title={text('merge.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <MergeForm one={one} other={other} onClose={props.onClose} />
    </Modal>
  );
}

function MergeForm({ one, other, onClose }: { one: CustomerCard; other: CustomerCard; onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const [name, setName] = useState<Side>('one');
  const [language, setLanguage] = useState<Side>(languageOfCustomer(one.customer) ? 'one' : 'other');
  const [city, setCity] = useState<Side>(cityOf(one) ? 'one' : 'other');
  const side = (chosen: Side) => (chosen === 'one' ? one : other);
  const merge = async () => {
    const { customer } = one;
    const keptLanguage = languageOfCustomer(side(language).customer);
    const keptCity = cityOf(side(city));
    const profile: CustomerProfile = {
      ...other.customer.profile,
      ...customer.profile,
      ...joinedConsents(customer.profile, other.customer.profile),
      ...(name === 'other' ? { name: shownNameOf(other.customer) } : {}),
      ...(keptLanguage ? { language: keptLanguage } : {}),
      ...(keptCity ? { city: keptCity } : {}),
    };
    const note = [customer.note, other.customer.note]
      .filter((part, index, all) => part.trim() !== '' && all.indexOf(part) === index)
      .join('\n\n');
    const changedAt = Date.now();
    const entries: CustomerEntry[] = [
      {
        kind: 'customer',
        key: customer.id,
        data: { customerId: customer.id, handle: customer.id, note, profile, changedAt },
      },
      {
        kind: 'customer-merge',
        key: other.customer.id,
        data: { handle: other.customer.id, into: customer.id, changedAt },
      },
    ];
    if (await putCustomerData(desk, entries, 'done.merged')) onClose();
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {text('merge.body')}
      </Text>
      <Group grow align="flex-start">
        <Summary card={one} />
        <Summary card={other} />
      </Group>
      <Choice
        label={text('merge.keepName')}
        one={shownNameOf(one.customer)}
        other={shownNameOf(other.customer)}
        value={name}
        onChange={setName}
      />
      <Choice
        label={text('profile.language')}
        one={languageOfCustomer(one.customer)}
        other={languageOfCustomer(other.customer)}
        value={language}
        onChange={setLanguage}
      />
      <Choice label={text('profile.city')} one={cityOf(one)} other={cityOf(other)} value={city} onChange={setCity} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text('dialog.cancel')}
        </Button>
        <Button data-autofocus onClick={() => void merge()}>
          {text('merge.do')}
        </Button>
      </Group>
    </Stack>
  );
}

const cityOf = ({ customer }: CustomerCard): string | undefined => customer.profile?.city ?? customer.city;

function Summary({ card: { customer, orders, conversations } }: { card: CustomerCard }) {
  const text = useText();
  const nameOf = useChannelNames();
  return (
    <div>
      <Text size="sm" fw={650}>
        {shownNameOf(customer)}
      </Text>
      {customer.handles.map((handle) => (
        <Text key={handle} size="xs" c="dimmed">
          {nameOf(handle.slice(0, handle.indexOf(':'))).label} · {handle.slice(handle.indexOf(':') + 1)}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {text('customer.orderCount', { count: orders.length })} ·{' '}
        {text('merge.conversations', { count: conversations.length })}
      </Text>
    </div>
  );
}

/** Asked only where the two differ. */
function Choice(props: {
  label: string;
  one: string | undefined;
  other: string | undefined;
  value: Side;
  onChange: (side: Side) => void;
}) {
  const { label, one, other, value, onChange } = props;
  if (!one || !other || one === other) return null;
  return (
    <div>
      <Text size="xs" fw={550} mb={4}>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        data={[
          { value: 'one', label: one },
          { value: 'other', label: other },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
