// The editor's chips: a field of a template as one thing that cannot be half deleted.
import { InputRule, mergeAttributes, Node } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Slice, Fragment } from '@tiptap/pm/model';
import { contentOfLine } from './template-document.ts';

/** known: filled by the app · ask: by the person while writing · fact · stale: a fact to be checked · unknown: no such fact. */
export type ChipTone = 'known' | 'ask' | 'fact' | 'stale' | 'unknown';

export interface TemplateFieldOptions {
  labelOf: (name: string) => string;
  toneOf: (name: string) => ChipTone;
  className: string;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    templateField: {
      /** Puts a field where the caret is. */
      insertField: (name: string) => ReturnType;
    };
  }
}

const writtenFieldAtEnd = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)\s*(?:\|([^{}\n]{0,200}))?\}\}$/u;

export const TemplateField = Node.create<TemplateFieldOptions>({
  name: 'templateField',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ labelOf: (name) => name, toneOf: () => 'ask', className: '' }),
  addAttributes: () => ({ name: { default: '' }, fallback: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-field]',
      getAttrs: (element) => ({
        name: element.getAttribute('data-field') ?? '',
        fallback: element.getAttribute('data-fallback'),
      }),
    },
  ],
  renderHTML({ node }) {
    const { name, fallback } = node.attrs as { name: string; fallback: string | null };
    const label = this.options.labelOf(name);
    const attributes = {
      'data-field': name,
      'data-tone': this.options.toneOf(name),
      ...(fallback === null ? {} : { 'data-fallback': fallback }),
      class: this.options.className,
      title: fallback === null || fallback === '' ? `{{${name}}}` : `{{${name}|${fallback}}}`,
    };
    return ['span', mergeAttributes(attributes), fallback ? `${label} · ${fallback}` : label];
  },
  renderText: ({ node }) => {
    const { name, fallback } = node.attrs as { name: string; fallback: string | null };
    return fallback === null ? `{{${name}}}` : `{{${name}|${fallback}}}`;
  },
  addCommands() {
    return {
      insertField:
        (name) =>
        ({ commands }) =>
          commands.insertContent([{ type: this.name, attrs: { name, fallback: null } }]),
    };
  },
  /** Typing the closing braces makes a chip. */
  addInputRules() {
    return [
      new InputRule({
        find: writtenFieldAtEnd,
        handler: ({ state, range, match }) => {
          const node = this.type.create({ name: match[1], fallback: match[2]?.trim() ?? null });
          state.tr.replaceWith(range.from, range.to, node);
        },
      }),
    ];
  },
  /** Pasted text keeps its fields. */
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('templatePaste'),
        props: {
          clipboardTextParser: (text) => {
            const lines = text.replace(/\r\n?/g, '\n').split('\n');
            const { schema } = editor;
            const paragraphs = lines.map((line) =>
              schema.nodeFromJSON({ type: 'paragraph', content: contentOfLine(line) }),
            );
            return new Slice(Fragment.from(paragraphs), 1, 1);
          },
        },
      }),
    ];
  },
});
