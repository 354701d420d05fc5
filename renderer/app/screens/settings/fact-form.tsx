// One fact: its name in replies, its words in each language, and how long it can be relied on.
import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { foldText } from '../../../../shared/language/fold.ts';
import { factKeySchema, factSchema, type Fact, type FactKind } from '../../../../shared/model/fact.ts';
import { useText } from '../../text/use-text.ts';

const kinds: readonly FactKind[] = factSchema.shape.kind.options;
const greekLetters: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p',
  ρ: 'r', σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
}; // prettier-ignore

/** A name for templates made of the label: Latin small letters, digits and underscores. */
export function keyOfLabel(label: string): string {
  const latin = foldText(label).replace(/[α-ω]/g, (letter) => greekLetters[letter] ?? '');
  const key = latin.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '');
  return key.slice(0, 60);
}

export function FactForm(props: {
  fact: Fact;
  /** As it is kept; undefined: this is a new one. */
  stored: Fact | undefined;
  takenKeys: readonly string[];
  onChange: (fact: Fact) => void;
  onSave: (fact: Fact) => void;
  onCancel: () => void;
  onDelete: () => void;
}) {
  const text = useText();
  const { fact, stored, takenKeys, onChange } = props;
  const isNew = stored === undefined;
  const put = (part: Partial<Fact>): void => {
    onChange({ ...fact, ...part });
  };
  const isTaken = takenKeys.includes(fact.key);
  const isGood = factKeySchema.safeParse(fact.key).success && fact.label.trim() !== '' && !isTaken;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { validUntil, ...rest } = fact;
        const isReworded = JSON.stringify(fact.texts) !== JSON.stringify(stored?.texts);
        const checkedAt = isReworded ? Date.now() : fact.checkedAt;
        if (isGood)
          props.onSave({ ...rest, label: fact.label.trim(), checkedAt, ...(validUntil ? { validUntil } : {}) });
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            data-autofocus
            label={text('facts.label')}
            placeholder={text('facts.label.example')}
            maxLength={200}
            value={fact.label}
            onChange={(event) => {
              const label = event.currentTarget.value;
              put(isNew ? { label, key: keyOfLabel(label) } : { label });
            }}
          />
          <TextInput
            label={text('facts.key')}
            description={`{{fact.${fact.key}}}`}
            disabled={!isNew}
            maxLength={60}
            spellCheck={false}
            error={isTaken ? text('facts.key.taken') : undefined}
            value={fact.key}
            onChange={(event) => {
              put({ key: keyOfLabel(event.currentTarget.value) });
            }}
          />
        </Group>
        {(['en', 'tr', 'el'] as const).map((language) => (
          <Textarea
            key={language}
            label={text('facts.textIn', { language: text(`language.${language}`) })}
            lang={language}
            autosize
            maxRows={4}
            maxLength={2000}
            value={fact.texts[language] ?? ''}
            onChange={(event) => {
              const { [language]: _before, ...others } = fact.texts;
              const written = event.currentTarget.value;
              put({ texts: written === '' ? others : { ...others, [language]: written } });
            }}
          />
        ))}
        <Group grow align="flex-start">
          <Select
            label={text('facts.kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: text(`facts.kind.${kind}`) }))}
            value={fact.kind}
            onChange={(value) => {
              const kind = kinds.find((each) => each === value);
              if (kind) put({ kind });
            }}
          />
          <NumberInput
            label={text('facts.freshDays')}
            min={1}
            max={3650}
            allowDecimal={false}
            value={fact.freshDays}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) put({ freshDays: value });
            }}
          />
          <TextInput
            type="date"
            label={text('facts.validUntil')}
            value={fact.validUntil ?? ''}
            onChange={(event) => {
              const { validUntil: _before, ...rest } = fact;
              const day = event.currentTarget.value;
              onChange(day === '' ? rest : { ...rest, validUntil: day });
            }}
          />
        </Group>
        <Group justify="space-between">
          {isNew ? (
            <span />
          ) : (
            <Button variant="subtle" color="red" onClick={props.onDelete}>
              {text('facts.delete')}
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={props.onCancel}>
              {text('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!isGood}>
              {text('dialog.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
