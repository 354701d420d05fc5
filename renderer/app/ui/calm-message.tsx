// A picture, a title and a sentence in the middle of an empty place, perhaps with something to do next.
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './calm-message.module.css';

export function CalmMessage(props: {
  icon: ReactNode;
  title: string;
  /** Of its heading. */
  level?: 1 | 3;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" justify="center" gap={6} className={classes['message'] ?? ''}>
      <span className={classes['icon']} aria-hidden="true">
        {props.icon}
      </span>
      <Title order={props.level ?? 3} size={15} ta="center">
        {props.title}
      </Title>
      <Text size="sm" c="dimmed" ta="center" maw={300} lh={1.5}>
        {props.children}
      </Text>
      {props.action}
    </Stack>
  );
}
