// A template's text with its fields as chips; what was typed as {{field}} becomes one.
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { bodyOf, documentOf } from './template-document.ts';
import { TemplateField, type ChipTone } from './template-node.ts';
import classes from './replies.module.css';

export interface TemplateEditorHandle {
  insertField(name: string): void;
  /** Sets the words after the chip that is selected; null: none. */
  setFallback(fallback: string | null): void;
}

/** The chip that is selected, if one is. */
export interface ChosenChip {
  name: string;
  fallback: string | null;
}

export interface TemplateEditorProps {
  body: string;
  label: string;
  language: string;
  /** These two stay the same functions while what they answer does. */
  labelOf: (name: string) => string;
  toneOf: (name: string) => ChipTone;
  onChange: (body: string) => void;
  onChip: (chip: ChosenChip | null) => void;
  ref?: Ref<TemplateEditorHandle>;
}

export function TemplateEditor(props: TemplateEditorProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useEditor({
    injectCSS: false, // our content security policy takes no styles from scripts
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    content: documentOf(props.body),
    extensions: [
      // plain text: a template goes out on every channel
      StarterKit.configure({
        blockquote: false,
        bold: false,
        bulletList: false,
        code: false,
        codeBlock: false,
        hardBreak: false,
        heading: false,
        horizontalRule: false,
        italic: false,
        link: false,
        listItem: false,
        listKeymap: false,
        orderedList: false,
        strike: false,
        underline: false,
      }),
      TemplateField.configure({
        labelOf: (name) => latest.current.labelOf(name),
        toneOf: (name) => latest.current.toneOf(name),
        className: classes['chip'] ?? '',
      }),
    ],
    editorProps: {
      attributes: () => ({
        'aria-label': latest.current.label,
        'aria-multiline': 'true',
        role: 'textbox',
        lang: latest.current.language,
        spellcheck: 'true',
        class: classes['body'] ?? '',
      }),
    },
    onUpdate: ({ editor: edited }) => {
      latest.current.onChange(bodyOf(edited.state.doc));
    },
    onSelectionUpdate: ({ editor: edited }) => {
      latest.current.onChip(chosenChip(edited));
    },
  });
  useImperativeHandle(props.ref, () => ({
    insertField: (name) => {
      editor.chain().focus().insertField(name).run();
    },
    setFallback: (fallback) => {
      editor.commands.updateAttributes('templateField', { fallback });
    },
  }));
  // A text that came from elsewhere (a rewrite was taken, saving was undone) takes the place of what is shown.
  const { body } = props;
  useEffect(() => {
    if (bodyOf(editor.state.doc) !== body) editor.commands.setContent(documentOf(body), { emitUpdate: false });
  }, [editor, body]);
  // Labels and tones are drawn into the document: drawn anew when facts arrive.
  const { labelOf, toneOf } = props;
  const drawn = useRef({ labelOf, toneOf });
  useEffect(() => {
    if (drawn.current.labelOf === labelOf && drawn.current.toneOf === toneOf) return;
    drawn.current = { labelOf, toneOf };
    editor.commands.setContent(documentOf(bodyOf(editor.state.doc)), { emitUpdate: false });
  }, [editor, labelOf, toneOf]);
  return <EditorContent editor={editor} className={classes['bodyFrame'] ?? ''} />;
}

function chosenChip(editor: Editor): ChosenChip | null {
  if (!editor.isActive('templateField')) return null;
  const { name, fallback } = editor.getAttributes('templateField') as ChosenChip;
  return { name, fallback };
}
