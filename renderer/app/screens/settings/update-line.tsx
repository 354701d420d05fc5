// What is known of newer versions, and the one step that can be taken now.
import { Button, Group, Progress, Text, Title } from '@mantine/core';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function UpdateLine() {
  const desk = useDesk();
  const text = useText();
  const updates = useCellPart(desk.app, (app) => app.updates);
  const sentence = (): string => {
    switch (updates.kind) {
      case 'current':
        return text('about.updates.current', { when: text.full(updates.checkedAt) });
      case 'available':
      case 'ready':
        return text(`about.updates.${updates.kind}`, { version: updates.version });
      case 'loading':
        return text('about.updates.loading', { version: updates.version, percent: updates.percent });
      case 'failed':
        return text('about.updates.failed', { reason: updates.reason });
      default:
        return text(`about.updates.${updates.kind}`);
    }
  };
  const step = (): { label: string; act: () => Promise<unknown> } | undefined => {
    if (updates.kind === 'available')
      return { label: text('about.updates.download'), act: () => desk.main.fetchUpdate({}) };
    if (updates.kind === 'ready')
      return { label: text('about.updates.restart'), act: () => desk.main.installUpdate({}) };
    if (['idle', 'current', 'failed'].includes(updates.kind))
      return { label: text('about.updates.check'), act: () => desk.main.checkForUpdates({}) };
    return undefined;
  };
  const next = step();
  return (
    <section aria-label={text('about.updates')}>
      <Title order={4} size={14} mt={24}>
        {text('about.updates')}
      </Title>
      <Group justify="space-between" mt={6} maw={440} wrap="nowrap">
        <Text size="sm" c="dimmed" role="status">
          {sentence()}
        </Text>
        {next && (
          <Button
            size="xs"
            variant="default"
            style={{ flexShrink: 0 }}
            onClick={() => {
              void attempt(next.act());
            }}
          >
            {next.label}
          </Button>
        )}
      </Group>
      {updates.kind === 'loading' && (
        <Progress value={updates.percent} mt={8} maw={440} aria-label={text('about.updates')} />
      )}
    </section>
  );
}
