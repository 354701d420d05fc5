// A reply that did not go its way: what happened in bold, then what is known, then what the person can do, unless it is only read.
import { Group, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { ReactNode } from 'react';
import classes from './conversation.module.css';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';

export function Trouble(props: { what: string; children?: ReactNode; actions: ReactNode }) {
  const { what, children, actions } = props;
  return (
    <div className={classes['trouble']} role="alert">
      <Group gap={6} wrap="nowrap">
        <IconAlertTriangle size={16} aria-hidden />
        <Text size="xs" fw={600}>
          {what}
        </Text>
      </Group>
      {children}
      <NotWhileReading>
        <Group gap={8} mt={6}>
          {actions}
        </Group>
      </NotWhileReading>
    </div>
  );
}
