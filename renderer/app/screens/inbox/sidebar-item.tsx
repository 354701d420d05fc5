// One line of the sidebar.
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './sidebar.module.css';

export function SidebarItem(props: {
  icon: ReactNode;
  label: string;
  count?: string;
  /** Read out instead of the bare count. */
  countLabel?: string;
  isChosen?: boolean;
  onChoose: () => void;
}) {
  return (
    <UnstyledButton
      className={classes['item'] ?? ''}
      data-chosen={props.isChosen === true || undefined}
      title={props.label}
      aria-current={props.isChosen === true ? 'page' : undefined}
      onClick={props.onChoose}
    >
      <span className={classes['itemIcon']} aria-hidden="true">
        {props.icon}
      </span>
      <span className={classes['itemLabel']}>{props.label}</span>
      {props.count !== undefined && (
        <span className={classes['itemCount']} aria-label={props.countLabel}>
          {props.count}
        </span>
      )}
    </UnstyledButton>
  );
}
