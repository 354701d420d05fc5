// The files of a draft: picked, dropped, pasted or taken over from a mail, each on disk before it is shown as attached.
import { useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../database/rows.ts';
import type { MessageId } from '../../../../shared/model/ids.ts';
import type { Attachment, OutgoingFile } from '../../../../shared/model/message.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';

/** Handing over and flushing 25 MB. */
const keepTimeoutMs = 90_000;
const fetchTimeoutMs = 300_000;

export interface AttachmentsHandle {
  files: readonly OutgoingFile[];
  /** How many are still on their way to the disk. */
  pendingCount: number;
  /** The last one that did not fit; null when all did. */
  tooLarge: string | null;
  add(files: readonly File[]): void;
  /** Attachments of a message that is passed on. */
  takeOver(messageId: MessageId, attachments: readonly Attachment[]): void;
  remove(file: OutgoingFile): void;
  /** What the draft keeps. */
  draftPart(): { attachments?: OutgoingFile[] };
  /** After sending. */
  clear(): void;
}

/**
 * @param limitBytes of all files in sum; 0 where the channel takes none
 * @param onEdit the list was changed by a person
 */
export function useAttachments(draft: DraftRow | null, limitBytes: number, onEdit: () => void): AttachmentsHandle {
  const desk = useDesk();
  const [files, setFiles] = useState<readonly OutgoingFile[]>(draft?.attachments ?? []);
  const [pendingCount, setPendingCount] = useState(0);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const latest = useRef(files);
  const pendingBytes = useRef(0);
  const change = (next: readonly OutgoingFile[]): void => {
    latest.current = next;
    setFiles(next);
  };
  // a draft that the store put back (a reply taken back) brings its files
  useEffect(() => {
    if (draft?.attachments && latest.current.length === 0 && draft.attachments.length > 0) change(draft.attachments);
    // only when another draft arrives
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft?.savedAt === undefined]);

  const fits = (name: string, sizeBytes: number): boolean => {
    const sum = latest.current.reduce((total, file) => total + file.sizeBytes, pendingBytes.current);
    const isFine = sum + sizeBytes <= limitBytes;
    setTooLarge(isFine ? null : name);
    return isFine;
  };
  const keep = async (sizeBytes: number, work: () => Promise<OutgoingFile>): Promise<void> => {
    pendingBytes.current += sizeBytes;
    setPendingCount((count) => count + 1);
    try {
      const file = await work();
      const isThere = latest.current.some(({ fileId, name }) => fileId === file.fileId && name === file.name);
      if (!isThere) change([...latest.current, file]);
      onEdit();
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      pendingBytes.current -= sizeBytes;
      setPendingCount((count) => count - 1);
    }
  };

  return {
    files,
    pendingCount,
    tooLarge,
    add(picked) {
      for (const file of picked) {
        if (!fits(file.name, file.size)) continue;
        void keep(file.size, async () => {
          const bytes = new Uint8Array(await file.arrayBuffer());
          const name = plainName(file.name);
          return desk.store.keepFile({ name, mimeType: file.type.slice(0, 200), bytes }, { timeoutMs: keepTimeoutMs });
        });
      }
    },
    takeOver(messageId, attachments) {
      for (const { ref, name, sizeBytes } of attachments) {
        if (!fits(name, sizeBytes)) continue;
        void keep(sizeBytes, () => desk.store.keepAttachment({ messageId, ref }, { timeoutMs: fetchTimeoutMs }));
      }
    },
    remove(file) {
      change(latest.current.filter((each) => each !== file));
      setTooLarge(null);
      onEdit();
    },
    draftPart: () => (latest.current.length === 0 ? {} : { attachments: [...latest.current] }),
    clear() {
      change([]);
      setTooLarge(null);
    },
  };
}

/** One line without strokes, as a file is called. */
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\]+/gu, '_').trim();
  return plain === '' ? 'file' : plain.slice(-255);
}
