// Marks {{fields}} that are still open, and takes Tab from one to the next.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { openFieldsIn } from '../../../../shared/language/fill-template.ts';

export interface FieldPlace {
  name: string;
  /** Positions in the document. */
  from: number;
  to: number;
}

/** All open fields of the document, in order. */
export function openFieldsOf(document: Node): FieldPlace[] {
  const places: FieldPlace[] = [];
  document.descendants((node, position) => {
    if (!node.isText || node.text === undefined) return;
    for (const { name, from, to } of openFieldsIn(node.text)) {
      places.push({ name, from: position + from, to: position + to });
    }
  });
  return places;
}

const fieldsKey = new PluginKey<DecorationSet>('fields');

export interface FieldOptions {
  className: string;
}

/** Tab selects the next open field, so that it is typed over; without one Tab leaves the editor as usual. */
export const Fields = Extension.create<FieldOptions>({
  name: 'fields',
  addOptions: () => ({ className: 'field' }),
  addKeyboardShortcuts() {
    const select = (direction: 1 | -1) => {
      const { state, view } = this.editor;
      const places = openFieldsOf(state.doc);
      const { from, to } = state.selection;
      const next =
        direction === 1
          ? (places.find((place) => place.from >= to && place.from !== from) ??
            places.find((place) => place.from !== from))
          : (places.findLast((place) => place.to <= from) ?? undefined);
      if (!next) return false;
      view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView());
      return true;
    };
    return { Tab: () => select(1), 'Shift-Tab': () => select(-1) };
  },
  addProseMirrorPlugins() {
    const { className } = this.options;
    const decorate = (document: Node) =>
      DecorationSet.create(
        document,
        openFieldsOf(document).map(({ from, to }) => Decoration.inline(from, to, { class: className })),
      );
    return [
      new Plugin({
        key: fieldsKey,
        state: {
          init: (_config, { doc }) => decorate(doc),
          apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
        },
        props: {
          decorations: (state) => fieldsKey.getState(state),
        },
      }),
    ];
  },
});
