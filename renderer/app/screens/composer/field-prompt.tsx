// Asks for a field that could not be filled: a day, a time, a number or words, written wherever the reply names it.
import { Button, Popover, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fillTemplate } from '../../../../shared/language/fill-template.ts';
import { templateField, valueOfInput, type FieldType } from '../../../../shared/language/template-fields.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { useText } from '../../text/use-text.ts';
import { todayAt } from '../replies/use-field-names.ts';

const inputTypes: Record<FieldType, string> = {
  text: 'text',
  date: 'date',
  time: 'time',
  number: 'number',
  money: 'text',
  url: 'url',
};

export interface FieldPromptProps {
  name: string;
  /** As people read it. */
  label: string;
  language: Language;
  /** Puts the words in every place of the field. */
  onFill: (name: string, words: string) => void;
  /** To the field in the text. */
  onGo: () => void;
}

export function FieldPrompt({ name, label, language, onFill, onGo }: FieldPromptProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const fill = (): void => {
    if (typed.trim() === '') return;
    const { text: words } = fillTemplate(
      `{{${name}}}`,
      { [name]: valueOfInput(name, typed) },
      language,
      todayAt(Date.now()),
    );
    setOpen(false);
    onFill(name, words);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" withinPortal trapFocus shadow="md" width={260}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onGo();
            setOpen(true);
          }}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        p="xs"
        onKeyDown={(event) => {
          event.stopPropagation(); // keys of the composer rest meanwhile
          if (event.key === 'Enter') fill();
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        <TextInput
          size="xs"
          data-autofocus
          type={inputTypes[templateField(name)?.type ?? 'text']}
          label={text('composer.prompt.fill', { field: label })}
          lang={language}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {text('composer.prompt.everywhere')}
        </Text>
        <Button size="compact-xs" mt={6} disabled={typed.trim() === ''} onClick={fill}>
          {text('composer.prompt')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
