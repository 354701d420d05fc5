// Files that go out with replies: on disk under their hash, large frozen replies beside them, gone when nothing names them.
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  keepBytes,
  putPayloadAside,
  readKept,
  sweepKept,
  unusedForMs,
  withPayload,
} from '../../electron/sync/engine/kept-files.ts';
import { frozenReplySchema, outboxItemSchema } from '../../shared/model/outbox.ts';

let keptDir: string;
beforeEach(() => {
  keptDir = join(mkdtempSync(join(tmpdir(), 'defter-kept-')), 'kept');
});
afterEach(() => {
  rmSync(join(keptDir, '..'), { recursive: true, force: true });
});

it('keeps the same bytes once and gives them back', async () => {
  const bytes = new Uint8Array([7, 8, 9]);
  const first = await keepBytes(keptDir, bytes);
  expect(await keepBytes(keptDir, bytes)).toEqual(first);
  expect(readdirSync(keptDir)).toEqual([first.fileId]);
  expect(await readKept(keptDir, first.fileId)).toEqual(bytes);
});

it('puts a large payload aside and brings it back for sending, letter for letter', async () => {
  const frozen = (payload: string) =>
    frozenReplySchema.parse({ payload, sha256: 'a'.repeat(64), envelope: { from: 'a@b.test', to: ['c@d.test'] } });
  const small = frozen('short');
  expect(await putPayloadAside(keptDir, small)).toEqual(small);
  const large = frozen(`Merhaba\r\n${'x'.repeat(100_000)}`);
  const aside = await putPayloadAside(keptDir, large);
  expect(aside.payload).toBe('');
  expect(JSON.stringify(aside).length).toBeLessThan(500);
  const item = outboxItemSchema.parse({
    id: 'o',
    accountId: 'a',
    state: 'queued',
    frozen: aside,
    attempts: 0,
    queuedAt: 0,
  });
  expect((await withPayload(keptDir, item)).frozen.payload).toBe(large.payload);
});

it('removes only what nothing has named for 30 days', async () => {
  const now = Date.UTC(2026, 5, 1);
  const used = await keepBytes(keptDir, new Uint8Array([1]));
  const old = await keepBytes(keptDir, new Uint8Array([2]));
  const fresh = await keepBytes(keptDir, new Uint8Array([3]));
  const long = (now - unusedForMs - 1000) / 1000;
  for (const { fileId } of [used, old]) utimesSync(join(keptDir, fileId), long, long);
  utimesSync(join(keptDir, fresh.fileId), now / 1000, now / 1000);
  expect(await sweepKept(keptDir, new Set([used.fileId]), now)).toBe(1);
  expect(readdirSync(keptDir).sort()).toEqual([used.fileId, fresh.fileId].sort());
  expect(await sweepKept(keptDir, new Set(), now + unusedForMs - 1000)).toBe(0);
  expect(await sweepKept(join(keptDir, 'none'), new Set(), now)).toBe(0);
});
