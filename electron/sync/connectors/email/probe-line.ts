// Lines of text over a socket, with limits on time and length: the dialogue before a library takes over.
import type { Socket } from 'node:net';
import { AppError } from '../../../../shared/errors.ts';

/** RFC 5321 allows 512 bytes and RFC 3501 names no limit; capability lists reach 2 kB. */
const lineLimitBytes = 16 * 1024;

export interface Line {
  /**
   * The next line without its end. Rejects with `offline` (`detail.reason`: `dropped` or `timeout`), `bad-data` for a line without
   * end.
   */
  read(timeoutMs: number): Promise<string>;
  write(text: string): void;
  /** Stops reading; true when bytes had come that nobody read. */
  detach(): boolean;
}

/** Reads and writes lines on `socket` until `detach`. */
export function openLine(socket: Socket): Line {
  let unread = Buffer.alloc(0);
  let ended: AppError | undefined;
  let wake: (() => void) | undefined;
  const notify = (): void => {
    wake?.();
  };
  const onData = (chunk: Buffer): void => {
    unread = Buffer.concat([unread, chunk]);
    if (unread.length > lineLimitBytes * 4) socket.pause();
    notify();
  };
  const onEnd = (): void => {
    ended ??= new AppError('offline', 'The server closed the connection', { detail: { reason: 'dropped' } });
    notify();
  };
  const onError = (error: Error): void => {
    ended ??=
      error instanceof AppError
        ? error
        : new AppError('offline', error.message, { cause: error, detail: { reason: 'dropped' } });
    notify();
  };
  socket.on('data', onData);
  socket.on('end', onEnd);
  socket.on('close', onEnd);
  socket.on('error', onError);

  const takeLine = (): string | undefined => {
    const end = unread.indexOf(10);
    if (end === -1 ? unread.length > lineLimitBytes : end > lineLimitBytes) {
      throw new AppError('bad-data', 'The server sends a line without end');
    }
    if (end === -1) return undefined;
    const line = unread.subarray(0, end).toString('utf8').replace(/\r$/u, '');
    unread = unread.subarray(end + 1);
    socket.resume();
    return line;
  };

  return {
    async read(timeoutMs) {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        notify();
      }, timeoutMs);
      try {
        for (;;) {
          const line = takeLine();
          if (line !== undefined) return line;
          if (ended !== undefined) throw ended;
          // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the timer sets it
          if (isLate) throw new AppError('offline', 'The server says nothing', { detail: { reason: 'timeout' } });
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        clearTimeout(timer);
        wake = undefined;
      }
    },
    write(text) {
      if (!socket.destroyed && socket.writable) socket.write(text);
    },
    detach() {
      socket.off('data', onData);
      socket.off('end', onEnd);
      socket.off('close', onEnd);
      socket.pause();
      const late = socket.read() as Buffer | null;
      return unread.length > 0 || late !== null;
    },
  };
}
