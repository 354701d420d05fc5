// How many reviews there are and how many have been answered, live.
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Counted over all accounts and folders; undefined until it was read. */
export function useReviewCoverage(): { total: number; answered: number } | undefined {
  return useLive('review-coverage', async () => {
    const [total, answered] = await database().counters.bulkGet(['reviews', 'reviews/answered']);
    return { total: total?.value ?? 0, answered: answered?.value ?? 0 };
  });
}
