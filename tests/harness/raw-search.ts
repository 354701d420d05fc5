// Looks for words in every byte of a folder: what was erased must not be found.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which of the words stand in which files below `folder`, in any of the ways in which Chromium and we write letters. */
export function foundIn(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const path = join(parentPath, name);
    const bytes = bytesOf(path);
    const isIn = (word: string) =>
      (['utf8', 'utf16le', 'latin1'] as const).some((encoding) => bytes.includes(Buffer.from(word, encoding)));
    return words.filter(isIn).map((word) => `${word}: ${path.slice(folder.length)}`);
  });
}

/** None of a file that is gone meanwhile: a running app writes its database's files anew at any time. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    return Buffer.alloc(0);
  }
}
