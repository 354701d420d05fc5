// The mark of a loyal customer: the same wherever it stands.
import IconHeartFilled from '@tabler/icons-react/dist/esm/icons/IconHeartFilled.mjs';
import classes from './loyal-mark.module.css';

/** `label` is read out, and shown when the mouse rests on it. */
export function LoyalMark(props: { label: string; sizePx?: number }) {
  return (
    <span className={classes['mark']} role="img" aria-label={props.label} title={props.label}>
      <IconHeartFilled size={props.sizePx ?? 13} aria-hidden />
    </span>
  );
}
