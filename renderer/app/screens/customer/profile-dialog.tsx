// How a customer is addressed and reached, whether they are loyal by the shop's own word, and whom they were merged with.
import { Button, Group, Modal, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CustomerProfile } from '../../../../shared/model/customer-data.ts';
import { channelSchema, languageSchema, type CustomerId } from '../../../../shared/model/ids.ts';
import type { CustomerRow } from '../../../database/rows.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { withConsent } from '../../../../shared/service/consent.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import { useCustomer } from '../../reads/use-customer.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { greetingNameOf, languageOfCustomer, shownNameOf } from './addressing.ts';
import { ConsentField, type ConsentChange } from './consent-field.tsx';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'tr', label: 'Türkçe' },
  { value: 'el', label: 'Ελληνικά' },
];
type TextField = 'name' | 'preferredName' | 'vocative' | 'phone' | 'email' | 'city';

export function ProfileDialog(props: { customerId: CustomerId; onClose: () => void }) {
  const text = useText();
  const card = useCustomer(props.customerId);
  if (!card) return null; // the first field takes the focus when the dialog opens: it must be there
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={560}
      title={text('profile.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <ProfileForm customer={card.customer} onClose={props.onClose} />
    </Modal>
  );
}

function ProfileForm({ customer, onClose }: { customer: CustomerRow; onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const nameOf = useChannelNames();
  const [profile, setProfile] = useState<CustomerProfile>(customer.profile ?? {});
  const [consent, setConsent] = useState<ConsentChange | null>(null);
  const language = profile.language ?? customer.language;
  const greeting = greetingNameOf({ ...customer, profile }, language ?? text.language);
  const channels = [...new Set(customer.handles.map((handle) => handle.slice(0, handle.indexOf(':'))).concat('phone'))];
  const set = (change: CustomerProfile) => {
    setProfile(without({ ...profile, ...change }));
  };
  const field = (name: TextField, maxLength: number) => ({
    maxLength,
    value: profile[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      set({ [name]: event.currentTarget.value });
    },
  });
  const save = async () => {
    const at = Date.now();
    const author = currentAgent(desk.app.get().settings).name;
    const source = consent?.source.trim() ?? '';
    const isSaid = consent !== null && source !== '';
    const data = {
      customerId: customer.id,
      handle: customer.id,
      note: customer.note,
      profile: isSaid
        ? withConsent(trimmed(profile), { isGiven: consent.isGiven, at, source, author })
        : trimmed(profile),
      changedAt: at,
    };
    if (await putCustomerData(desk, [{ kind: 'customer', key: customer.id, data }], 'done.profile')) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            data-autofocus
            label={text('profile.name')}
            placeholder={shownNameOf({ ...customer, profile: {} })}
            {...field('name', 200)}
          />
          <TextInput label={text('profile.preferredName')} {...field('preferredName', 100)} />
          {languageOfCustomer({ ...customer, profile }) === 'el' && (
            <TextInput
              label={text('profile.vocative')}
              placeholder={greetingNameOf({ ...customer, profile: without({ ...profile, vocative: '' }) }, 'el')}
              {...field('vocative', 100)}
            />
          )}
          <Select
            clearable
            label={text('profile.language')}
            placeholder={languages.find(({ value }) => value === customer.language)?.label ?? ''}
            data={languages}
            value={profile.language ?? null}
            onChange={(value) => {
              const { language: _before, ...rest } = profile;
              setProfile(value === null ? rest : { ...rest, language: languageSchema.parse(value) });
            }}
          />
          <Select
            clearable
            label={text('profile.channel')}
            data={channels.map((channel) => ({ value: channel, label: nameOf(channel).label }))}
            value={profile.channel ?? null}
            onChange={(value) => {
              const { channel: _before, ...rest } = profile;
              setProfile(value === null ? rest : { ...rest, channel: channelSchema.parse(value) });
            }}
          />
          <TextInput label={text('profile.city')} placeholder={customer.city ?? ''} {...field('city', 100)} />
          <TextInput type="tel" label={text('profile.phone')} {...field('phone', 60)} />
          <TextInput type="email" label={text('profile.email')} {...field('email', 320)} />
        </SimpleGrid>
        {greeting !== '' && (
          <Text size="xs" c="dimmed" role="status">
            {text('customer.greetAs', { name: greeting })}
          </Text>
        )}
        <Switch
          label={text('profile.loyal')}
          description={text('profile.loyal.hint')}
          checked={profile.isLoyal === true}
          onChange={(event) => {
            const { isLoyal: _before, ...rest } = profile;
            setProfile(event.currentTarget.checked ? { ...rest, isLoyal: true } : rest);
          }}
        />
        <ConsentField profile={customer.profile} change={consent} onChange={setConsent} />
        <MergedHandles customer={customer} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button type="submit">{text('dialog.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Each handle that was merged into this customer, to be taken apart again. */
function MergedHandles({ customer }: { customer: CustomerRow }) {
  const text = useText();
  const desk = useDesk();
  const nameOf = useChannelNames();
  const merged = customer.handles.filter((handle) => handle !== customer.id);
  if (merged.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={550}>
        {text('merge.merged')}
      </Text>
      {merged.map((handle) => {
        const [channel = '', ...rest] = handle.split(':');
        return (
          <Group key={handle} justify="space-between" wrap="nowrap" mt={4}>
            <Text size="xs" truncate>
              {nameOf(channel).label} · {rest.join(':')}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                void putCustomerData(desk, [{ kind: 'customer-merge', key: handle, data: null }], 'done.unmerged')
              }
            >
              {text('merge.separate')}
            </Button>
          </Group>
        );
      })}
    </div>
  );
}

/** Without the fields that are empty: the channel's word holds there. */
function without(profile: CustomerProfile): CustomerProfile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== ''));
}

function trimmed(profile: CustomerProfile): CustomerProfile {
  return without(
    Object.fromEntries(
      Object.entries(profile).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
    ),
  );
}
