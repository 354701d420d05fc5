// The files of a draft: kept with it, and put back with one that was taken back.
import { useEffect, useState } from 'react';
import type { DraftRow } from '../../../database/rows.ts';
import type { FileLimits } from '../../../../shared/model/file-limits.ts';
import type { OutgoingFile } from '../../../../shared/model/message.ts';
import { useFileList, type FileListHandle } from './use-file-list.ts';

export interface AttachmentsHandle extends FileListHandle {
  /** What the draft keeps. */
  draftPart(): { attachments?: OutgoingFile[] };
}

/**
 * @param limits what the channel takes; undefined: no files
 * @param onEdit the list was changed by a person
 */
export function useAttachments(
  draft: DraftRow | null,
  limits: FileLimits | undefined,
  onEdit: () => void,
): AttachmentsHandle {
  const [files, setFiles] = useState<readonly OutgoingFile[]>(draft?.attachments ?? []);
  const list = useFileList(files, limits, (next) => {
    setFiles(next);
    onEdit();
  });
  // a draft that the store put back (a reply taken back) brings its files
  useEffect(() => {
    const { attachments = [] } = draft ?? {};
    setFiles((now) => (now.length === 0 && attachments.length > 0 ? attachments : now));
    // only when another draft arrives
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft?.savedAt === undefined]);
  return {
    ...list,
    draftPart: () => (list.now().length === 0 ? {} : { attachments: [...list.now()] }),
  };
}
