// A file that only takes up room: it is given up when the disk is full, so that what a person just wrote still fits.
import type { Disk } from '../disk.ts';

const name = 'reserve.bin';
const reserveBytes = 16 * 1024 * 1024;
/** The reserve is made only where it leaves plenty. */
const neededFreeBytes = 500 * 1024 * 1024;

/** Makes the reserve unless it is there or the disk is nearly full. */
export async function makeReserve(disk: Disk, dir: string): Promise<void> {
  if ((await disk.list(dir)).includes(name)) return;
  if ((await disk.freeBytes(dir)) < neededFreeBytes) return;
  const file = await disk.open(`${dir}/${name}`, true);
  try {
    // real bytes: a file with a hole would take up no room
    const chunk = Buffer.alloc(1024 * 1024, 'reserve ');
    for (let at = 0; at < reserveBytes; at += chunk.length) await file.write(chunk, at);
    await file.sync();
  } catch (thrown) {
    await releaseReserve(disk, dir);
    throw thrown;
  } finally {
    await file.close();
  }
}

/** Gives the reserve up; false when there was none. */
export async function releaseReserve(disk: Disk, dir: string): Promise<boolean> {
  if (!(await disk.list(dir)).includes(name)) return false;
  await disk.remove(`${dir}/${name}`);
  return true;
}
