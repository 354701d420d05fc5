// The words inside a notice.
import { Button, Group, Text } from '@mantine/core';
import type { ErrorData } from '../../../shared/errors.ts';
import { errorText } from '../text/error-text.ts';
import type { TextId } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** What went wrong and what to do next; the server's own words where it said any that explain a refusal. */
export function ErrorNotice(props: { error: ErrorData }) {
  const text = useText();
  const { what, next } = errorText(props.error.code);
  return (
    <>
      <Text size="sm" fw={600}>
        {text(what)}
      </Text>
      <Text size="sm">{text(next)}</Text>
      {props.error.code === 'refused' && (
        <Text size="xs" c="dimmed" mt={4}>
          {text('error.serverSaid', { words: props.error.message })}
        </Text>
      )}
    </>
  );
}

export function UndoNotice(props: { text: TextId; count: number; onUndo: () => void }) {
  const text = useText();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{text(props.text, { count: props.count })}</Text>
      <Button size="compact-sm" variant="subtle" onClick={props.onUndo}>
        {text('action.undo')}
      </Button>
    </Group>
  );
}

export function PlainNotice({ text: id }: { text: TextId }) {
  return useText()(id);
}
