// How far a backup is, and a way to stop it.
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';

export function BackupProgress(props: { doing: TextId }) {
  const desk = useDesk();
  const text = useText();
  const [percent, setPercent] = useState(0);
  useEffect(
    () =>
      desk.bridge.onEvent((event) => {
        if (event.kind === 'backup') setPercent(event.percent);
      }),
    [desk],
  );
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {text(props.doing)}
      </Text>
      <Progress value={percent} aria-label={text(props.doing)} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void attempt(desk.main.refuseBackup({}))}>
          {text('dialog.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
