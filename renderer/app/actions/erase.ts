// Erasing: in the store, in main's files, in the settings; and the retention that runs by itself.
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { Erasure, RetentionRule } from '../../../shared/model/erasure.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Desk } from '../state/desk.ts';
import { noSelection } from '../state/selection.ts';
import { changeSettings } from './change-settings.ts';
import { attempt } from './notices.tsx';

const eraseTimeoutMs = 300_000;
/** After the start nothing is in a hurry; then once a day, for a window that stays open. */
const firstLookMs = 120_000;
const lookEveryMs = 24 * 3_600_000;

/** Erases a person in the store, then what main keeps of them. Rejects with AppError. */
export async function erasePerson(desk: Desk, customerId: CustomerId, addresses: readonly string[]): Promise<Erasure> {
  const { erasure, ...things } = await desk.store.erasePerson({ customerId }, { timeoutMs: eraseTimeoutMs });
  desk.selection.set(noSelection);
  await desk.main.forgetErased(things, { timeoutMs: eraseTimeoutMs });
  const { pictureSenders } = desk.app.get().settings;
  const kept = pictureSenders.filter((sender) => !addresses.includes(sender.toLowerCase()));
  if (kept.length < pictureSenders.length) await changeSettings(desk, { pictureSenders: kept });
  return erasure;
}

/** Writes the database anew, so that no byte of what was erased is left in its files. The window goes and another comes. Rejects with AppError. */
export async function rewriteDatabase(desk: Desk): Promise<void> {
  await desk.store.packRows({});
  await desk.main.rewriteStore({});
}

/** The rule as it stands today; null while retention is off. */
export function ruleOf({ closedMonths, keepTags }: Settings['retention'], now: number): RetentionRule | null {
  if (closedMonths === 0) return null;
  const before = new Date(now);
  before.setMonth(before.getMonth() - closedMonths);
  return { before: before.getTime(), keepTags };
}

/** Applies the shop's rule now; answers the line of the log, null when nothing was due. */
export async function applyRetention(desk: Desk): Promise<Erasure | null> {
  const rule = ruleOf(desk.app.get().settings.retention, Date.now());
  const done = rule === null ? null : await desk.store.applyRetention(rule, { timeoutMs: eraseTimeoutMs });
  if (!done) return null;
  const { erasure, ...things } = done;
  await desk.main.forgetErased({ ...things, handles: [] }, { timeoutMs: eraseTimeoutMs });
  return erasure;
}

/** Starts the daily look; answers how to stop it. */
export function watchRetention(desk: Desk): () => void {
  let timer = setTimeout(function look() {
    void attempt(applyRetention(desk));
    timer = setTimeout(look, lookEveryMs);
  }, firstLookMs);
  return () => {
    clearTimeout(timer);
  };
}
