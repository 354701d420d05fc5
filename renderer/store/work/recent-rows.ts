// Rows as the batch before left them: of a history that comes newest first, the next batch needs many of them again.
import type { ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import type { ConversationRow, CounterRow, CustomerRow, ThreadIdRow } from '../../database/rows.ts';

/** Some 10 MB for all tables together. */
const mostRows = 4000;

/** Rows of one table; those that were written longest ago go first. */
export class RecentRows<Row, Key extends string> {
  private readonly rows = new Map<Key, Row>();

  get(key: Key): Row | undefined {
    return this.rows.get(key);
  }

  put(key: Key, row: Row): void {
    this.rows.delete(key);
    this.rows.set(key, row);
    if (this.rows.size <= mostRows) return;
    for (const oldest of this.rows.keys()) {
      this.rows.delete(oldest);
      return;
    }
  }

  delete(key: Key): void {
    this.rows.delete(key);
  }

  clear(): void {
    this.rows.clear();
  }
}

/** What the last batch of a first fetch knew. A look-up costs the browser's process and this one 45 µs; a mail had one. */
export class RecentWork {
  readonly conversations = new RecentRows<ConversationRow, ConversationId>();
  readonly counters = new RecentRows<CounterRow, string>();
  readonly customers = new RecentRows<CustomerRow, CustomerId>();
  readonly threadIds = new RecentRows<ThreadIdRow, string>();
  /** Of the mutation queue: when the last batch that was written had its turn. */
  private turn = -1;

  /** Before a batch reads: whatever else had a turn since the last one may have written any table. */
  begin(turn: number): void {
    if (this.turn !== turn - 1) this.clear();
    this.turn = -1;
  }

  /** The batch of this turn is written. */
  end(turn: number): void {
    this.turn = turn;
  }

  clear(): void {
    for (const rows of [this.conversations, this.counters, this.customers, this.threadIds]) rows.clear();
  }
}
