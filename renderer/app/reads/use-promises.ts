// Promises that the shop has made, live.
import type { PromiseRow } from '../../database/rows.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface NamedPromise extends PromiseRow {
  customerName: string;
}

/** Open promises by when they are due; undefined until they were read. */
export function useOpenPromises(): readonly NamedPromise[] | undefined {
  return useLive('promises/open', async () => named(await database().promises.orderBy('openDueAt').toArray()));
}

/** Settled promises, newest first, at most `limit`. */
export function useSettledPromises(limit: number): readonly NamedPromise[] | undefined {
  return useLive(`promises/settled/${limit}`, async () => {
    const rows = await database()
      .promises.filter((row) => row.state !== 'open')
      .toArray();
    return named(rows.sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0)).slice(0, limit));
  });
}

async function named(rows: PromiseRow[]): Promise<NamedPromise[]> {
  const ids = rows.map((row) => row.customerId).filter((id) => id !== null) satisfies CustomerId[];
  const customers = new Map((await database().customers.bulkGet(ids)).map((row) => [row?.id, row]));
  return rows.map((row) => {
    const customer = row.customerId === null ? undefined : customers.get(row.customerId);
    const name = customer?.profile?.name ?? customer?.name ?? '';
    return {
      ...row,
      customerName: name === '' && row.customerId !== null ? row.customerId.replace(/^[^:]*:/, '') : name,
    };
  });
}
