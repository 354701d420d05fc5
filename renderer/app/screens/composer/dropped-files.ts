// Files that are dropped or pasted: which of them are meant as attachments.
import type { ClipboardEvent, DragEvent } from 'react';

/** Whether files, and not text, are being dragged. */
export const dragsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/**
 * The files of a paste; none when there is text too: word processors put a picture of the text beside it. Screenshots have no name
 * of their own and get `pictureName` with a number.
 */
export function pastedFiles(event: ClipboardEvent, pictureName: (index: number) => string): File[] {
  const { files, types } = event.clipboardData;
  if (types.includes('text/plain') || types.includes('text/html')) return [];
  return [...files].map((file, index) => {
    const isNameless = /^image\.\w+$/.test(file.name);
    const extension = file.type.split('/')[1]?.replace(/\W.*$/, '') ?? 'png';
    return isNameless ? new File([file], `${pictureName(index + 1)}.${extension}`, { type: file.type }) : file;
  });
}
