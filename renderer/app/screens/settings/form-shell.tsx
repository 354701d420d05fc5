// The shell of a form over a part of the settings: its fields, and below them the buttons that keep what was changed, or give it up.
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import type { SettingsForm } from './use-settings-form.ts';

export interface FormShellProps {
  form: Pick<SettingsForm<never>, 'isChanged' | 'save' | 'discard'>;
  /** Something in it is to be filled in or mended first. */
  isIncomplete?: boolean;
  /** Stands at the other end of the line with the buttons. */
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
        <DialogFoot justify="space-between">
          {beside}
          <Group gap="xs" ml="auto">
            <Button variant="default" disabled={!form.isChanged} onClick={form.discard}>
              {text('dialog.discard')}
            </Button>
            <Button type="submit" disabled={!form.isChanged || isIncomplete}>
              {text('dialog.save')}
            </Button>
          </Group>
        </DialogFoot>
      </Stack>
    </form>
  );
}
