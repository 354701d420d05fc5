// The list: as many rows as fit are in the document, whatever the length of the list.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { extendMarks, markTo, moveBy, moveTo, shownIndex } from '../../actions/move-in-list.ts';
import { runActionById } from '../../actions/registry.ts';
import type { RowWindow, WindowState } from '../../reads/row-window.ts';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { toggleMark } from '../../state/selection.ts';
import { viewKey, type View } from '../../state/view.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from './channel-names.ts';
import { ConversationRow, RowOutline } from './conversation-row.tsx';
import { useLoyalCustomers } from '../../reads/use-loyal-customers.ts';
import { useNow } from '../../ui/use-now.ts';
import type { SearchAnswer } from './use-search.ts';
import classes from './conversation-list.module.css';

/** All rows are equally high, so that a jump to any place needs no measuring. */
const rowHeightPx = 98;
/** A screenful: further rows are there before somebody who scrolls is. */
const rowsToEnd = 12;

export function ConversationList(props: {
  rows: RowWindow;
  state: WindowState;
  view: View;
  answer: SearchAnswer | null;
  /** The end of the list came near; called again while it is. */
  onEnd(): void;
}) {
  'use no memo'; // the compiler would keep what the virtualiser answered for another scroll position
  const { rows, state, view, answer, onEnd } = props;
  const desk = useDesk();
  const text = useText();
  const nameOf = useChannelNames();
  const selection = useCell(desk.selection);
  const now = useNow();
  const loyal = useLoyalCustomers();
  const scroller = useRef<HTMLDivElement>(null);
  const total = state.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    rows.show(first, last);
  }, [rows, first, last]);
  useEffect(() => {
    if (last >= total - rowsToEnd) onEnd();
  }, [last, total, onEnd, answer]);

  const key = viewKey(view);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [key]);
  useEffect(() => desk.focusList.listen(() => scroller.current?.focus()), [desk]);
  const { shownId, index } = selection;
  useEffect(() => {
    if (shownId !== null) virtual.scrollToIndex(shownIndex(desk), { align: 'auto' });
  }, [desk, virtual, shownId, index]);

  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeightPx) - 1);
  const press = (event: KeyboardEvent): void => {
    const move = ((): (() => void) | undefined => {
      switch (event.key) {
        case 'ArrowDown':
          return () => (event.shiftKey ? extendMarks(desk, 1) : moveBy(desk, 1));
        case 'ArrowUp':
          return () => (event.shiftKey ? extendMarks(desk, -1) : moveBy(desk, -1));
        case 'PageDown':
          return () => moveBy(desk, pageRows);
        case 'PageUp':
          return () => moveBy(desk, -pageRows);
        case 'Home':
          return () => moveTo(desk, 0);
        case 'End':
          return () => {
            virtual.scrollToIndex(total - 1);
          };
        case ' ':
          return () => runActionById(desk, 'mark');
        default:
          return undefined;
      }
    })();
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const choose = (event: MouseEvent, place: number): void => {
    const row = state.rows.get(place);
    if (!row) return;
    if (event.shiftKey) markTo(desk, place);
    else if (event.ctrlKey || event.metaKey) desk.selection.update((now_) => toggleMark(now_, row.id));
    else moveTo(desk, place);
  };
  const shownPlace = shownIndex(desk);
  const keys = keysOf(items, state.rows);
  return (
    <div
      ref={scroller}
      className={classes['list']}
      role="listbox"
      aria-label={text('list.label')}
      aria-multiselectable="true"
      aria-activedescendant={shownPlace >= 0 ? `row-${shownPlace}` : undefined}
      tabIndex={0}
      data-inbox-list
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item, nth) => {
          const row = state.rows.get(item.index);
          return (
            <div
              key={keys[nth]}
              id={`row-${item.index}`}
              role="option"
              aria-posinset={item.index + 1}
              aria-setsize={total}
              aria-selected={row !== undefined && (row.id === shownId || selection.markedIds.has(row.id))}
              className={classes['place']}
              style={{ height: rowHeightPx, transform: `translateY(${item.start}px)` }}
              onMouseDown={(event) => {
                if (event.shiftKey) event.preventDefault(); // no text selection from here to there
              }}
              onClick={(event) => {
                choose(event, item.index);
              }}
            >
              {row ? (
                <ConversationRow
                  row={row}
                  hit={answer?.hits.get(row.id)}
                  isShown={row.id === shownId}
                  isMarked={selection.markedIds.has(row.id)}
                  isLoyal={row.customerId !== null && loyal.has(row.customerId)}
                  channel={nameOf(row.channel)}
                  now={now}
                />
              ) : (
                <RowOutline />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * What each drawn row is known by: its conversation, so that a click under way never lands on another that took its place. A row that is
 * not read yet, or read twice while one chunk is ahead of the next, is known by its place.
 */
function keysOf(items: readonly VirtualItem[], rows: WindowState['rows']): (ConversationId | number)[] {
  const taken = new Set<ConversationId>();
  return items.map(({ index }) => {
    const id = rows.get(index)?.id;
    if (id === undefined || taken.has(id)) return index;
    taken.add(id);
    return id;
  });
}
