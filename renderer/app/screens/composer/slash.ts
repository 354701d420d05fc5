// Typing "/" at the beginning of a word opens the library of canned replies.
import { Extension, type Range } from '@tiptap/core';
import { PluginKey, type EditorState } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion } from '@tiptap/suggestion';

/** What the menu needs to know while it is open. */
export interface SlashState {
  query: string;
  /** Where the caret is, in the window. */
  rect: DOMRect | null;
}

export interface SlashOptions {
  onChange: (state: SlashState | null) => void;
  /** Keys while the menu is open; true when it was used. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

const slashKey = new PluginKey<{ active: boolean; query: string | null; range: Range }>('slash');

/** The "/query" as it stands in the text, and where: what is drawn may be a keystroke behind. Null: none is being typed. */
export function slashIn(state: EditorState): { query: string; range: Range } | null {
  const typed = slashKey.getState(state);
  return typed?.active === true ? { query: typed.query ?? '', range: typed.range } : null;
}

export const Slash = Extension.create<SlashOptions>({
  name: 'slash',
  addOptions: () => ({ onChange: () => undefined, onKeyDown: () => false }),
  // without the caret in the editor neither typing nor Escape would close the menu
  onBlur() {
    if (document.hasFocus()) exitSuggestion(this.editor.view, slashKey);
  },
  addProseMirrorPlugins() {
    const { onChange, onKeyDown } = this.options;
    return [
      Suggestion({
        editor: this.editor,
        pluginKey: slashKey,
        char: '/',
        allowSpaces: true,
        // dates (12/3) and addresses (https://…) have no space before their stroke
        allowedPrefixes: [' ', '\u00a0'],
        items: () => [],
        render: () => {
          const tell = (props: { query: string; clientRect?: (() => DOMRect | null) | null }) => {
            onChange({ query: props.query, rect: props.clientRect?.() ?? null });
          };
          return {
            onStart: tell,
            onUpdate: tell,
            onKeyDown: ({ event }) => onKeyDown(event),
            onExit: () => {
              onChange(null);
            },
          };
        },
      }),
    ];
  },
});
