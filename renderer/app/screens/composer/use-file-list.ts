// A list of files that go out: picked, taken over from a mail or from the library, each on disk before it stands in the list.
import { useLayoutEffect, useRef, useState } from 'react';
import { fileRefusal, type FileLimits, type FileRefusal } from '../../../../shared/model/file-limits.ts';
import type { MessageId } from '../../../../shared/model/ids.ts';
import type { Attachment, OutgoingFile } from '../../../../shared/model/message.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';

/** Handing over and flushing 25 MB. */
const keepTimeoutMs = 90_000;
const fetchTimeoutMs = 300_000;

/** A file that cannot go along. channel: nothing can, on this channel. */
export interface RefusedFile {
  name: string;
  refusal: FileRefusal | 'channel';
}

export interface FileListHandle {
  files: readonly OutgoingFile[];
  /** How many are still on their way to the disk. */
  pendingCount: number;
  /** Those that cannot go along, of the last that were added. */
  refused: readonly RefusedFile[];
  add(files: readonly File[]): void;
  /** Attachments of a message that is passed on. */
  takeOver(messageId: MessageId, attachments: readonly Attachment[]): void;
  /** Files that are on disk already: those of a canned reply. */
  addKept(files: readonly OutgoingFile[]): void;
  remove(file: OutgoingFile): void;
  /** The list as it is now, whatever was drawn last. */
  now(): readonly OutgoingFile[];
}

/**
 * @param limits what may go along; undefined: no files
 * @param onChange the list was changed by a person
 */
export function useFileList(
  files: readonly OutgoingFile[],
  limits: FileLimits | undefined,
  onChange: (files: readonly OutgoingFile[]) => void,
): FileListHandle {
  const desk = useDesk();
  const [pendingCount, setPendingCount] = useState(0);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const latest = useRef(files);
  const tell = useRef(onChange);
  const pending = useRef<{ sizeBytes: number }[]>([]);
  // At the commit and only where they changed: an effect that waits its turn may run after the next file came, and would forget it.
  useLayoutEffect(() => {
    latest.current = files;
  }, [files]);
  useLayoutEffect(() => {
    tell.current = onChange;
  });
  const change = (next: readonly OutgoingFile[]): void => {
    latest.current = next;
    tell.current(next);
  };
  const isThere = (file: OutgoingFile): boolean =>
    latest.current.some(({ fileId, name }) => fileId === file.fileId && name === file.name);
  const isTaken = (file: Pick<OutgoingFile, 'name' | 'mimeType' | 'sizeBytes'>): boolean => {
    const refusal = limits ? fileRefusal(limits, [...latest.current, ...pending.current], file) : 'channel';
    if (refusal !== null) setRefused((before) => [...before, { name: file.name, refusal }]);
    return refusal === null;
  };
  const keep = async (sizeBytes: number, work: () => Promise<OutgoingFile>): Promise<void> => {
    const place = { sizeBytes };
    pending.current = [...pending.current, place];
    setPendingCount(pending.current.length);
    try {
      const file = await work();
      change(isThere(file) ? latest.current : [...latest.current, file]);
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
      setRefused([]);
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
      setRefused([]);
      for (const attachment of attachments) {
        const { ref, sizeBytes } = attachment;
        if (!isTaken(attachment)) continue;
        void keep(sizeBytes, () => desk.store.keepAttachment({ messageId, ref }, { timeoutMs: fetchTimeoutMs }));
      }
    },
    addKept(kept) {
      setRefused([]);
      for (const file of kept) if (!isThere(file) && isTaken(file)) change([...latest.current, file]);
    },
    remove(file) {
      setRefused([]);
      change(latest.current.filter((each) => each !== file));
    },
    now: () => latest.current,
  };
}

/** One line without strokes, as a file is called. */
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\]+/gu, '_').trim();
  return plain === '' ? 'file' : plain.slice(-255);
}
