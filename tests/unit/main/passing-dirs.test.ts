// What a demo shop or an export that was read leaves when it is killed goes at the next start, and nothing else does.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passingDir, readingArchivesDir, removeAllPassing } from '../../../electron/main/passing-dirs.ts';

test('both folders go with all that is in them, the shop stays', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'defter-passing-'));
  try {
    const archive = join(readingArchivesDir(profile), 'id-1');
    for (const dir of [archive, passingDir(profile, 'demo'), join(profile, 'archives/kept')])
      mkdirSync(dir, { recursive: true });
    writeFileSync(join(archive, 'items.jsonl'), '{}\n');
    await removeAllPassing(profile);
    expect(readdirSync(profile)).toEqual(['archives']);
    await removeAllPassing(profile); // most starts find nothing
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
