// A dot behind the name of a tab or section that holds changes which are not saved.
import { useText } from '../../text/use-text.ts';
import classes from './settings.module.css';

export function UnsavedMark() {
  const text = useText();
  return (
    <span
      className={classes['unsaved']}
      role="img"
      aria-label={text('settings.unsaved')}
      title={text('settings.unsaved')}
    />
  );
}
