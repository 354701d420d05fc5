// A round with somebody's initials, always in the same colour for the same person.
import classes from './initials-avatar.module.css';

const colours = 9;

function hash(text: string): number {
  let value = 7;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) >>> 0;
  return value;
}

/** First letters of the first and last word, without accents in Greek; `?` when there is no letter. */
export function initialsOf(name: string, isTurkish: boolean): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  const initials = `${first}${last}`.toLocaleUpperCase(isTurkish ? 'tr' : 'el');
  return initials === '' ? '?' : initials;
}

export function InitialsAvatar(props: { name: string; colourKey: string; isTurkish?: boolean; sizePx?: number }) {
  const { name, colourKey, isTurkish = false, sizePx = 36 } = props;
  return (
    <span
      aria-hidden="true"
      className={classes['avatar']}
      data-colour={hash(colourKey) % colours}
      style={{ width: sizePx, height: sizePx, fontSize: Math.round(sizePx * 0.37) }}
    >
      {initialsOf(name, isTurkish)}
    </span>
  );
}
