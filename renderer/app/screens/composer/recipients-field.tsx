// A line of recipients: typed, pasted or chosen among known customers; each can be taken out again.
import { Combobox, Pill, PillsInput, Text, useCombobox } from '@mantine/core';
import { useEffect, useState, type Ref } from 'react';
import { isEmailAddress, parseAddressList } from '../../../../shared/mail/addresses.ts';
import type { Address } from '../../../../shared/model/message.ts';
import { matchAddresses, useKnownAddresses } from '../../reads/use-known-addresses.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

export interface RecipientsFieldProps {
  label: string;
  value: readonly Address[];
  onChange: (value: Address[]) => void;
  ref?: Ref<HTMLInputElement>;
}

export function RecipientsField({ label, value, onChange, ref }: RecipientsFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [isUsed, setUsed] = useState(false);
  const offered = matchAddresses(useKnownAddresses(isUsed), typed, value);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });

  const offeredKey = offered.map(({ address }) => address).join();
  const { selectFirstOption } = combobox;
  useEffect(() => {
    // once the options are drawn: Enter takes the first
    if (offeredKey !== '') selectFirstOption();
  }, [offeredKey, selectFirstOption]);

  const add = (addresses: readonly Address[]) => {
    const present = new Set(value.map(({ address }) => address.toLowerCase()));
    onChange([...value, ...addresses.filter(({ address }) => !present.has(address.toLowerCase()))]);
    setTyped('');
    combobox.closeDropdown();
  };
  /** What is typed becomes recipients; what is no address stays one to be corrected. */
  const take = (words: string): boolean => {
    if (words.trim() === '') return false;
    const found = parseAddressList(words);
    add(found.length > 0 ? found : [{ name: '', address: words.trim().slice(0, 320) }]);
    return true;
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(address) => {
        const chosen = offered.find((each) => each.address === address);
        if (chosen) add([{ name: chosen.name, address: chosen.address }]);
      }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          variant="unstyled"
          size="xs"
          className={classes['recipientsField'] ?? ''}
          leftSection={<span className={classes['fieldLabel']}>{label}</span>}
          leftSectionWidth="auto"
          leftSectionPointerEvents="none"
          onClick={() => {
            combobox.openDropdown();
          }}
        >
          <Pill.Group>
            {value.map(({ name, address }) => {
              const isBad = !isEmailAddress(address);
              return (
                <Pill
                  key={address}
                  withRemoveButton
                  title={isBad ? text('composer.badAddress') : address}
                  data-bad={isBad || undefined}
                  className={classes['recipient'] ?? ''}
                  removeButtonProps={{
                    'aria-label': text('composer.removeRecipient', { name: name || address }),
                    tabIndex: 0,
                    'aria-hidden': false,
                  }}
                  onRemove={() => {
                    onChange(value.filter((each) => each.address !== address));
                  }}
                >
                  {name === '' ? address : name}
                </Pill>
              );
            })}
            <Combobox.EventsTarget>
              <PillsInput.Field
                ref={ref}
                value={typed}
                aria-label={label}
                autoComplete="off"
                spellCheck={false}
                onFocus={() => {
                  setUsed(true);
                }}
                onBlur={() => {
                  take(typed);
                  combobox.closeDropdown();
                }}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  combobox.openDropdown();
                }}
                onPaste={(event) => {
                  const pasted = event.clipboardData.getData('text/plain');
                  if (!/[,;\n]/.test(pasted) || parseAddressList(pasted).length === 0) return;
                  event.preventDefault();
                  take(pasted.replaceAll('\n', ','));
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && typed === '' && value.length > 0) {
                    event.preventDefault();
                    onChange(value.slice(0, -1));
                  } else if ((event.key === ',' || event.key === ';') && typed.trim() !== '') {
                    event.preventDefault();
                    take(typed);
                  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && offered.length === 0) {
                    if (take(typed)) event.preventDefault();
                  } else if (event.key === 'Escape' && combobox.dropdownOpened && offered.length > 0) {
                    event.stopPropagation();
                  }
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label={text('composer.knownCustomers')}>
          {offered.map(({ name, address }) => (
            <Combobox.Option key={address} value={address} className={classes['knownCustomer'] ?? ''}>
              <Text size="sm" fw={550} truncate>
                {name === '' ? address : name}
              </Text>
              {name !== '' && (
                <Text size="xs" c="dimmed" truncate>
                  {address}
                </Text>
              )}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
