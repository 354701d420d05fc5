// Whether an empty list is empty only because mail is still on its way to it.
import { totalOf, useCounters } from '../../reads/use-counters.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { View } from '../../state/view.ts';

/**
 * True while the first fetch of all runs or is about to, and nothing has been stored yet; and in the moment between the folder's
 * counter and its rows. False as soon as sync waits, asks a person or was given up: then there is something to say.
 */
export function useIsMailComing({ folder, channel, isUnreadOnly }: View): boolean {
  const desk = useDesk();
  const accounts = useCellPart(desk.app, (app) => app.accounts);
  const isGivenUp = useCellPart(desk.app, (app) => app.notices?.includes('sync-stopped') ?? false);
  const states = useSyncStates();
  const counters = useCounters();
  if (!states || !counters) return true;
  const stored = totalOf(counters);
  if (stored > 0) {
    const isWhole = channel === null && !isUnreadOnly;
    return isWhole && (folder === 'all' ? stored : counters.of(`folder/${folder}`)) > 0;
  }
  if (isGivenUp) return false;
  return accounts.some(({ id }) => {
    const phase = states.find((state) => state.accountId === id)?.phase;
    return phase === undefined || phase === 'connecting' || phase === 'fetching';
  });
}
