// The other end of the store's journal door, in memory: keeps to the contract, and can be told to refuse or to fall silent.
import { journalApi } from '../../shared/contract/journal-api.ts';
import type { AppError } from '../../shared/errors.ts';
import type { JournaledRecord, JournalRecord, Sentinel } from '../../shared/model/journal.ts';
import { connect, serve, type Client } from '../../shared/rpc.ts';

/** A journal that outlives the stores that are opened on it. */
export class MemoryJournal {
  records: JournaledRecord[] = [];
  sentinel: Sentinel | null = null;
  /** What is opened on it is there to be read. */
  isReadOnly = false;
  /** Thrown by the next appends while set. */
  refusal: AppError | null = null;
  /** Called after an append is on disk and before it is answered. */
  afterAppend: (records: JournalRecord[]) => Promise<void> | void = () => undefined;
  appendCount = 0;

  get lastSeq(): number {
    return this.records.at(-1)?.seq ?? 0;
  }

  /** Serves a fresh port of this journal. */
  port(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    serve(
      port1,
      journalApi,
      {
        append: async ({ records }) => {
          this.appendCount += 1;
          if (this.refusal) throw this.refusal;
          const first = this.lastSeq + 1;
          records.forEach((record, index) =>
            this.records.push({ seq: first + index, record: structuredClone(record) }),
          );
          const { lastSeq } = this;
          await this.afterAppend(records);
          return { lastSeq };
        },
        readAfter: async ({ seq, limit }) => {
          const rest = this.records.filter((record) => record.seq > seq);
          const records = rest.slice(0, limit);
          const isEnd = records.length === rest.length;
          return { records, isEnd, lastSeq: isEnd ? Math.max(this.lastSeq, seq) : (records.at(-1)?.seq ?? seq) };
        },
        compact: async () => {
          this.compact();
          return null;
        },
        isReadOnly: async () => this.isReadOnly,
        readSentinel: async () => this.sentinel,
        writeSentinel: async (sentinel) => {
          this.sentinel = sentinel;
          return null;
        },
      },
      () => undefined,
    );
    return port2;
  }

  client(): Client<typeof journalApi> {
    return connect(this.port(), journalApi);
  }

  /** Keeps the last record of each kind and key, as compaction on disk does; removals below the sentinel go altogether. */
  compact(): void {
    const latest = new Map(this.records.map((record) => [`${record.record.kind}|${record.record.key}`, record]));
    const settled = this.sentinel?.lastSeq ?? 0;
    this.records = [...latest.values()]
      .filter(({ seq, record }) => record.data !== null || seq > settled || seq === this.lastSeq)
      .sort((a, b) => a.seq - b.seq);
  }
}
