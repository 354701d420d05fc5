// One field of a marketplace's set-up form, as its manifest describes it.
import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { AccountField } from '../../../../shared/model/manifest.ts';
import { useText } from '../../text/use-text.ts';

export interface FieldInputProps {
  field: AccountField;
  value: string;
  /** A secret is kept already; left blank it stays. */
  isKept: boolean;
  isDisabled: boolean;
  isFirst: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
}

export function FieldInput(props: FieldInputProps) {
  const { field, value, isKept, isDisabled, isFirst, error, onChange } = props;
  const text = useText();
  const help = field.help?.[text.language];
  const common = {
    label: field.isRequired
      ? field.label[text.language]
      : text('setup.optional', { label: field.label[text.language] }),
    description: isKept ? [help, text('setup.keep')].filter(Boolean).join(' ') : help,
    disabled: isDisabled,
    error,
    ...(isFirst ? { 'data-autofocus': true, autoFocus: true } : {}),
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  };
  if (field.kind === 'choice') {
    return (
      <Select
        {...common}
        allowDeselect={false}
        value={value}
        data={(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[text.language] }))}
        onChange={(chosen) => {
          onChange(chosen ?? '');
        }}
      />
    );
  }
  if (field.kind === 'secret') {
    return (
      <PasswordInput
        {...common}
        autoComplete="off"
        value={value}
        visibilityToggleButtonProps={{ 'aria-label': text('setup.show') }}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <TextInput
      {...common}
      autoComplete="off"
      spellCheck={false}
      inputMode={field.kind === 'url' ? 'url' : 'text'}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
