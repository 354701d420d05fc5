// Whose data must not come back: persons, and what was theirs, known by salted hashes only.
import { correspondentOf, handleOf } from '../mail/correspondent.ts';
import type { Erasure } from '../model/erasure.ts';
import type { Channel } from '../model/ids.ts';
import type { Batch, Item } from '../model/item.ts';
import type { JournalRecord } from '../model/journal.ts';

/** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
export type Digest = (text: string) => string | Promise<string>;

export class ErasedPeople {
  readonly #digest: Digest;
  /** Of each salt: hash → everything up to this instant was erased. Shops that became one have several salts. */
  readonly #salts = new Map<string, Map<string, number>>();
  readonly #hashes = new Map<string, string>();

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  add({ salt, handleHashes, thingHashes = [], erasedAt }: Erasure): void {
    if (handleHashes.length === 0) return;
    const until = this.#salts.get(salt) ?? new Map<string, number>();
    this.#salts.set(salt, until);
    for (const hash of [...handleHashes, ...thingHashes]) until.set(hash, Math.max(erasedAt, until.get(hash) ?? 0));
  }

  get isEmpty(): boolean {
    return this.#salts.size === 0;
  }

  /** For the next erasure: the shop's own, so that a name is hashed once; undefined before the first. */
  get salt(): string | undefined {
    return [...this.#salts.keys()].at(-1);
  }

  /** Over salt and name: a handle, or the id of a conversation, message, reply or file. */
  async hashOf(salt: string, name: string): Promise<string> {
    const text = `${salt}\n${name}`;
    const hash = this.#hashes.get(text) ?? (await this.#digest(text));
    this.#hashes.set(text, hash);
    return hash;
  }

  /** Whether what is of `at` belongs to a person, or a thing of theirs, whose data up to a later instant were erased. */
  async covers(name: string, at: number): Promise<boolean> {
    for (const [salt, hashes] of this.#salts) {
      const until = hashes.get(await this.hashOf(salt, name));
      if (until !== undefined && at <= until) return true;
    }
    return false;
  }

  /** The items of a batch without those of erased persons. */
  async allowed({ items, channel }: Batch): Promise<Item[]> {
    if (this.isEmpty) return items;
    const kept: Item[] = [];
    for (const item of items) if (!(await this.coversItem(item, channel ?? 'email'))) kept.push(item);
    return kept;
  }

  async coversItem(item: Item, channel: Channel): Promise<boolean> {
    const owner = ownerOf(item, channel);
    return owner !== null && this.covers(owner.handle, owner.at);
  }

  /** Whether a record of an older journal is about an erased person. */
  async coversRecord(record: JournalRecord): Promise<boolean> {
    for (const name of namesIn(record)) if (await this.covers(name, record.at)) return true;
    return false;
  }
}

/** Whose data an item holds, and of when they are; null: nobody's, or those of whoever its thread belongs to. */
export function ownerOf(item: Item, channel: Channel): { handle: string; at: number } | null {
  switch (item.kind) {
    case 'message': {
      const handle = handleOf(item.message.channel ?? channel, correspondentOf(item.message));
      return handle === null ? null : { handle, at: item.message.receivedAt };
    }
    case 'order':
      return { handle: item.order.handle.toLowerCase(), at: item.order.placedAt };
    case 'customer':
      return { handle: item.customer.handle.toLowerCase(), at: item.customer.since ?? 0 };
    case 'customer-note':
      return { handle: item.note.handle.toLowerCase(), at: item.note.createdAt };
    case 'promise':
      return item.promise.handle === null
        ? null
        : { handle: item.promise.handle.toLowerCase(), at: item.promise.madeAt };
    case 'touchpoint':
      return item.touchpoint.handle === null
        ? null
        : { handle: item.touchpoint.handle.toLowerCase(), at: item.touchpoint.at };
    default:
      return null;
  }
}

/** The handles and things that a record is about. Its key may be such a name too, also where the rest was removed. */
function namesIn(record: JournalRecord): Set<string> {
  const names = [record.key, ...namesInData(record)].filter((name) => name !== null);
  return new Set([...names, ...names.map((name) => name.toLowerCase())]);
}

function namesInData({ kind, data }: JournalRecord): readonly (string | null)[] {
  if (data === null) return [];
  switch (kind) {
    case 'draft':
    case 'conversation':
    case 'note':
    case 'outbox':
      return [data.conversationId, data.anchor];
    case 'promise':
      return [data.handle, data.conversationId, data.anchor];
    case 'customer':
    case 'customer-note':
    case 'touchpoint':
      return [data.handle];
    case 'customer-merge':
      return [data.handle, data.into];
    case 'customer-distinct':
      return data.handles;
    case 'shop-order':
      return [data.order.handle];
    case 'seen':
      return [data.messageId];
    case 'canned-reply':
    case 'erasure':
    case 'fact':
    case 'outbox-frozen': // its key is the reply's id
      return [];
  }
}
