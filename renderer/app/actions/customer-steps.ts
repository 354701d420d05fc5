// What a person writes about customers: each step can be taken back.
import type { Promised } from '../../../shared/model/customer-data.ts';
import type { CustomerEntry } from '../../../shared/model/journal.ts';
import type { PromiseRow } from '../../database/rows.ts';
import type { Desk } from '../state/desk.ts';
import type { TextId } from '../text/texts.ts';
import { noticeError, noticeUndo } from './notices.tsx';

/** Writes the entries and offers to take them back; false when it was refused, which is shown. */
export async function putCustomerData(desk: Desk, entries: CustomerEntry[], done: TextId, count = 1): Promise<boolean> {
  try {
    const before = await desk.store.putCustomerData({ entries });
    noticeUndo(desk, done, count, async () => {
      await desk.store.putCustomerData({ entries: before });
    });
    return true;
  } catch (thrown) {
    noticeError(thrown);
    return false;
  }
}

/** Says what became of a promise. */
export function settlePromise(desk: Desk, row: PromiseRow, state: Promised['state']): Promise<boolean> {
  const data: Promised = { ...promiseOf(row), state, ...(state === 'open' ? {} : { settledAt: Date.now() }) };
  const done: TextId =
    state === 'kept' ? 'done.promiseKept' : state === 'dropped' ? 'done.promiseDropped' : 'done.promiseOpen';
  return putCustomerData(desk, [{ kind: 'promise', key: row.id, data }], done);
}

/** The promise as it was made: nothing of what the row, or a list of rows, knows beside it. */
function promiseOf({ id, handle, conversationId, anchor, text, dueAt, madeAt, author, state }: PromiseRow): Promised {
  return { id, handle, conversationId, anchor, text, dueAt, madeAt, author, state };
}

/** Another time for an open promise. */
export function movePromise(desk: Desk, row: PromiseRow, dueAt: number): Promise<boolean> {
  return putCustomerData(
    desk,
    [{ kind: 'promise', key: row.id, data: { ...promiseOf(row), dueAt } }],
    'done.promiseMoved',
  );
}

/** The most that one step takes. */
const entriesPerStep = 2000;

/** Writes an import in steps; all of it is taken back by one undo. What a refused step leaves behind is taken back at once. */
export async function importEntries(desk: Desk, entries: readonly CustomerEntry[], count: number): Promise<boolean> {
  const steps: CustomerEntry[][] = [];
  const undo = async () => {
    for (const before of steps.toReversed()) await desk.store.putCustomerData({ entries: before });
  };
  try {
    for (let from = 0; from < entries.length; from += entriesPerStep) {
      steps.push(await desk.store.putCustomerData({ entries: entries.slice(from, from + entriesPerStep) }));
    }
  } catch (thrown) {
    noticeError(thrown);
    await undo().catch(noticeError);
    return false;
  }
  noticeUndo(desk, count === 0 ? 'done.importedNothing' : 'done.imported', count, undo);
  return true;
}
