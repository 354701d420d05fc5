// Whether an empty list is empty only because mail is still on its way to it, or held up.
import { totalOf, useCounters } from '../../reads/use-counters.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { View } from '../../state/view.ts';

/**
 * `coming` while the first fetch of all runs or is about to, and nothing has been stored yet; and in the moment between the folder's
 * counter and its rows. `held` when it cannot begin: the network, the disk or a person is waited for. `no` when there is nothing to come.
 */
export function useMailComing({ folder, channel, isUnreadOnly }: View): 'coming' | 'held' | 'no' {
  const desk = useDesk();
  const accounts = useCellPart(desk.app, (app) => app.accounts);
  const isGivenUp = useCellPart(desk.app, (app) => app.notices?.includes('sync-stopped') ?? false);
  const states = useSyncStates();
  const counters = useCounters();
  if (!states || !counters) return 'coming';
  const stored = totalOf(counters);
  if (stored > 0) {
    const isWhole = channel === null && !isUnreadOnly;
    return isWhole && (folder === 'all' ? stored : counters.of(`folder/${folder}`)) > 0 ? 'coming' : 'no';
  }
  if (isGivenUp) return 'held';
  const phases = accounts.map(({ id }) => states.find(({ accountId }) => accountId === id)?.phase ?? 'connecting');
  if (phases.some((phase) => phase === 'connecting' || phase === 'fetching')) return 'coming';
  return phases.some((phase) => phase === 'waiting' || phase === 'asking') ? 'held' : 'no';
}
