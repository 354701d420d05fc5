// The journal under what can happen to it: kills at any step, a full disk and one that refuses, compaction.
import { describe, expect, test } from 'vitest';
import type { JournalReport } from '../../../electron/main/journal/journal.ts';
import { AppError } from '../../../shared/errors.ts';
import { journalRecordSchema, type JournaledRecord } from '../../../shared/model/journal.ts';
import { seeded, SimulatedDisk } from './simulated-disk.ts';
import { note, openQuietly, readAll, textOf, writeSentinel } from './simulated-journal.ts';

interface Call {
  /** Key and text of each record; texts begin with a rising number. */
  records: { key: string; text: string }[];
  outcome: 'acknowledged' | 'refused' | 'unknown';
}

describe('kills', () => {
  /** Several lives on one disk, each killed at a random step or ended in peace; the machine may lose its power with the program. */
  async function runLives(seed: number): Promise<void> {
    const random = seeded(seed);
    const disk = new SimulatedDisk(random);
    const calls: Call[] = [];
    let serial = 0;
    for (let life = 0; life < 5; life++) {
      const { journal, reports } = await openQuietly(disk);
      const found = await readAll(journal);
      check(found, calls, reports, `seed ${seed}, life ${life}`);
      disk.killAt = disk.steps + Math.floor(random() * 60);
      const pending: Promise<unknown>[] = [];
      for (let n = 0; n < 25; n++) {
        const size = 1 + Math.floor(random() * 4);
        const records = Array.from({ length: size }, (_, at) => ({
          key: `${n}-${at}`,
          text: `${serial++} ${'x'.repeat(Math.floor(random() ** 4 * 3000))}`,
        }));
        const call: Call = { records, outcome: 'unknown' };
        calls.push(call);
        const done = journal.append(records.map(({ key, text }) => note(key, text))).then(
          () => {
            call.outcome = 'acknowledged';
          },
          () => undefined, // killed: it may have happened or not
        );
        pending.push(done);
        if (random() < 0.4) await done;
        if (random() < 0.1) pending.push(journal.upkeep());
        if (random() < 0.1) pending.push(writeSentinel(journal, seed).catch(() => undefined));
      }
      await Promise.all(pending);
      if (random() < 0.3) await journal.close();
      if (random() < 0.7) disk.crash();
      else disk.restart();
    }
    const { journal, reports } = await openQuietly(disk);
    check(await readAll(journal), calls, reports, `seed ${seed}, end`);
  }

  function check(found: JournaledRecord[], calls: Call[], reports: JournalReport[], where: string): void {
    const seqs = found.map(({ seq }) => seq);
    expect(new Set(seqs).size, `numbers twice, ${where}`).toBe(seqs.length);
    expect(
      [...seqs].sort((a, b) => a - b),
      `order, ${where}`,
    ).toEqual(seqs);
    expect(
      reports.filter(({ kind }) => kind === 'damaged' || kind === 'sentinel-ahead'),
      where,
    ).toEqual([]);
    const texts = new Set(found.map(textOf));
    const serialOf = (text: string) => Number(text.split(' ', 1)[0]);
    const latest = new Map(found.map((entry) => [entry.record.key, serialOf(textOf(entry))]));
    for (const { records, outcome } of calls) {
      const isThere = records.some(({ text }) => texts.has(text));
      // compaction may have taken what a later record of the same key supersedes; everything else must be there
      const lost = records.filter(({ key, text }) => !texts.has(text) && (latest.get(key) ?? -1) < serialOf(text));
      if (outcome === 'acknowledged') expect(lost, `acknowledged and lost, ${where}`).toEqual([]);
      else if (isThere) expect(lost, `half a call, ${where}`).toEqual([]);
    }
    const known = new Set(calls.flatMap(({ records }) => records.map(({ text }) => text)));
    expect(
      [...texts].filter((text) => !known.has(text)),
      `invented, ${where}`,
    ).toEqual([]);
  }

  test.each(Array.from({ length: 12 }, (_, block) => block))('block %i of 25 seeds', async (block) => {
    for (let seed = block * 25; seed < block * 25 + 25; seed++) await runLives(seed);
  });

  test('half a call is never seen, whatever part of it reached the disk', async () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const disk = new SimulatedDisk(random);
      const { journal } = await openQuietly(disk);
      await journal.append([note('a', 'first')]);
      disk.killAt = disk.steps + 2; // the write is done, the flush is not
      const group = Array.from({ length: 6 }, (_, at) => note(`g${at}`, `g${at} ${'y'.repeat(700)}`));
      await journal.append(group).catch(() => undefined);
      disk.crash();
      const found = await readAll((await openQuietly(disk)).journal);
      expect([1, 7], `seed ${seed}`).toContain(found.length);
    }
  });
});

