// The files of a draft: picked, dropped, pasted or taken over from a mail, each on disk before it is shown as attached.
import { useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../database/rows.ts';
import { fileRefusal, type FileLimits, type FileRefusal } from '../../../../shared/model/file-limits.ts';
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
  /** The last one that cannot go along, and why; null when all can. */
  refused: { name: string; refusal: FileRefusal } | null;
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
 * @param limits what the channel takes; undefined: no files
 * @param onEdit the list was changed by a person
 */
export function useAttachments(
  draft: DraftRow | null,
  limits: FileLimits | undefined,
  onEdit: () => void,
): AttachmentsHandle {
  const desk = useDesk();
  const [files, setFiles] = useState<readonly OutgoingFile[]>(draft?.attachments ?? []);
  const [pendingCount, setPendingCount] = useState(0);
  const [refused, setRefused] = useState<AttachmentsHandle['refused']>(null);
  const latest = useRef(files);
  const pending = useRef<{ sizeBytes: number }[]>([]);
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

  const isTaken = (file: Pick<OutgoingFile, 'name' | 'mimeType' | 'sizeBytes'>): boolean => {
    if (limits === undefined) return false;
    const refusal = fileRefusal(limits, [...latest.current, ...pending.current], file);
    setRefused(refusal === null ? null : { name: file.name, refusal });
    return refusal === null;
  };
  const keep = async (sizeBytes: number, work: () => Promise<OutgoingFile>): Promise<void> => {
    const place = { sizeBytes };
    pending.current = [...pending.current, place];
    setPendingCount(pending.current.length);
    try {
      const file = await work();
      const isThere = latest.current.some(({ fileId, name }) => fileId === file.fileId && name === file.name);
      if (!isThere) change([...latest.current, file]);
      onEdit();
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      pending.current = pending.current.filter((each) => each !== place);
      setPendingCount(pending.current.length);
    }
  };

  return {
    files,
    pendingCount,
    refused,
    add(picked) {
      for (const file of picked) {
        const mimeType = file.type.slice(0, 200);
        if (!isTaken({ name: file.name, mimeType, sizeBytes: file.size })) continue;
        void keep(file.size, async () => {
          const bytes = new Uint8Array(await file.arrayBuffer());
          return desk.store.keepFile({ name: plainName(file.name), mimeType, bytes }, { timeoutMs: keepTimeoutMs });
        });
      }
    },
    takeOver(messageId, attachments) {
      for (const attachment of attachments) {
        const { ref, sizeBytes } = attachment;
        if (!isTaken(attachment)) continue;
        void keep(sizeBytes, () => desk.store.keepAttachment({ messageId, ref }, { timeoutMs: fetchTimeoutMs }));
      }
    },
    remove(file) {
      change(latest.current.filter((each) => each !== file));
      setRefused(null);
      onEdit();
    },
    draftPart: () => (latest.current.length === 0 ? {} : { attachments: [...latest.current] }),
    clear() {
      change([]);
      setRefused(null);
    },
  };
}

/** One line without strokes, as a file is called. */
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\]+/gu, '_').trim();
  return plain === '' ? 'file' : plain.slice(-255);
}
