// The rich text editor of the composer: formatting, links, open fields, the slash menu.
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import classes from './composer.module.css';
import { FactMark } from './fact-mark.ts';
import { CoachMarks } from './coach-marks.ts';
import { Fields } from './fields.ts';
import { Slash, type SlashState } from './slash.ts';

export interface ReplyEditorOptions {
  /** HTML of the draft; read once. */
  content: string;
  placeholder: string;
  label: string;
  /** Language of the reply, for spelling. */
  language: string;
  onEdit: (editor: Editor) => void;
  onSlash: (state: SlashState | null) => void;
  /** true when the key was used by the slash menu. */
  onSlashKey: (event: KeyboardEvent) => boolean;
  /** A stretch that the coach underlined was clicked. */
  onCoachMark: (index: number) => void;
}

/** Created once; the functions of `options` may change from one drawing to the next. */
export function useReplyEditor(options: ReplyEditorOptions): Editor {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  return useEditor({
    injectCSS: false, // our content security policy takes no styles from scripts
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    content: options.content,
    extensions: [
      StarterKit.configure({
        heading: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
      }),
      Placeholder.configure({ placeholder: () => latest.current.placeholder }),
      FactMark,
      Fields.configure({ className: classes['field'] ?? '' }),
      CoachMarks.configure({
        classNames: { high: classes['coachHigh'] ?? '', medium: classes['coachMedium'] ?? '', low: '' },
        onOpen: (index: number) => {
          latest.current.onCoachMark(index);
        },
      }),
      Slash.configure({
        onChange: (state: SlashState | null) => {
          latest.current.onSlash(state);
        },
        onKeyDown: (event: KeyboardEvent) => latest.current.onSlashKey(event),
      }),
    ],
    editorProps: {
      // Sends, or chooses in the slash menu: the editor's own line break for it would part the words at the caret.
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        if (latest.current.onSlashKey(event)) event.stopPropagation();
        return true;
      },
      attributes: () => ({
        'aria-label': latest.current.label,
        'aria-multiline': 'true',
        role: 'textbox',
        lang: latest.current.language,
        spellcheck: 'true',
        class: classes['editor'] ?? '',
      }),
    },
    onUpdate: ({ editor }) => {
      latest.current.onEdit(editor);
    },
  });
}
