// What keeps the reply from being sent: open fields, each a way to its place, and recipients.
import { Button, Group, Text } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import type { FieldPlace } from './fields.ts';

export interface BlockersProps {
  fields: readonly FieldPlace[];
  problem: 'nobody' | 'bad-address' | null;
  onGo: (place: FieldPlace) => void;
}

const problemText = { nobody: 'composer.nobody', 'bad-address': 'composer.badAddress' } as const;

export function Blockers({ fields, problem, onGo }: BlockersProps) {
  const text = useText();
  if (fields.length === 0 && problem === null) return null;
  return (
    <Group gap={6} className={classes['blockers'] ?? ''} role="status">
      {problem !== null && <Text size="xs">{text(problemText[problem])}</Text>}
      {fields.length > 0 && <Text size="xs">{text('composer.openFields', { count: fields.length })}</Text>}
      {fields.map((place) => (
        <Button
          key={place.from}
          size="compact-xs"
          variant="default"
          onClick={() => {
            onGo(place);
          }}
        >
          {place.name}
        </Button>
      ))}
    </Group>
  );
}
