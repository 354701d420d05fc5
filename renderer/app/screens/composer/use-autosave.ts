// Saves what is typed within a moment, and at once when the composer goes away.
import { useEffect, useMemo } from 'react';

/** At most this much typing can be lost to a power cut (the promise is 2 s). */
const saveAfterMs = 400;

export interface Autosave {
  /** The latest content; saved after a pause of the timer, not of the typing. */
  note(): void;
  /** Nothing is to be saved any more (it was discarded). */
  drop(): void;
  /** Saves what is waiting; settled when it is on disk, and with it all that was being saved. */
  flush: () => Promise<void>;
}

/** @param save writes the present content; called one at a time */
export function useAutosave(save: () => Promise<unknown>): Autosave {
  const autosave = useMemo(() => createAutosave(), []);
  autosave.save = save;
  useEffect(() => {
    const flush = () => void autosave.flush();
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [autosave]);
  return autosave;
}

function createAutosave() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const autosave = {
    save: (): Promise<unknown> => Promise.resolve(),
    note() {
      timer ??= setTimeout(() => void autosave.flush(), saveAfterMs);
    },
    drop() {
      clearTimeout(timer);
      timer = undefined;
    },
    async flush() {
      if (timer !== undefined) {
        autosave.drop();
        running = running.then(() => autosave.save());
      }
      await running;
    },
  };
  return autosave;
}
