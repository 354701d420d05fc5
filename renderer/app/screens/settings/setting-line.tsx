// One setting: what it is on the left, its control on the right.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './settings.module.css';

export function SettingLine(props: { id: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes['line']}>
      <div className={classes['lineWords']}>
        <Text size="sm" fw={550} component="label" htmlFor={props.id}>
          {props.title}
        </Text>
        {props.hint !== undefined && (
          <Text size="xs" c="dimmed" id={`${props.id}-hint`}>
            {props.hint}
          </Text>
        )}
      </div>
      <div className={classes['control']}>{props.children}</div>
    </div>
  );
}
