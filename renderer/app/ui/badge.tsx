// A small word on a tinted ground; every tone meets contrast AA in both schemes.
import type { ReactNode } from 'react';
import classes from './badge.module.css';

/** plain: a label · calm: for information · good · busy: under way · bad: somebody must look. */
export type BadgeTone = 'plain' | 'calm' | 'good' | 'busy' | 'bad';

export function Badge(props: { tone: BadgeTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes['badge']} data-tone={props.tone}>
      {props.icon}
      <span className={classes['words']}>{props.children}</span>
    </span>
  );
}
