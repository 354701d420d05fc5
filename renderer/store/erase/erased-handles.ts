// Whose older mail must not come back: handles known by their hashes only.
import type { Batch, Item } from '../../../shared/model/item.ts';
import type { Erasure } from '../../../shared/model/erasure.ts';
import type { Channel } from '../../../shared/model/ids.ts';
import { correspondentOf, handleOf } from '../../../shared/mail/correspondent.ts';
import type { Database } from '../../database/schema.ts';

export class ErasedHandles {
  /** One for all erasures of a shop, so that a handle is hashed once. */
  salt = '';
  /** Hash → everything up to this instant was erased. */
  readonly #until = new Map<string, number>();
  readonly #hashes = new Map<string, string>();

  static async read(database: Database): Promise<ErasedHandles> {
    const handles = new ErasedHandles();
    for (const row of await database.erasures.toArray()) handles.add(row);
    return handles;
  }

  add({ salt, handleHashes, erasedAt }: Erasure): void {
    if (handleHashes.length === 0) return;
    this.salt = salt;
    for (const hash of handleHashes) this.#until.set(hash, Math.max(erasedAt, this.#until.get(hash) ?? 0));
  }

  get isEmpty(): boolean {
    return this.#until.size === 0;
  }

  /** Whether what is of `at` belongs to a person whose data up to a later instant were erased. */
  async covers(handle: string, at: number): Promise<boolean> {
    const until = this.#until.get(await this.hashOf(handle));
    return until !== undefined && at <= until;
  }

  /** SHA-256 over salt and handle, in hexadecimal. */
  async hashOf(handle: string): Promise<string> {
    let hash = this.#hashes.get(handle);
    if (hash === undefined) {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${this.salt}\n${handle}`));
      hash = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      this.#hashes.set(handle, hash);
    }
    return hash;
  }

  /** The items of a batch without those of erased persons. */
  async allowed({ items, channel }: Batch): Promise<Item[]> {
    if (this.isEmpty) return items;
    const kept: Item[] = [];
    for (const item of items) if (!(await this.#isErased(item, channel ?? 'email'))) kept.push(item);
    return kept;
  }

  async #isErased(item: Item, channel: Channel): Promise<boolean> {
    switch (item.kind) {
      case 'message': {
        const handle = handleOf(item.message.channel ?? channel, correspondentOf(item.message));
        return handle !== null && this.covers(handle, item.message.receivedAt);
      }
      case 'order':
        return this.covers(item.order.handle.toLowerCase(), item.order.placedAt);
      case 'customer':
        return this.covers(item.customer.handle.toLowerCase(), item.customer.since ?? 0);
      default:
        return false;
    }
  }
}
