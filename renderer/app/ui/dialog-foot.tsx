// The buttons that end a dialog: they stay in sight where the dialog is longer than the window.
import { Group, type GroupProps } from '@mantine/core';
import classes from './dialog-foot.module.css';

export function DialogFoot({ justify = 'flex-end', children }: Pick<GroupProps, 'justify' | 'children'>) {
  return (
    <Group justify={justify} className={classes['foot'] ?? ''}>
      {children}
    </Group>
  );
}
