// Underlines what the coach found; the marks move with the text until the next check.
import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Severity } from '../../../../shared/language/coach/rule-format.ts';

/** A hit and where it stands in the document. */
export interface CoachMark {
  /** Its place among the report's hits. */
  index: number;
  severity: Severity;
  from: number;
  to: number;
}

export interface CoachMarksOptions {
  classNames: Readonly<Record<Severity, string>>;
  /** A mark was clicked. */
  onOpen: (index: number) => void;
}

const marksKey = new PluginKey<DecorationSet>('coach');

/** Replaces all marks; by a transaction that is no edit. */
export const markTransaction = (state: EditorState, marks: readonly CoachMark[]) => state.tr.setMeta(marksKey, marks);

/** The marks where they stand now. */
export function marksOf(state: EditorState): CoachMark[] {
  const found = marksKey.getState(state)?.find() ?? [];
  return found.map(({ from, to, spec }) => ({ ...(spec as Pick<CoachMark, 'index' | 'severity'>), from, to }));
}

export const CoachMarks = Extension.create<CoachMarksOptions>({
  name: 'coachMarks',
  addOptions: () => ({ classNames: { high: '', medium: '', low: '' }, onOpen: () => undefined }),
  addProseMirrorPlugins() {
    const { classNames, onOpen } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: marksKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) => {
            const marks = transaction.getMeta(marksKey) as readonly CoachMark[] | undefined;
            if (marks === undefined) return before.map(transaction.mapping, transaction.doc);
            return DecorationSet.create(
              transaction.doc,
              marks.map(({ index, severity, from, to }) =>
                Decoration.inline(
                  from,
                  to,
                  { class: classNames[severity], 'data-coach': String(index) },
                  { index, severity, inclusiveStart: false, inclusiveEnd: false },
                ),
              ),
            );
          },
        },
        props: {
          decorations: (state) => marksKey.getState(state),
          handleClick: (_view, _position, event) => {
            const mark = event.target instanceof Element ? event.target.closest('[data-coach]') : null;
            if (mark) onOpen(Number(mark.getAttribute('data-coach')));
            return false;
          },
        },
      }),
    ];
  },
});
