// One language of a reply: title, when to use it, text with fields, and what could be better.
import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useCallback, useRef, useState } from 'react';
import type { FactRow } from '../../../database/rows.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Voice } from '../../../../shared/model/shop.ts';
import { useText } from '../../text/use-text.ts';
import { FieldMenu } from './field-menu.tsx';
import type { VariantDraft } from './group-draft.ts';
import classes from './replies.module.css';
import { TemplateEditor, type ChosenChip, type TemplateEditorHandle } from './template-editor.tsx';
import { toneOf, useFieldName } from './use-field-names.ts';
import { VariantHints } from './variant-hints.tsx';

export interface VariantColumnProps {
  language: Language;
  variant: VariantDraft | undefined;
  facts: readonly FactRow[];
  voice: Voice;
  now: number;
  onBegin: () => void;
  onChange: (change: Partial<VariantDraft>) => void;
  onRemove: () => void;
  onOpenFacts: () => void;
}

export function VariantColumn(props: VariantColumnProps) {
  const { language, variant, facts, voice, now, onBegin, onChange, onRemove, onOpenFacts } = props;
  const text = useText();
  const nameOf = useFieldName(facts);
  const tone = useCallback((name: string) => toneOf(name, facts, now), [facts, now]);
  const editor = useRef<TemplateEditorHandle>(null);
  const [chip, setChip] = useState<ChosenChip | null>(null);
  const languageName = text(`language.${language}`);
  if (!variant) {
    return (
      <section className={`${classes['variant'] ?? ''} ${classes['missing'] ?? ''}`} aria-label={languageName}>
        <Text size="sm" fw={600}>
          {languageName}
        </Text>
        <Text size="xs" c="dimmed">
          {text('replies.missing')}
        </Text>
        <Button size="xs" variant="light" leftSection={<IconPencilPlus size={15} />} onClick={onBegin}>
          {text('replies.writeIt')}
        </Button>
      </section>
    );
  }
  return (
    <section className={classes['variant']} aria-label={languageName}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} component="h3">
          {languageName}
        </Text>
        <Tooltip label={text('replies.removeLanguage', { language: languageName })}>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={text('replies.removeLanguage', { language: languageName })}
            onClick={onRemove}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <TextInput
        size="xs"
        label={text('replies.title')}
        maxLength={200}
        lang={language}
        value={variant.title}
        onChange={(event) => {
          onChange({ title: event.currentTarget.value });
        }}
      />
      <TextInput
        size="xs"
        label={text('replies.whenToUse')}
        maxLength={500}
        lang={language}
        value={variant.whenToUse}
        onChange={(event) => {
          onChange({ whenToUse: event.currentTarget.value });
        }}
      />
      <div>
        <Group gap={6} mb={6}>
          <FieldMenu facts={facts} nameOf={nameOf} onChoose={(name) => editor.current?.insertField(name)} />
        </Group>
        <TemplateEditor
          ref={editor}
          body={variant.body}
          label={text('replies.textIn', { language: languageName })}
          language={language}
          labelOf={nameOf}
          toneOf={tone}
          onChange={(body) => {
            onChange({ body });
          }}
          onChip={setChip}
        />
      </div>
      {chip && (
        <TextInput
          size="xs"
          label={text('replies.fallback', { field: nameOf(chip.name) })}
          description={text('replies.fallback.hint')}
          maxLength={200}
          value={chip.fallback ?? ''}
          onChange={(event) => {
            const written = event.currentTarget.value.replace(/[{}|]/g, '');
            const fallback = written === '' ? null : written;
            setChip({ ...chip, fallback });
            editor.current?.setFallback(fallback);
          }}
        />
      )}
      <VariantHints
        body={variant.body}
        language={language}
        facts={facts}
        voice={voice}
        now={now}
        nameOf={nameOf}
        onChange={(body) => {
          onChange({ body });
        }}
        onOpenFacts={onOpenFacts}
      />
    </section>
  );
}
