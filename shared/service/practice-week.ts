// The week's set of practice, and each person's best result of it.
import { stableHash } from '../mail/stable-hash.ts';
import type { PracticeResult } from '../model/practice.ts';
import { isoDate, mondayOf } from './zoned-time.ts';

/** Results of some years of a large shop; older ones go first. */
const mostResults = 500;

/** The Monday of the week in which `now` (epoch ms) lies in `zone`, as `2026-11-16`: the week's name. */
export const practiceWeek = (now: number, zone: string): string => isoDate(mondayOf(now, zone));

/** Numbers from 0 to below 1, the same ones for the same key. */
export function randomOf(key: string): () => number {
  let drawn = 0;
  return () => (parseInt(stableHash(`${key}/${String(drawn++)}`).slice(-8), 36) % 1e6) / 1e6;
}

/** `results` with one more: the best of its person and week stays, and nothing that is a year older. */
export function withResult(results: readonly PracticeResult[], added: PracticeResult): PracticeResult[] {
  const isSame = ({ agentId, week }: PracticeResult): boolean => agentId === added.agentId && week === added.week;
  const before = results.find(isSame);
  if (before && before.good >= added.good) return [...results];
  const oldest = `${String(Number(added.week.slice(0, 4)) - 1)}${added.week.slice(4)}`;
  return [...results.filter((result) => !isSame(result) && result.week >= oldest), added].slice(-mostResults);
}
