// The shell of a form over a part of the settings: its fields, and below them the button that keeps what was changed.
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import type { SettingsForm } from './use-settings-form.ts';

export interface FormShellProps {
  form: Pick<SettingsForm<never>, 'isChanged' | 'save'>;
  /** Something in it is to be filled in or mended first. */
  isIncomplete?: boolean;
  /** Stands at the other end of the line with the button. */
  beside?: ReactNode;
  children: ReactNode;
}

export function FormShell({ form, isIncomplete = false, beside, children }: FormShellProps) {
  const text = useText();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Stack gap="sm">
        {children}
        <Group justify="space-between">
          {beside}
          <Button type="submit" ml="auto" disabled={!form.isChanged || isIncomplete}>
            {text('dialog.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
