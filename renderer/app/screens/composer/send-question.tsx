// Asked once before sending: a sentence may hurt, or a file that is spoken of is not there.
import { Button, Group, Text } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

export type SendQuestionKind = 'coach' | 'attachment';

export interface SendQuestionProps {
  kind: SendQuestionKind;
  /** Sentences that may hurt. */
  count: number;
  onFix: () => void;
  onSend: () => void;
}

export function SendQuestion({ kind, count, onFix, onSend }: SendQuestionProps) {
  const text = useText();
  const isCoach = kind === 'coach';
  return (
    <Group gap={8} className={classes['blockers'] ?? ''} role="alert" justify="space-between">
      <Text size="xs" flex={1} miw={200}>
        {isCoach ? text('coach.ask', { count }) : text('attach.ask')}
      </Text>
      <Group gap={6}>
        <Button size="compact-xs" onClick={onFix} autoFocus>
          {text(isCoach ? 'coach.ask.show' : 'attach.ask.pick')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onSend}>
          {text('composer.sendAnyway')}
        </Button>
      </Group>
    </Group>
  );
}
