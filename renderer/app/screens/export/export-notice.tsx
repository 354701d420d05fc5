// What a notice says of an export that has come to rest.
import { Button, Group, Text } from '@mantine/core';
import type { ExportJob } from '../../../../shared/model/export.ts';
import { errorText } from '../../text/error-text.ts';
import { useText } from '../../text/use-text.ts';

export function ExportNotice(props: { job: ExportJob; onShow: () => void; onRetry: () => void }) {
  const { job } = props;
  const text = useText();
  const isDone = job.phase === 'done';
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Text size="sm" fw={600}>
          {text(isDone ? 'export.done' : 'export.failed')}
        </Text>
        <Text size="sm">{isDone ? job.fileName : text(errorText(job.error?.code ?? 'bug').what)}</Text>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={isDone ? props.onShow : props.onRetry}>
        {text(isDone ? 'export.show' : 'export.retry')}
      </Button>
    </Group>
  );
}
