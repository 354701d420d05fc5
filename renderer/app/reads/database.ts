// The page's one view of the store, opened at the first read; writing through it is refused.
import { openForReading } from '../../database/open-for-reading.ts';

export type ReadDatabase = ReturnType<typeof openForReading>;

let opened: ReadDatabase | undefined;

export function database(): ReadDatabase {
  opened ??= openForReading();
  return opened;
}
