// Files that are dropped on what is written or pasted into it: which of them are meant as attachments.
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useText } from '../../text/use-text.ts';

const dragsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/**
 * The files of a paste; none when there is text too: word processors put a picture of the text beside it. Screenshots have no name
 * of their own and get `pictureName` with a number.
 */
function pastedFiles(event: ClipboardEvent, pictureName: (index: number) => string): File[] {
  const { files, types } = event.clipboardData;
  if (types.includes('text/plain') || types.includes('text/html')) return [];
  return [...files].map((file, index) => {
    const isNameless = /^image\.\w+$/.test(file.name);
    const extension = file.type.split('/')[1]?.replace(/\W.*$/, '') ?? 'png';
    return isNameless ? new File([file], `${pictureName(index + 1)}.${extension}`, { type: file.type }) : file;
  });
}

/** What the element needs that files can be dropped and pasted on; where none can go along they are left to the editor. */
export function useFileDrop(takesFiles: boolean, onFiles: (files: readonly File[]) => void) {
  const text = useText();
  const [isDropping, setDropping] = useState(false);
  return {
    'data-dropping': isDropping || undefined,
    'data-drop': text('attach.drop'),
    onDragOverCapture: (event: DragEvent) => {
      if (!takesFiles || !dragsFiles(event)) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
    },
    onDropCapture: (event: DragEvent) => {
      setDropping(false);
      if (!takesFiles || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles([...event.dataTransfer.files]);
    },
    onPasteCapture: (event: ClipboardEvent) => {
      const files = !takesFiles ? [] : pastedFiles(event, (number) => text('attach.picture', { number }));
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles(files);
    },
  };
}
