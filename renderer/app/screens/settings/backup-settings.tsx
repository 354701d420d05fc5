// Moving house from the settings: everything into one file, and a shop out of one.
import { Button, Stack } from '@mantine/core';
import { runActionById } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { SettingLine } from './setting-line.tsx';
import { useWhyNotHere } from './use-why-not-here.ts';

export function BackupSettings() {
  const desk = useDesk();
  const text = useText();
  const whyNot = useWhyNotHere();
  return (
    <SettingLine id="set-backup" title={text('backup.title')} hint={text(whyNot ?? 'backup.hint')}>
      <Stack gap={6}>
        <Button
          id="set-backup"
          aria-label={text('action.backup')}
          aria-describedby="set-backup-hint"
          size="xs"
          variant="default"
          disabled={whyNot !== null}
          onClick={() => {
            runActionById(desk, 'backup');
          }}
        >
          {text('action.backup')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={whyNot !== null}
          onClick={() => {
            runActionById(desk, 'restore-backup');
          }}
        >
          {text('action.restoreBackup')}
        </Button>
      </Stack>
    </SettingLine>
  );
}
