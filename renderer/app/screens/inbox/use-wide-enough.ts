// Whether the window has room for the customer's panel beside the conversation.
import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 1280px)');

export function useWideEnough(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => {
        query.removeEventListener('change', listener);
      };
    },
    () => query.matches,
  );
}
