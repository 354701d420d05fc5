// Takes what was erased out of the archives of imported mail: lines become blanks of the same length, so that places in the file stay right.
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesIn } from '../../../shared/lines.ts';
import { archiveFiles } from '../../../shared/model/archive.ts';
import type { Handle } from '../../../shared/model/customer.ts';
import type { MessageId } from '../../../shared/model/ids.ts';
import { itemSchema, type Item } from '../../../shared/model/item.ts';
import { ownerOf, type ErasedPeople } from '../../../shared/service/erased-people.ts';
import { onDisk } from '../on-disk.ts';

export interface ErasedThings {
  messageIds: readonly MessageId[];
  /** Of persons who were erased: what an import has yet to deliver of them goes too. */
  handles: readonly Handle[];
}

type IsGone = (item: Item) => boolean | Promise<boolean>;

/** Rewrites each archive below `archivesDir` that holds something of it. `storage` when the disk refuses. */
export async function forgetArchived(archivesDir: string, erased: ErasedThings): Promise<void> {
  const handles = new Set<string>(erased.handles);
  for (const name of await archivesIn(archivesDir)) {
    const prefix = `${name}:`;
    const own = erased.messageIds.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
    if (own.length > 0 || handles.size > 0) {
      const keys = new Set(own);
      await onDisk(() => rewrite(join(archivesDir, name), (item) => isGone(item, keys, handles)));
    }
  }
}

/** Takes those who were erased here out of the archives that a backup has brought. `storage` when the disk refuses. */
export async function forgetErasedPeople(archivesDir: string, people: ErasedPeople): Promise<void> {
  if (people.isEmpty) return;
  for (const name of await archivesIn(archivesDir)) await forgetInArchive(join(archivesDir, name), people);
}

/** As {@link forgetErasedPeople}, in one archive. */
export function forgetInArchive(dir: string, people: ErasedPeople): Promise<void> {
  return onDisk(() => rewrite(dir, (item) => people.coversItem(item, 'email')));
}

function archivesIn(archivesDir: string): Promise<string[]> {
  return onDisk(() => readdir(archivesDir).catch(emptyWhenMissing));
}

async function rewrite(dir: string, isGone: IsGone): Promise<void> {
  const path = join(dir, archiveFiles.items);
  const fresh = `${path}.new`;
  const goneThreads = new Set<string>();
  const goneFiles = new Set<string>();
  const keptFiles = new Set<string>();
  let count = 0;
  const file = await open(fresh, 'w', 0o600);
  try {
    for await (const line of linesIn(createReadStream(path, { encoding: 'utf8' }))) {
      const item = line.trim() === '' ? undefined : itemSchema.parse(JSON.parse(line));
      const goes = item !== undefined && (isOfThread(item, goneThreads) || (await isGone(item)));
      if (item?.kind === 'message') {
        const { attachments, threadKey } = item.message;
        for (const { ref } of attachments) (goes ? goneFiles : keptFiles).add(ref);
        if (goes && threadKey !== undefined) goneThreads.add(threadKey);
      }
      if (goes) count += 1;
      await file.write(`${goes ? ' '.repeat(Buffer.byteLength(line)) : line}\n`);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (count === 0) {
    await rm(fresh);
    return;
  }
  await rename(fresh, path);
  for (const ref of goneFiles) {
    if (!keptFiles.has(ref) && /^[0-9a-f]{64}$/.test(ref))
      await rm(join(dir, archiveFiles.attachments, ref), { force: true });
  }
  // it shows some of the newest senders and subjects
  const head = JSON.parse(await readFile(join(dir, archiveFiles.head), 'utf8')) as object;
  await writeFile(join(dir, archiveFiles.head), JSON.stringify({ ...head, samples: [] }), { mode: 0o600, flush: true });
}

/** What is said of a thread whose messages went before. */
function isOfThread(item: Item, goneThreads: ReadonlySet<string>): boolean {
  return 'threadKey' in item && goneThreads.has(item.threadKey);
}

function isGone(item: Item, keys: ReadonlySet<string>, handles: ReadonlySet<string>): boolean {
  const owner = ownerOf(item, 'email');
  return (owner !== null && handles.has(owner.handle)) || (item.kind === 'message' && keys.has(item.message.key));
}

function emptyWhenMissing(thrown: unknown): string[] {
  if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []; // nothing was ever imported
  throw thrown;
}
