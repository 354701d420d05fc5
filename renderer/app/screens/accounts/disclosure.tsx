// A line that opens what is below it, for what few people need.
import { Collapse, UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useState, type ReactNode } from 'react';
import classes from './accounts.module.css';

export function Disclosure(props: { title: string; startsOpen?: boolean; children: ReactNode }) {
  const { title, startsOpen = false, children } = props;
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <div>
      <UnstyledButton
        className={classes['serversToggle'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <IconChevronDown size={15} data-open={isOpen || undefined} aria-hidden="true" />
        {title}
      </UnstyledButton>
      <Collapse expanded={isOpen}>{children}</Collapse>
    </div>
  );
}
