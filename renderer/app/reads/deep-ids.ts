// The order of a long list, for places far from its top: an index can only be walked there, at some 20 µs a row.
import type { ConversationId } from '../../../shared/model/ids.ts';

/** Between two readings of the whole order: 100,000 ids take some 100 ms of the browser's process. */
const freshForMs = 2_000;

/** Read when the first far place is shown, and anew when the list's length has changed. */
export class DeepIds {
  readonly #read: () => Promise<ConversationId[]>;
  readonly #watchers = new Set<() => void>();
  #ids: Promise<ConversationId[]> | undefined;
  #count: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(read: () => Promise<ConversationId[]>) {
    this.#read = read;
  }

  /** The order as it was read last. */
  ids(): Promise<ConversationId[]> {
    this.#ids ??= this.#read();
    return this.#ids;
  }

  /** The list is this long now. */
  note(count: number): void {
    const isAnother = this.#count !== undefined && this.#count !== count;
    this.#count = count;
    if (!isAnother || this.#ids === undefined) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#ids = undefined;
      for (const watcher of [...this.#watchers]) watcher();
    }, freshForMs);
  }

  /** Tells when the order should be asked for again. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#ids = undefined;
    };
  }
}
