// Puts a draft that the store brought back (a reply taken back, a refused one to edit) into an editor that is empty.
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import type { DraftRow } from '../../../database/rows.ts';

/**
 * @param look hears of the editor's content whenever the draft has changed
 * @returns to be told what this editor saves: its own draft comes back too, and late, and must not undo what was deleted meanwhile
 */
export function useTakeDraft(
  editor: Editor,
  draft: DraftRow | null,
  look: (editor: Editor) => void,
): (html: string) => void {
  const latestLook = useRef(look);
  /** Oldest first, from the one that came back last. */
  const saved = useRef<string[]>([]);
  useEffect(() => {
    latestLook.current = look;
  });
  useEffect(() => {
    const own = saved.current.lastIndexOf(draft?.html ?? '');
    if (own >= 0) saved.current.splice(0, own);
    else if (draft && draft.text !== '' && editor.isEmpty)
      editor.commands.setContent(draft.html, { emitUpdate: false });
    latestLook.current(editor);
  }, [editor, draft]);
  return (html) => saved.current.push(html);
}
