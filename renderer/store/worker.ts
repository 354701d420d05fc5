// Entry of the store worker: takes its ports from the page, opens the store once the journal is there, and serves page and sync.
import { journalApi } from '../../shared/contract/journal-api.ts';
import { syncApi } from '../../shared/contract/sync-api.ts';
import type { StoreNews } from '../../shared/contract/store-news.ts';
import { connect } from '../../shared/rpc.ts';
import { sweepMemory, sweepMessage } from '../../shared/sweep-memory.ts';
import { runStore } from './run-store.ts';
import type { StoreDeps } from './store-deps.ts';

declare const self: DedicatedWorkerGlobalScope;

const tell = (news: StoreNews): void => {
  self.postMessage(news);
};

/** The one place where the store meets the real clock, chance, timers and its log: all handed down from here. */
const deps: StoreDeps = {
  // eslint-disable-next-line no-restricted-properties -- the injected clock itself
  now: () => Date.now(),
  randomId: () => crypto.randomUUID().replaceAll('-', ''),
  schedule: (callback, delayMs) => {
    // eslint-disable-next-line no-restricted-globals -- the injected timer itself
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  log: (level, message) => tell({ kind: 'log', level, message: message.slice(0, 4000) }),
  showCarrying: (carrying) => tell({ kind: 'carrying', carrying }),
};

const running = runStore(deps);

self.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null) return;
  if ('kind' in data && data.kind === sweepMessage.kind) sweepMemory();
  if (!('doors' in data) || !Array.isArray(data.doors)) return;
  for (const [index, door] of (data.doors as unknown[]).entries()) {
    const port = ports[index];
    if (!port) continue;
    switch (door) {
      case 'journal-api':
        running.useJournal(connect(port, journalApi));
        break;
      case 'store-commands':
        running.servePage(port);
        break;
      case 'store-api':
        running.serveSync(port);
        break;
      case 'export-source':
        running.serveExport(port);
        break;
      case 'sync-api':
        running.useSync(connect(port, syncApi));
        break;
      default:
        deps.log('warn', `A port for an unknown door was handed to the store: ${String(door)}`);
    }
  }
};
