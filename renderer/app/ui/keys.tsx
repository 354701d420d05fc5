// The caps of a shortcut.
import { Kbd } from '@mantine/core';
import classes from './keys.module.css';

export function Keys(props: { caps: readonly string[] }) {
  return (
    <span className={classes['keys']}>
      {props.caps.map((cap, index) => (
        <Kbd size="xs" key={index}>
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
