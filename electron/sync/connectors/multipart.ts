// Requests that carry the files of a reply, and the time they may take.
import type { HttpRequest } from './http.ts';
import type { ReplyFile } from './plain-reply.ts';

const answerMs = 30_000;
/** 50 kB/s: a slow line's way out. */
const bytesPerMs = 50;

/** How long a request with these files may take, the answer included. */
export function uploadTimeoutMs(files: readonly Pick<ReplyFile, 'bytes'>[]): number {
  return answerMs + Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / bytesPerMs);
}

/** A multipart request: `parts` first, then each file under the name that `fieldOf` gives it. */
export function multipart(
  parts: Readonly<Record<string, string | Blob>>,
  files: readonly ReplyFile[],
  fieldOf: (index: number) => string,
): Pick<HttpRequest, 'body' | 'timeoutMs'> {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  for (const [index, { name, mimeType, bytes }] of files.entries()) {
    body.append(fieldOf(index), new Blob([bytes], { type: mimeType }), name);
  }
  return { body, timeoutMs: uploadTimeoutMs(files) };
}
