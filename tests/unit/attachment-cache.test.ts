// Cached attachments: named by hash, limited, and nothing left behind on failure.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cacheFile, largestFileBytes, readCachedFile } from '../../electron/sync/engine/attachment-cache.ts';
import { AppError } from '../../shared/errors.ts';
import type { FileId } from '../../shared/model/ids.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'defter-files-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

it('keeps bytes under their hash, once', async () => {
  const bytes = new TextEncoder().encode('Kırık vazo');
  const fetch = async (sink: { write(chunk: Uint8Array): Promise<void> }) => {
    await sink.write(bytes.subarray(0, 4));
    await sink.write(bytes.subarray(4));
  };
  const { fileId, sizeBytes } = await cacheFile(dir, fetch);
  expect(fileId).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(sizeBytes).toBe(bytes.length);
  await cacheFile(dir, fetch);
  expect(readdirSync(dir)).toEqual([fileId]);
  expect(await readCachedFile(dir, fileId, 100)).toEqual(bytes);
  await expect(readCachedFile(dir, fileId, 3)).rejects.toMatchObject({ code: 'too-large' });
});

it('leaves nothing behind when the fetch fails or is too large', async () => {
  const failing = cacheFile(dir, async (sink) => {
    await sink.write(new Uint8Array(10));
    throw new AppError('offline', 'line broken');
  });
  await expect(failing).rejects.toMatchObject({ code: 'offline' });
  const chunk = new Uint8Array(20 * 1024 * 1024);
  const huge = cacheFile(dir, async (sink) => {
    for (let sent = 0; sent <= largestFileBytes; sent += chunk.length) await sink.write(chunk);
  });
  await expect(huge).rejects.toMatchObject({ code: 'too-large' });
  expect(readdirSync(dir)).toEqual([]);
});

it('refuses ids that are no hash, says when a file is gone and when the disk refuses', async () => {
  await expect(readCachedFile(dir, '../state.json' as FileId, 100)).rejects.toMatchObject({ code: 'bad-data' });
  await expect(readCachedFile(dir, 'a'.repeat(64) as FileId, 100)).rejects.toMatchObject({ code: 'gone' });
  await expect(cacheFile(join(dir, 'missing'), () => Promise.resolve())).rejects.toMatchObject({ code: 'storage' });
});
