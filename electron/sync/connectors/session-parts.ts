// What the sessions of most marketplaces have in common: memory shared by both sessions of an account, and the parts that do nothing.
import { AppError } from '../../../shared/errors.ts';
import type { ConnectorDeps, Session } from './connector.ts';

/** What both sessions of an account share (they are given the same `deps`): rates, tokens. Made at the first asking. */
export function sharedBySessions<T, Deps extends object = ConnectorDeps>(make: () => T): (deps: Deps) => T {
  const known = new WeakMap<Deps, { value: T }>();
  return (deps) => {
    const entry = known.get(deps) ?? { value: make() };
    known.set(deps, entry);
    return entry.value;
  };
}

/** For marketplaces that hold the only copy of a reply, know no read mark, give out no files and keep no line open. */
export const restOfSession: Pick<Session, 'file' | 'tellSeen' | 'fetchAttachment' | 'close'> = {
  file: () => Promise.resolve({ kind: 'filed' }),
  tellSeen: () => Promise.resolve(),
  fetchAttachment: () => Promise.reject(new AppError('unsupported', 'This channel gives out no files')),
  close: () => Promise.resolve(),
};
