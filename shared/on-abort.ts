// Listening for the end of a signal that may have fired already.

/** Runs `stop` when `signal` fires; at once when it has fired before, which a listener alone would never hear. Answers what takes it off. */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return () => {
    signal.removeEventListener('abort', stop);
  };
}
