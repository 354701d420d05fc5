// The shop's card: the one place that replies, signatures and notices take its data from.
import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { ShopCard } from '../../../../shared/model/shop.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { FormShell } from './form-shell.tsx';
import { useSettingsForm } from './use-settings-form.ts';

type LineKey = 'website' | 'phone' | 'legalName' | 'taxOffice' | 'taxNumber' | 'bankAccount';
const lines: readonly { key: LineKey; label: TextId; maxLength: number; type?: string }[] = [
  { key: 'website', label: 'settings.shop.website', maxLength: 300 },
  { key: 'phone', label: 'settings.shop.phone', maxLength: 60, type: 'tel' },
];
const invoiceLines: readonly { key: LineKey; label: TextId; maxLength: number }[] = [
  { key: 'legalName', label: 'shop.legalName', maxLength: 300 },
  { key: 'taxOffice', label: 'shop.taxOffice', maxLength: 200 },
  { key: 'taxNumber', label: 'shop.taxNumber', maxLength: 60 },
  { key: 'bankAccount', label: 'shop.bankAccount', maxLength: 60 },
];

export function ShopCardForm() {
  const text = useText();
  const form = useSettingsForm('shop');
  const { value: shop, set } = form;
  const change = (part: Partial<ShopCard>): void => {
    set({ ...shop, ...part });
  };
  const line = ({ key, label, maxLength, type }: (typeof lines)[number]) => (
    <TextInput
      key={key}
      label={text(label)}
      maxLength={maxLength}
      spellCheck={false}
      type={type ?? 'text'}
      value={shop[key]}
      onChange={(event) => {
        change({ [key]: event.currentTarget.value });
      }}
    />
  );
  return (
    <FormShell form={form}>
      <Text size="xs" c="dimmed">
        {text('settings.shop.hint')}
      </Text>
      <TextInput
        label={text('settings.shop.name')}
        maxLength={200}
        value={shop.name}
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
      />
      <SimpleGrid cols={2} spacing="sm">
        {lines.map(line)}
        <Textarea
          label={text('shop.address')}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={5}
          value={shop.address}
          onChange={(event) => {
            change({ address: event.currentTarget.value });
          }}
        />
        <Textarea
          label={text('shop.returnAddress')}
          placeholder={text('shop.returnAddress.same')}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={5}
          value={shop.returnAddress}
          onChange={(event) => {
            change({ returnAddress: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <Text component="legend" size="sm" fw={500} mb={4}>
          {text('shop.range')}
        </Text>
        <SimpleGrid cols={3} spacing="sm">
          {(['en', 'tr', 'el'] as const).map((language) => (
            <TextInput
              key={language}
              aria-label={text('shop.rangeIn', { language: text(`language.${language}`) })}
              placeholder={text(`language.${language}`)}
              lang={language}
              maxLength={300}
              value={shop.range[language]}
              onChange={(event) => {
                change({ range: { ...shop.range, [language]: event.currentTarget.value } });
              }}
            />
          ))}
        </SimpleGrid>
      </fieldset>
      <Text size="sm" fw={600} mt={6}>
        {text('shop.invoice')}
      </Text>
      <SimpleGrid cols={2} spacing="sm">
        {invoiceLines.map(line)}
      </SimpleGrid>
    </FormShell>
  );
}
