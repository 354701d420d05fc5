// What every connector promises of files that go out: they arrive with the words, once, and nothing is tried beyond the manifest's limits.
import { expect } from 'vitest';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { AppError } from '../../../shared/errors.ts';
import { answer, replyTo, send, type Bench } from './bench.ts';
import type { Check } from './harness.ts';

const fileOf = (name: string, mimeType: string, bytes: Uint8Array): ReplyFile => ({
  name,
  mimeType,
  bytes: new Uint8Array(bytes),
});
/** Bytes that no text form leaves alone. */
const photo = fileOf('kutu ön.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255, 254]));
const invoice = fileOf('fatura.pdf', 'application/pdf', Buffer.from('%PDF-1.4 fatura'));

export const fileRuns: Record<Extract<Check, 'a file arrives' | 'limits of files'>, (bench: Bench) => Promise<void>> = {
  async 'a file arrives'(bench) {
    const { market } = bench;
    const threadKey = market.ask('Kutunun resmi var mı?');
    const arrived = () => market.deliveredFiles?.(threadKey) ?? [];
    const item = await replyTo(bench, threadKey, 'reply-1', answer, [photo, invoice]);
    // The process dies after whatever is handed over first, and before anything was said to be on its way.
    const lost = bench.session.send(
      item,
      () => Promise.reject(new AppError('conflict', 'Gone')),
      new AbortController().signal,
    );
    await expect(lost).rejects.toMatchObject({ code: 'conflict' });
    expect(market.delivered(threadKey)).toEqual([]);
    expect(await send(bench, { ...item, attempts: 2 })).toMatchObject({ outcome: { kind: 'accepted' }, inflight: 1 });
    expect(market.delivered(threadKey)).toEqual([answer]);
    expect(arrived()).toEqual([photo, invoice]);

    const next = market.ask('Faturam nerede?');
    const doubtful = await replyTo(bench, next, 'reply-2', answer, [invoice]);
    market.setFault({ kind: 'silent', only: 'write' });
    expect((await send(bench, doubtful)).outcome.kind).toBe('ambiguous');
    market.setFault(undefined);
    bench.clock.advance(120_000);
    const looked = await send(bench, { ...doubtful, state: 'ambiguous', attempts: 1 });
    expect(looked).toMatchObject({
      outcome: { kind: bench.harness.cannotProve ? 'ambiguous' : 'accepted' },
      inflight: 0,
    });
    expect([market.delivered(next), market.deliveredFiles?.(next)]).toEqual([[answer], [invoice]]);
  },

  async 'limits of files'(bench) {
    const { outgoingFiles: limits } = bench.connector.manifest;
    const threadKey = bench.market.ask('Sınır nedir?');
    const refusal = (files: ReplyFile[], text = answer) =>
      replyTo(bench, threadKey, 'reply-1', text, files).then(
        () => 'taken',
        (thrown: unknown) => (thrown instanceof AppError ? thrown.code : thrown),
      );
    if (limits === undefined) {
      expect(await refusal([photo])).toBe('unsupported');
      return;
    }
    const { maxBytes, maxFileBytes = maxBytes, maxCount, types, maxReplyChars } = limits;
    const sized = (sizeBytes: number, index = 0) =>
      fileOf(`${index}.png`, 'image/png', Buffer.alloc(sizeBytes, String(index)));
    expect(await refusal([sized(maxFileBytes)])).toBe('taken');
    expect(await refusal([sized(maxFileBytes + 1)])).toBe('too-large');
    const inSum = Array.from({ length: Math.floor(maxBytes / maxFileBytes) + 1 }, (_none, index) =>
      sized(maxFileBytes, index),
    );
    expect(await refusal(inSum)).toBe('too-large');
    if (maxCount !== undefined) {
      expect(await refusal(Array.from({ length: maxCount }, (_none, index) => sized(index + 1)))).toBe('taken');
      expect(await refusal(Array.from({ length: maxCount + 1 }, (_none, index) => sized(index + 1)))).toBe('too-large');
    }
    if (types !== undefined)
      expect(await refusal([fileOf('a.exe', 'application/x-msdownload', invoice.bytes)])).toBe('unsupported');
    if (maxReplyChars !== undefined) {
      expect(await refusal([photo], 'a'.repeat(maxReplyChars + 1))).toBe('too-large');
      expect(await refusal([], 'a'.repeat(maxReplyChars + 1))).toBe('taken');
    }
    expect(bench.market.delivered(threadKey)).toEqual([]);
  },
};
