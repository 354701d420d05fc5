// Stars of a review, full and empty.
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import IconStarFilled from '@tabler/icons-react/dist/esm/icons/IconStarFilled.mjs';
import classes from './stars.module.css';

const places = [1, 2, 3, 4, 5] as const;

/** `label` is what is read out, such as "4 stars of 5". */
export function Stars({ rating, label, sizePx = 14 }: { rating: number; label: string; sizePx?: number }) {
  return (
    <span className={classes['stars']} role="img" aria-label={label} title={label}>
      {places.map((place) =>
        place <= rating ? (
          <IconStarFilled key={place} size={sizePx} />
        ) : (
          <IconStar key={place} size={sizePx} stroke={1.6} />
        ),
      )}
    </span>
  );
}
