// Starts the store worker: a script of its own, run before the page's others are fetched (store-first in build.config.ts).

/** The worker, just started; its ports are not there yet. */
export const storeWorker = new Worker(new URL('../store/worker.ts', import.meta.url), {
  type: 'module',
  name: 'store',
});
