// The part of a long list that is in memory.
import { describe, expect, it } from 'vitest';
import { chunkSize, isSameRow, RowWindow, type RowSource } from '../../../renderer/app/reads/row-window.ts';
import type { ConversationRow } from '../../../renderer/database/rows.ts';
import type { ErrorData } from '../../../shared/errors.ts';

function row(number: number, change: Partial<ConversationRow> = {}): ConversationRow {
  return { id: `c${String(number)}`, subject: `subject ${String(number)}`, tags: ['a'], ...change } as ConversationRow;
}

/** A list that the test changes at will. */
class Source implements RowSource {
  readonly open = new Map<number, (rows: readonly ConversationRow[]) => void>();
  tellCount: (count: number) => void = () => undefined;
  fail: (error: ErrorData) => void = () => undefined;
  isCounting = false;

  subscribeCount(onCount: (count: number) => void): () => void {
    this.isCounting = true;
    this.tellCount = onCount;
    return () => {
      this.isCounting = false;
    };
  }

  subscribeChunk(
    chunk: number,
    onRows: (rows: readonly ConversationRow[]) => void,
    onError: (error: ErrorData) => void,
  ): () => void {
    this.open.set(chunk, onRows);
    this.fail = onError;
    return () => this.open.delete(chunk);
  }

  /** Answers for a chunk as the store would. */
  answer(chunk: number, change: Partial<ConversationRow> = {}): void {
    const rows = Array.from({ length: chunkSize }, (_, index) => row(chunk * chunkSize + index, change));
    this.open.get(chunk)?.(rows);
  }
}

describe('RowWindow', () => {
  it('is live only while somebody watches', () => {
    const source = new Source();
    const window = new RowWindow(source);
    expect(source.isCounting).toBe(false);
    const first = window.watch(() => undefined);
    const second = window.watch(() => undefined);
    first();
    expect(source.isCounting).toBe(true);
    expect([...source.open.keys()]).toEqual([0]);
    second();
    expect(source.isCounting).toBe(false);
    expect(source.open.size).toBe(0);
  });

  it('opens again after it was left', () => {
    const source = new Source();
    const window = new RowWindow(source);
    window.watch(() => undefined)();
    window.watch(() => undefined);
    expect([...source.open.keys()]).toEqual([0]);
  });

  it('reads what is on the screen with a little around it, and lets go of what is far', () => {
    const source = new Source();
    const window = new RowWindow(source);
    window.watch(() => undefined);
    window.show(90, 99);
    expect([...source.open.keys()]).toEqual([0, 1]);
    window.show(50_000, 50_010);
    expect([...source.open.keys()].sort((a, b) => a - b)).toEqual([499, 500]);
  });

  it('keeps rows by their place in the list', () => {
    const source = new Source();
    const window = new RowWindow(source);
    window.watch(() => undefined);
    source.tellCount(1000);
    window.show(300, 310);
    source.answer(3);
    expect(window.get().total).toBe(1000);
    expect(window.get().rows.get(305)?.id).toBe('c305');
    expect(window.get().rows.get(5)).toBeUndefined();
  });

  it('keeps the identity of rows that did not change, wherever they moved', () => {
    const source = new Source();
    const window = new RowWindow(source);
    window.watch(() => undefined);
    source.answer(0);
    const before = window.get().rows.get(7);
    source.open.get(0)?.([row(1000), ...Array.from({ length: 20 }, (_, index) => row(index))]);
    expect(window.get().rows.get(8)).toBe(before);
    source.open.get(0)?.([row(7, { subject: 'new' })]);
    expect(window.get().rows.get(0)).not.toBe(before);
  });

  it('begins with the rows that are known already, and says nothing when the source has the same', () => {
    const source = new Source();
    const known = Array.from({ length: 150 }, (_, index) => row(index));
    const window = new RowWindow(source, known);
    expect(window.get().total).toBe(150);
    expect(window.get().rows.get(149)).toBe(known[149]);
    let changes = 0;
    window.watch(() => changes++);
    source.answer(0);
    expect(changes).toBe(0);
    source.open.get(0)?.([row(0, { subject: 'new' }), ...known.slice(1, 100)]);
    expect(changes).toBe(1);
    expect(window.get().rows.get(0)?.subject).toBe('new');
    expect(window.get().rows.get(1)).toBe(known[1]);
  });

  it('tells every change, and errors too', () => {
    const source = new Source();
    const window = new RowWindow(source);
    let changes = 0;
    window.watch(() => changes++);
    source.tellCount(3);
    source.answer(0);
    source.fail({ code: 'storage', message: 'no' });
    expect(changes).toBe(3);
    expect(window.get().error?.code).toBe('storage');
  });
});

describe('isSameRow', () => {
  it('compares values and tags', () => {
    expect(isSameRow(row(1), row(1))).toBe(true);
    expect(isSameRow(row(1), row(1, { tags: ['b'] }))).toBe(false);
    expect(isSameRow(row(1), row(1, { tags: ['a', 'b'] }))).toBe(false);
    expect(isSameRow(row(1), row(1, { hasDraft: true }))).toBe(false);
    expect(isSameRow(row(1, { snoozedUntil: 5 }), row(1))).toBe(false);
  });
});
