// The middle: title, search, filters, what is marked, and the list itself.
import { useEffect, useRef, type ReactNode } from 'react';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { leaveList } from '../../state/selection.ts';
import { viewKey } from '../../state/view.ts';
import { useListRows } from '../../reads/use-list-rows.ts';
import { useText } from '../../text/use-text.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ConversationList } from './conversation-list.tsx';
import { EmptyList } from './empty-list.tsx';
import { ListHeader } from './list-header.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { useMailComing } from './use-mail-coming.ts';
import { useSearch } from './use-search.ts';
import { useUsable } from './use-usable.ts';
import classes from './list-pane.module.css';

/** `edge`: what stands at its right border. */
export function ListPane(props: { edge: ReactNode }) {
  const desk = useDesk();
  const text = useText();
  const view = useCell(desk.view);
  const markedCount = useCellPart(desk.selection, (selection) => selection.markedIds.size);
  const { answer, more } = useSearch(desk, view.query);
  const { rows, state } = useListRows(view, answer, desk.rows);
  const isReady = state.total !== null && (state.total === 0 || state.rows.size > 0);
  const mail = useMailComing(view);
  useUsable(desk, isReady && (state.total !== 0 || mail !== 'coming'));
  const key = viewKey(view);
  const lastKey = useRef(key);
  useEffect(() => {
    if (lastKey.current === key) return;
    lastKey.current = key;
    desk.selection.update(leaveList);
  }, [desk, key]);
  if (state.error) throw new Error(`The list could not be read: ${state.error.message}`);

  const isAsking = view.query !== null && answer === null;
  return (
    <section className={classes['pane']} aria-label={text('list.label')} data-answer-to={answer?.query}>
      <ListHeader view={view} answer={answer} />
      {markedCount > 0 && <BulkBar count={markedCount} view={view} />}
      {!isReady || isAsking ? (
        <ListSkeleton />
      ) : state.total === 0 ? (
        <EmptyList view={view} error={answer?.error ?? null} />
      ) : (
        <ConversationList rows={rows} state={state} view={view} answer={answer} onEnd={more} />
      )}
      {props.edge}
    </section>
  );
}
