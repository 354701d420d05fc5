// Logs a contact outside the connected channels: who, how, what was said, and whether it waits in the inbox.
import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { Touchpoint } from '../../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { handChannels, type HandChannel } from '../../../../shared/service/hand-channels.ts';
import { phoneKey } from '../../../../shared/service/same-person.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import { findCustomerByPhone } from '../../reads/find-customer.ts';
import { useCustomer } from '../../reads/use-customer.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { shownNameOf } from './addressing.ts';

const isHandChannel = (value: string | null): value is HandChannel => handChannels.some((channel) => channel === value);

export function TouchpointDialog(props: { customerId: CustomerId | null; channel: HandChannel; onClose: () => void }) {
  const { onClose } = props;
  const text = useText();
  const desk = useDesk();
  const nameOf = useChannelNames();
  const known = useCustomer(props.customerId)?.customer;
  const [isKnown, setKnown] = useState(props.customerId !== null);
  const [channel, setChannel] = useState<HandChannel>(props.channel);
  const [direction, setDirection] = useState<'in' | 'out'>('in');
  const [isMissed, setMissed] = useState(false);
  const [isInInbox, setInInbox] = useState<boolean | null>(null);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [orderNumber, setOrderNumber] = useState('');
  const [words, setWords] = useState('');
  const isForKnown = isKnown && known !== undefined;
  const waits = isInInbox ?? isMissed;
  const canSave = words.trim() !== '' || isMissed;
  const save = async () => {
    if (!canSave) return;
    const number = orderNumber.trim();
    const who = isForKnown ? { handle: known.id } : await strangerOf(name.trim(), phone.trim());
    const data: Touchpoint = {
      id: crypto.randomUUID(),
      ...who,
      channel,
      direction,
      isMissed: channel === 'phone' && isMissed,
      at: Date.now(),
      text: words.trim() === '' ? text('timeline.missed') : words.trim(),
      author: currentAgent(desk.app.get().settings).name,
      isInInbox: waits,
      createdAt: Date.now(),
      ...(number === '' ? {} : { orderNumber: number }),
    };
    if (await putCustomerData(desk, [{ kind: 'touchpoint', key: data.id, data }], 'done.touchpoint')) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={text('touch.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Textarea
            data-autofocus
            autosize
            minRows={3}
            maxRows={8}
            label={text('touch.what')}
            placeholder={text('touch.what.placeholder')}
            maxLength={20_000}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
            }}
          />
          <Group grow>
            <Select
              label={text('touch.channel')}
              allowDeselect={false}
              data={handChannels.map((each) => ({ value: each, label: nameOf(each).label }))}
              value={channel}
              onChange={(value) => {
                if (isHandChannel(value)) setChannel(value);
              }}
            />
            <div>
              <Text size="sm" fw={500} mb={2}>
                {text('touch.direction')}
              </Text>
              <SegmentedControl
                fullWidth
                value={direction}
                aria-label={text('touch.direction')}
                data={[
                  { value: 'in', label: text('touch.in') },
                  { value: 'out', label: text('touch.out') },
                ]}
                onChange={setDirection}
              />
            </div>
          </Group>
          {isForKnown ? (
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{text('touch.with', { name: shownNameOf(known) })}</Text>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setKnown(false);
                }}
              >
                {text('touch.somebodyElse')}
              </Button>
            </Group>
          ) : (
            <Group grow>
              <TextInput
                label={text('touch.name')}
                maxLength={200}
                value={name}
                onChange={(event) => {
                  setName(event.currentTarget.value);
                }}
              />
              <TextInput
                type="tel"
                label={text('profile.phone')}
                maxLength={60}
                value={phone}
                onChange={(event) => {
                  setPhone(event.currentTarget.value);
                }}
              />
            </Group>
          )}
          <TextInput
            label={text('touch.order')}
            maxLength={100}
            value={orderNumber}
            onChange={(event) => {
              setOrderNumber(event.currentTarget.value);
            }}
          />
          {channel === 'phone' && (
            <Checkbox
              label={text('touch.missed')}
              checked={isMissed}
              onChange={(event) => {
                setMissed(event.currentTarget.checked);
              }}
            />
          )}
          <Checkbox
            label={text('touch.inInbox')}
            description={text('touch.inInbox.hint')}
            checked={waits}
            onChange={(event) => {
              setInInbox(event.currentTarget.checked);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!canSave}>
              {text('touch.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Somebody who is not on the screen: known by their telephone number, else new. */
async function strangerOf(name: string, phone: string): Promise<Pick<Touchpoint, 'handle' | 'name'>> {
  const named = name === '' ? {} : { name };
  const digits = phoneKey(phone);
  if (digits === '') return { handle: name === '' ? null : `person:${crypto.randomUUID()}`, ...named };
  const known = await findCustomerByPhone(phone);
  return { handle: known?.id ?? `phone:${phone.replace(/[^\d+]/g, '')}`, ...named };
}
