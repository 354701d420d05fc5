// Puts a draft that the store brought back (a reply taken back, a refused one to edit) into an editor that is empty.
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import type { DraftRow } from '../../../database/rows.ts';

/** @param look hears of the editor's content whenever the draft has changed */
export function useTakeDraft(editor: Editor, draft: DraftRow | null, look: (editor: Editor) => void): void {
  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  });
  useEffect(() => {
    if (draft && draft.text !== '' && editor.isEmpty) editor.commands.setContent(draft.html, { emitUpdate: false });
    latestLook.current(editor);
  }, [editor, draft]);
}
