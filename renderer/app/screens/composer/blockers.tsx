// Open fields that keep the reply from being sent, each a way to its place.
import { Button, Group, Text } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import type { FieldPlace } from './fields.ts';

export interface BlockersProps {
  fields: readonly FieldPlace[];
  onGo: (place: FieldPlace) => void;
}

export function Blockers({ fields, onGo }: BlockersProps) {
  const text = useText();
  if (fields.length === 0) return null;
  return (
    <Group gap={6} className={classes['blockers'] ?? ''} role="status">
      <Text size="xs">{text('composer.openFields', { count: fields.length })}</Text>
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
