// Marking rows, and what a command is about.
import { describe, expect, it } from 'vitest';
import {
  clearMarks,
  markRange,
  noSelection,
  show,
  targets,
  toggleMark,
} from '../../../renderer/app/state/selection.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';

const id = (text: string): ConversationId => text as ConversationId;

describe('selection', () => {
  it('is about nothing at first, then about what is shown', () => {
    expect(targets(noSelection)).toEqual([]);
    expect(targets(show(noSelection, id('a'), 0))).toEqual(['a']);
  });

  it('is about what is marked, whatever is shown', () => {
    const marked = toggleMark(toggleMark(show(noSelection, id('a'), 0), id('b')), id('c'));
    expect(targets(marked)).toEqual(['b', 'c']);
    expect(targets(toggleMark(toggleMark(marked, id('b')), id('c')))).toEqual(['a']);
  });

  it('marks a range downwards and upwards and shows its end', () => {
    const down = markRange(show(noSelection, id('a'), 0), [id('a'), id('b'), id('c')], 0, 2);
    expect(down).toMatchObject({ shownId: 'c', index: 2, anchorIndex: 0 });
    const up = markRange(show(noSelection, id('c'), 2), [id('a'), id('b'), id('c')], 2, 0);
    expect(up).toMatchObject({ shownId: 'a', index: 0, anchorIndex: 2 });
    expect([...up.markedIds]).toEqual(['a', 'b', 'c']);
  });

  it('keeps what was marked before', () => {
    const marked = markRange(toggleMark(noSelection, id('x')), [id('a')], 0, 0);
    expect([...marked.markedIds]).toEqual(['x', 'a']);
  });

  it('stays the same object when there is nothing to clear', () => {
    expect(clearMarks(noSelection)).toBe(noSelection);
    expect(clearMarks(toggleMark(noSelection, id('a'))).markedIds.size).toBe(0);
  });
});
