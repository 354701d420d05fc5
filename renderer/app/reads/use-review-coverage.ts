// How many reviews there are, how many have been answered and how many wait, live.
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Counted over all accounts and folders; undefined until it was read. */
export function useReviewCoverage(): { total: number; answered: number; open: number } | undefined {
  return useLive('review-coverage', async () => {
    const [total, answered, open] = await database().counters.bulkGet(['reviews', 'reviews/answered', 'reviews/open']);
    return { total: total?.value ?? 0, answered: answered?.value ?? 0, open: open?.value ?? 0 };
  });
}