describe('appending', () => {
  test('concurrent calls share a flush, keep their order and get their own numbers', async () => {
    const disk = new SimulatedDisk(seeded(1));
    const { journal } = await openQuietly(disk);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => journal.append([note(`${n}`, `a${n}`), note(`${n}b`, `b${n}`)])),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => (n + 1) * 2));
    expect(disk.syncs).toBeLessThanOrEqual(3);
    expect((await readAll(journal)).map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  test('pages of readAfter end where the next one begins', async () => {
    const { journal } = await openQuietly(new SimulatedDisk(seeded(2)));
    await journal.append(Array.from({ length: 10 }, (_, n) => note(`${n}`, `t${n}`)));
    expect(await journal.readAfter(0, 4)).toMatchObject({ lastSeq: 4, isEnd: false });
    expect(await journal.readAfter(8, 4)).toMatchObject({ lastSeq: 10, isEnd: true });
    expect(await journal.readAfter(10, 4)).toEqual({ records: [], lastSeq: 10, isEnd: true });
  });

  test('a segment of 8 MB is closed, and nothing is lost at the seam', async () => {
    const disk = new SimulatedDisk(seeded(3));
    const { journal } = await openQuietly(disk);
    for (let n = 0; n < 11; n++) {
      await journal.append(Array.from({ length: 10 }, (_, at) => note(`${n}-${at}`, 'z'.repeat(90_000))));
    }
    expect(disk.paths().filter((path) => path.endsWith('.jsonl'))).toHaveLength(2);
    const again = (await openQuietly(disk)).journal;
    expect((await readAll(again, 5000)).map(({ seq }) => seq)).toEqual(Array.from({ length: 110 }, (_, n) => n + 1));
  });

  test('after close everything is refused, and what was asked before is done', async () => {
    const disk = new SimulatedDisk(seeded(4));
    const { journal } = await openQuietly(disk);
    const asked = journal.append([note('a', 'asked')]);
    await journal.close();
    await expect(asked).resolves.toBe(1);
    await expect(journal.append([note('a', 'late')])).rejects.toMatchObject({ code: 'cancelled' });
    await expect(journal.readAfter(0, 1)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a new life never appends to a file of an earlier one', async () => {
    const disk = new SimulatedDisk(seeded(5));
    for (const text of ['one', 'two']) {
      const { journal } = await openQuietly(disk);
      await journal.append([note(text, text)]);
      await journal.close();
    }
    expect(disk.paths()).toEqual(['/journal/000001.jsonl', '/journal/000002.jsonl']);
  });
});

describe('a disk that refuses', () => {
  test('at every step in turn: refused calls never count, later ones do', async () => {
    for (let at = 1; at <= 40; at++) {
      for (const code of ['ENOSPC', 'EIO']) {
        const disk = new SimulatedDisk(seeded(at));
        const { journal } = await openQuietly(disk);
        disk.failAt.set(disk.steps + at, code);
        const calls: Call[] = [];
        for (let n = 0; n < 8; n++) {
          const records = [`a${n} ${'q'.repeat(600)}`, `b${n}`].map((text, i) => ({ key: `${n}-${i}`, text }));
          const call: Call = { records, outcome: 'refused' };
          calls.push(call);
          await journal.append(records.map(({ key, text }) => note(key, text))).then(
            () => {
              call.outcome = 'acknowledged';
            },
            (thrown: unknown) => {
              expect(thrown, `step ${at}`).toBeInstanceOf(AppError);
              expect(thrown).toMatchObject({ code: 'storage', detail: { reason: code === 'EIO' ? 'io' : 'full' } });
            },
          );
        }
        disk.failAt.clear();
        const expected = calls.flatMap(({ records, outcome }) =>
          outcome === 'acknowledged' ? records.map(({ text }) => text) : [],
        );
        expect(expected.length, `step ${at}`).toBeGreaterThanOrEqual(14);
        expect((await readAll(journal)).map(textOf), `same life, step ${at}`).toEqual(expected);
        disk.crash();
        const { journal: next, reports } = await openQuietly(disk);
        expect((await readAll(next)).map(textOf), `next life, step ${at}`).toEqual(expected);
        expect(
          reports.filter(({ kind }) => kind === 'damaged'),
          `step ${at}`,
        ).toEqual([]);
      }
    }
  });

  test('a flush and the cut after it both fail: nothing is written until the cut works', async () => {
    const disk = new SimulatedDisk(seeded(6));
    const { journal } = await openQuietly(disk);
    await journal.append([note('a', 'kept')]);
    disk.failAt = new Map([2, 3, 4].map((step) => [disk.steps + step, 'EIO']));
    await expect(journal.append([note('b', 'refused')])).rejects.toMatchObject({ code: 'storage' });
    await expect(journal.append([note('c', 'refused too')])).rejects.toMatchObject({ code: 'storage' });
    await journal.append([note('d', 'works again')]);
    disk.crash();
    expect((await readAll((await openQuietly(disk)).journal)).map(textOf)).toEqual(['kept', 'works again']);
  });

  test('a full disk costs the reserve first, then calls are refused until there is room', async () => {
    const disk = new SimulatedDisk(seeded(7));
    disk.capacityBytes = 1024 * 1024 * 1024;
    const { journal, reports } = await openQuietly(disk);
    await journal.append([note('a', 'before')]);
    await journal.upkeep();
    expect(disk.paths()).toContain('/journal/reserve.bin');
    disk.capacityBytes = disk.usedBytes + 100;
    await journal.append([note('b', 'from the reserve')]);
    expect(reports).toContainEqual({ kind: 'reserve-used' });
    expect(disk.paths()).not.toContain('/journal/reserve.bin');
    disk.capacityBytes = disk.usedBytes;
    await expect(journal.append([note('c', 'no room')])).rejects.toMatchObject({
      code: 'storage',
      detail: { reason: 'full' },
    });
    disk.capacityBytes += 1024 * 1024;
    await journal.append([note('d', 'room again')]);
    expect((await readAll(journal)).map(textOf)).toEqual(['before', 'from the reserve', 'room again']);
  });

  test('compaction that fails at any step changes nothing that can be read', async () => {
    for (let at = 1; at < 30; at++) {
      const random = seeded(at);
      const disk = new SimulatedDisk(random);
      const { journal } = await openQuietly(disk);
      for (let n = 0; n < 20; n++) await journal.append([note(`k${n % 5}`, `t${n}`)]);
      const isKill = at % 2 === 0;
      if (isKill) disk.killAt = disk.steps + at;
      else disk.failAt.set(disk.steps + at, 'ENOSPC');
      await journal.upkeep();
      disk.failAt.clear();
      if (isKill) disk.crash();
      else await journal.append([note('k0', 'after')]);
      const { journal: next } = await openQuietly(disk);
      const latest = new Map((await readAll(next)).map((entry) => [entry.record.key, textOf(entry)]));
      const expected = [isKill ? 't15' : 'after', 't16', 't17', 't18', 't19'];
      expect(
        [...latest].sort().map(([, text]) => text),
        `step ${at}`,
      ).toEqual(expected);
    }
  });
});

describe('compaction', () => {
  test('latest states are the same before and after, for random journals', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seeded(seed);
      const disk = new SimulatedDisk(random);
      const states = new Map<string, string>();
      for (let life = 0; life < 3; life++) {
        const { journal } = await openQuietly(disk);
        for (let n = 0; n < 40; n++) {
          const key = `k${Math.floor(random() * 12)}`;
          const text = random() < 0.25 ? null : `${life}.${n}`;
          await journal.append([note(key, text)]);
          if (text === null) states.delete(key);
          else states.set(key, text);
        }
        if (random() < 0.6) await writeSentinel(journal, 1);
        await journal.upkeep();
        await journal.close();
      }
      const { journal } = await openQuietly(disk);
      const after = new Map<string, string>();
      for (const entry of await readAll(journal)) {
        if (entry.record.data === null) after.delete(entry.record.key);
        else after.set(entry.record.key, textOf(entry));
      }
      expect([...after].sort(), `seed ${seed}`).toEqual([...states].sort());
      await expect(journal.append([note('n', 'n')]), `seed ${seed}`).resolves.toBe(121);
    }
  });

  test('tombstones go once the store has seen them, those of the outbox never, and the newest record never', async () => {
    const disk = new SimulatedDisk(seeded(8));
    const { journal } = await openQuietly(disk);
    const outboxGone = journalRecordSchema.parse({ kind: 'outbox', key: 'o', at: 1, data: null });
    await journal.append([note('a', 'a'), note('b', 'b'), outboxGone, note('a', null)]);
    await writeSentinel(journal, 1);
    await journal.append([note('b', null), note('c', null)]);
    for (let n = 0; n < 20; n++) await journal.append([note('bulk', `bulk ${n}`)]);
    await journal.append([note('d', null)]);
    expect(await journal.upkeep()).toBe(true);
    expect((await readAll(journal)).map(textOf)).toEqual(['gone o', 'gone b', 'gone c', 'bulk 19', 'gone d']);
  });

  test('is not done for nothing', async () => {
    const disk = new SimulatedDisk(seeded(9));
    const { journal } = await openQuietly(disk);
    for (let n = 0; n < 10; n++) await journal.append([note(`${n}`, 'kept')]);
    expect(await journal.upkeep()).toBe(false);
  });
});
