// The registry of commands, and moving through the list with them.
import { describe, expect, it } from 'vitest';
import { extendMarks, markTo, moveBy, nextAfter, shownIndex } from '../../../renderer/app/actions/move-in-list.ts';
import { actions } from '../../../renderer/app/actions/registry.ts';
import type { Bridge } from '../../../renderer/app/bridge.ts';
import { RowWindow } from '../../../renderer/app/reads/row-window.ts';
import { createDesk, type Desk } from '../../../renderer/app/state/desk.ts';
import { show } from '../../../renderer/app/state/selection.ts';
import en from '../../../renderer/app/text/en.json';
import type { ConversationRow } from '../../../renderer/database/rows.ts';
import type { AppState } from '../../../shared/contract/main-api.ts';
import { menuCommandSchema } from '../../../shared/contract/page-api.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';

describe('registry', () => {
  it('has no id and no key twice', () => {
    const ids = actions.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = actions.flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has exactly one command for each entry of the application menu', () => {
    for (const command of menuCommandSchema.options) {
      expect(actions.filter((action) => action.menu === command)).toHaveLength(1);
    }
  });

  it('has a title for every command', () => {
    for (const action of actions) expect(en).toHaveProperty([action.title]);
  });
});

const id = (number: number): ConversationId => `c${String(number)}` as ConversationId;

/** A desk over a list of `total` rows that are all in memory. */
function deskWithRows(total: number): Desk {
  const desk = createDesk({} as Bridge, {} as AppState);
  const window = new RowWindow({
    subscribeCount: (onCount) => {
      onCount(total);
      return () => undefined;
    },
    subscribeChunk: (_chunk, onRows) => {
      onRows(Array.from({ length: total }, (_, index) => ({ id: id(index) }) as ConversationRow));
      return () => undefined;
    },
  });
  window.watch(() => undefined);
  desk.rows.set(window);
  return desk;
}

describe('moving through the list', () => {
  it('begins at the top and stays inside', () => {
    const desk = deskWithRows(3);
    moveBy(desk, 1);
    expect(desk.selection.get().shownId).toBe('c0');
    moveBy(desk, -1);
    expect(desk.selection.get().shownId).toBe('c0');
    moveBy(desk, 10);
    expect(desk.selection.get()).toMatchObject({ shownId: 'c2', index: 2 });
  });

  it('does nothing in an empty list', () => {
    const desk = deskWithRows(0);
    moveBy(desk, 1);
    extendMarks(desk, 1);
    expect(desk.selection.get().shownId).toBeNull();
  });

  it('finds a conversation that has moved to another place', () => {
    const desk = deskWithRows(5);
    desk.selection.update((selection) => show(selection, id(3), 0));
    expect(shownIndex(desk)).toBe(3);
  });

  it('goes on from where a conversation stood that has left', () => {
    const desk = deskWithRows(5);
    desk.selection.update((selection) => show(selection, 'gone' as ConversationId, 2));
    moveBy(desk, 1);
    expect(desk.selection.get().shownId).toBe('c3');
  });

  it('marks from where the range began, back and forth', () => {
    const desk = deskWithRows(6);
    moveBy(desk, 1);
    moveBy(desk, 1);
    extendMarks(desk, 1);
    extendMarks(desk, 1);
    expect([...desk.selection.get().markedIds]).toEqual(['c1', 'c2', 'c3']);
    markTo(desk, 0);
    expect(desk.selection.get()).toMatchObject({ anchorIndex: 1, shownId: 'c0' });
  });

  it('shows the next one below when some leave, else the nearest above', () => {
    const desk = deskWithRows(4);
    desk.selection.update((selection) => show(selection, id(1), 1));
    expect(nextAfter(desk, new Set([id(1), id(2)]))?.id).toBe('c3');
    desk.selection.update((selection) => show(selection, id(3), 3));
    expect(nextAfter(desk, new Set([id(3)]))?.id).toBe('c2');
    expect(nextAfter(desk, new Set([id(0), id(1), id(2), id(3)]))).toBeNull();
  });
});
