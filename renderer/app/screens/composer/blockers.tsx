// What keeps the reply from being sent: open fields, each a way to its place, and recipients.
import { Group, Text } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import type { FactRow } from '../../../database/rows.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { useFieldName } from '../replies/use-field-names.ts';
import { FieldPrompt } from './field-prompt.tsx';
import type { FieldPlace } from './fields.ts';

export interface BlockersProps {
  fields: readonly FieldPlace[];
  problem: 'nobody' | 'bad-address' | null;
  facts: readonly FactRow[];
  /** Of the reply: in it days and numbers are written. */
  language: Language;
  onGo: (place: FieldPlace) => void;
  /** Puts words in every place of a field. */
  onFill: (name: string, words: string) => void;
}

const problemText = { nobody: 'composer.nobody', 'bad-address': 'composer.badAddress' } as const;

export function Blockers({ fields, problem, facts, language, onGo, onFill }: BlockersProps) {
  const text = useText();
  const nameOf = useFieldName(facts);
  const firsts = fields.filter(({ name }, index) => fields.findIndex((place) => place.name === name) === index);
  if (fields.length === 0 && problem === null) return null;
  return (
    <Group gap={6} className={classes['blockers'] ?? ''} role="status">
      {problem !== null && <Text size="xs">{text(problemText[problem])}</Text>}
      {fields.length > 0 && <Text size="xs">{text('composer.openFields', { count: fields.length })}</Text>}
      {firsts.map((place) => (
        <FieldPrompt
          key={place.name}
          name={place.name}
          label={nameOf(place.name)}
          language={language}
          onFill={onFill}
          onGo={() => {
            onGo(place);
          }}
        />
      ))}
    </Group>
  );
}
