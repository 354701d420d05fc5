// Messages held during a piece of work: found by id or by conversation, written back in bulk by their number.
import { Dexie } from 'dexie';
import type { ConversationId, MessageId } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Body } from '../../database/bodies.ts';
import type { MessageRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { primaryKeysOf, rowsOf } from './raw-store.ts';
import { addBodies, changeBodies } from './write-bodies.ts';
import type { WrittenKeys } from './written-keys.ts';

type Written = Readonly<Record<'messages' | 'places', WrittenKeys>>;

export class MessageCache {
  private readonly byId = new Map<MessageId, MessageRow | undefined>();
  private readonly byPlace = new Map<string, MessageId | undefined>();
  private readonly wholeConversations = new Set<ConversationId>();
  private readonly dirty = new Map<number, MessageRow>();
  private readonly removed = new Set<number>();
  private readonly added = new Set<number>();
  private readonly newBodies = new Map<number, Body>();
  private readonly database: Pick<Database, 'messages' | 'bodies'>;

  private readonly written: Written | undefined;

  /** @param written spares looking for what cannot be there. To be given by whoever writes. */
  constructor(database: Pick<Database, 'messages' | 'bodies'>, written?: Written) {
    this.database = database;
    this.written = written;
  }

  async load(ids: Iterable<MessageId>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.byId.has(id));
    const missing = unknown.filter((id) => this.written?.messages.isAbsent(id) !== true);
    for (const id of unknown) this.byId.set(id, undefined);
    if (missing.length === 0) return;
    const numbers = await primaryKeysOf(this.database.messages, 'id', missing);
    const present = numbers.filter((n) => n !== undefined);
    const rows = present.length === 0 ? [] : await this.database.messages.bulkGet(present);
    for (const row of rows) if (row) this.byId.set(row.id, row);
  }

  get(id: MessageId): MessageRow | undefined {
    const row = this.byId.get(id);
    if (row === undefined && !this.byId.has(id)) throw new AppError('bug', `Message ${id} was not loaded`);
    return row;
  }

  /** Reads whatever lies at these places. */
  async loadAt(places: Iterable<string>): Promise<void> {
    const unknown = [...new Set(places)].filter((place) => !this.byPlace.has(place));
    for (const place of unknown) this.byPlace.set(place, undefined);
    const missing = unknown.filter((place) => this.written?.places.isAbsent(place) !== true);
    this.adopt(await rowsOf(this.database.messages, 'places', missing));
    for (const row of this.byId.values()) if (row) this.place(row);
  }

  /** The message that lies there as it stands in this work. */
  at(place: string): MessageRow | undefined {
    if (!this.byPlace.has(place)) throw new AppError('bug', `What lies at ${place} was not loaded`);
    const id = this.byPlace.get(place);
    const row = id && this.byId.get(id);
    return row?.places.includes(place) ? row : undefined;
  }

  /** Every message, as it stands in this work, with a place that begins with `prefix` and `isMeant`. */
  async withPlaces(prefix: string, isMeant: (place: string) => boolean): Promise<MessageRow[]> {
    this.adopt(await this.database.messages.where('places').startsWith(prefix).distinct().toArray());
    const found: MessageRow[] = [];
    for (const row of this.byId.values()) if (row?.places.some(isMeant)) found.push(row);
    return found;
  }

  /** Every message of a conversation as it stands in this work, oldest first. */
  async ofConversation(conversationId: ConversationId): Promise<MessageRow[]> {
    if (!this.wholeConversations.has(conversationId)) {
      const rows = await this.database.messages
        .where('[conversationId+receivedAt]')
        .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
        .toArray();
      this.adopt(rows);
      this.wholeConversations.add(conversationId);
    }
    const found: MessageRow[] = [];
    for (const row of this.byId.values()) if (row?.conversationId === conversationId) found.push(row);
    return found.sort((a, b) => a.receivedAt - b.receivedAt || a.n - b.n);
  }

  /** A message that is not in the database yet, with its body. */
  add(row: MessageRow, body: Body): void {
    this.byId.set(row.id, row);
    this.place(row);
    this.dirty.set(row.n, row);
    this.added.add(row.n);
    this.newBodies.set(row.n, body);
  }

  /** Changes a message; it may come with another id than before. */
  put(row: MessageRow, previousId: MessageId = row.id): void {
    if (previousId !== row.id) this.byId.set(previousId, undefined);
    this.byId.set(row.id, row);
    this.place(row);
    this.dirty.set(row.n, row);
  }

  /** Puts another body in the place of the present one. */
  putBody(body: Body): void {
    this.newBodies.set(body.n, body);
  }

  remove(row: MessageRow): void {
    this.byId.set(row.id, undefined);
    this.dirty.delete(row.n);
    this.newBodies.delete(row.n);
    if (!this.added.delete(row.n)) this.removed.add(row.n);
  }

  removedCount(): number {
    return this.removed.size;
  }

  /** The messages whose text came or changed, and the numbers of those that went. */
  changedTexts(): { texts: { row: MessageRow; text: string }[]; removed: number[] } {
    const texts: { row: MessageRow; text: string }[] = [];
    for (const body of this.newBodies.values()) {
      const row = this.dirty.get(body.n);
      if (row) texts.push({ row, text: body.text });
    }
    return { texts, removed: [...this.removed] };
  }

  async flush(): Promise<void> {
    const { messages, bodies } = this.database;
    const numbers = [...this.removed];
    const [added, changed] = [[] as Body[], [] as Body[]];
    for (const body of this.newBodies.values()) (this.added.has(body.n) ? added : changed).push(body);
    for (const row of this.dirty.values()) {
      this.written?.messages.note(row.id);
      for (const place of row.places) this.written?.places.note(place);
    }
    await Promise.all([
      numbers.length > 0 ? messages.bulkDelete(numbers) : undefined,
      this.dirty.size > 0 ? messages.bulkPut([...this.dirty.values()]) : undefined,
      addBodies(bodies, added),
      changeBodies(bodies, changed, numbers),
    ]);
  }

  private place(row: MessageRow): void {
    for (const place of row.places) this.byPlace.set(place, row.id);
  }

  /** Takes rows that were read, except those that this work knows already. */
  private adopt(rows: readonly MessageRow[]): void {
    for (const row of rows) if (!this.removed.has(row.n) && !this.isKnown(row)) this.byId.set(row.id, row);
  }

  /** A row read anew may stand here already under another id. */
  private isKnown(row: MessageRow): boolean {
    return this.byId.get(row.id) !== undefined || this.dirty.has(row.n);
  }
}
