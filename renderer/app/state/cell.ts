// A value that screens can watch: the page's own state is a handful of these.
import { useSyncExternalStore } from 'react';

export interface Cell<T> {
  get(): T;
  /** Replaces the value; watchers hear of it only when it is another one (`Object.is`). */
  set(value: T): void;
  update(change: (value: T) => T): void;
  watch(listener: () => void): () => void;
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const cell: Cell<T> = {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    update: (change) => {
      cell.set(change(value));
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return cell;
}

/** The cell's value, read anew whenever it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.watch, cell.get);
}

/** A part of the cell's value; `pick` must answer with the same value (`Object.is`) while that part is unchanged. */
export function useCellPart<T, P>(cell: Cell<T>, pick: (value: T) => P): P {
  return useSyncExternalStore(cell.watch, () => pick(cell.get()));
}
