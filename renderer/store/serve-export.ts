// Answers the transfer process: what an export holds, slice by slice. Only reads, so it stands in nobody's way.
import { exportSource } from '../../shared/contract/export-source.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { serve, type Handlers, type Port } from '../../shared/rpc.ts';
import { fetchAttachment } from './commands/files.ts';
import { groupOf } from './erase/erase-person.ts';
import { knownMessages } from './export/known-messages.ts';
import { planExport } from './export/plan-export.ts';
import { readChunks, readCustomers } from './export/read-chunks.ts';
import { readRecords } from './records/every-record.ts';
import type { SearchDesk } from './search/search-desk.ts';
import type { Store } from './store.ts';
import type { Progress } from './work/progress.ts';
import { storageError } from './work/storage-error.ts';

/** Replies carry their bytes. */
const recordsAtOnce = 200;

/** Serves export-source on `port`. `opening` resolves once the store is open. */
export function serveExport(
  port: Port,
  opening: () => Promise<{ store: Store; search: SearchDesk }>,
  onError: (method: string, error: ErrorData) => void,
  { isAtWork }: Progress,
): void {
  const handlers: Handlers<typeof exportSource> = {
    plan: async ({ selection, withAllCustomers }) => {
      const { store, search } = await opening();
      return reading(async () => {
        const plan = await planExport(store.database, search, selection, (id) => groupOf(store, id));
        return withAllCustomers
          ? { ...plan, customerIds: await store.database.customers.toCollection().primaryKeys() }
          : plan;
      });
    },
    read: async (input) => {
      const { store } = await opening();
      return reading(() => readChunks(store.database, input));
    },
    readCustomers: async ({ customerIds }) => {
      const { store } = await opening();
      return reading(() => readCustomers(store.database, customerIds));
    },
    readRecords: async ({ place }) => {
      const { store } = await opening();
      return reading(() => readRecords(store.database, place, recordsAtOnce, store.deps.now()));
    },
    knownMessages: async ({ rfcMessageIds }) => {
      const { store } = await opening();
      return reading(() => knownMessages(store.database, rfcMessageIds));
    },
    fetchFile: async (which) => {
      const { fileId, sizeBytes } = await fetchAttachment((await opening()).store, which);
      return { fileId, sizeBytes };
    },
  };
  serve(port, exportSource, handlers, onError, { isAtWork });
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw storageError(thrown);
  }
}
