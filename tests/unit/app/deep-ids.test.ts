// The order of a long list: read once, read again when the length has changed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeepIds } from '../../../renderer/app/reads/deep-ids.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counted() {
  const counter = { reads: 0 };
  const ids = new DeepIds(async () => [`c${String(++counter.reads)}` as ConversationId]);
  return { counter, ids };
}

describe('DeepIds', () => {
  it('reads once for many places', async () => {
    const { counter, ids } = counted();
    expect(await ids.ids()).toBe(await ids.ids());
    expect(counter.reads).toBe(1);
  });

  it('reads nothing while nobody asked, however the list changes', () => {
    const { counter, ids } = counted();
    for (let count = 0; count < 50; count++) ids.note(count);
    vi.runAllTimers();
    expect(counter.reads).toBe(0);
  });

  it('tells once after many changes of the length, and reads anew', async () => {
    const { counter, ids } = counted();
    let told = 0;
    ids.watch(() => told++);
    await ids.ids();
    ids.note(10);
    ids.note(10);
    vi.runAllTimers();
    expect(told).toBe(0);
    for (let count = 11; count < 50; count++) ids.note(count);
    vi.runAllTimers();
    expect(told).toBe(1);
    await ids.ids();
    expect(counter.reads).toBe(2);
  });

  it('forgets the order when nobody watches any more', async () => {
    const { counter, ids } = counted();
    const unwatch = ids.watch(() => undefined);
    await ids.ids();
    unwatch();
    await ids.ids();
    expect(counter.reads).toBe(2);
  });
});
