// The journal on a disk that gives back other bytes than it was given: bit flips, torn ends, blocks and files that cannot be read.
import { describe, expect, test } from 'vitest';
import { seeded, SimulatedDisk } from './simulated-disk.ts';
import { note, openQuietly, readAll, textOf, writeSentinel } from './simulated-journal.ts';

describe('damage', () => {
  async function threeSegments(seed: number): Promise<SimulatedDisk> {
    const disk = new SimulatedDisk(seeded(seed));
    for (let life = 0; life < 3; life++) {
      const { journal } = await openQuietly(disk);
      for (let n = 0; n < 12; n++)
        await journal.append([note(`${life}-${n}`, `text ${life}-${n} ${'ü'.repeat(n * 9)}`)]);
      await writeSentinel(journal, 1);
      await journal.close();
    }
    return disk;
  }

  test('flipped bits anywhere: what was not hit stays readable, what was is told and kept', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const random = seeded(seed + 5000);
      const disk = await threeSegments(seed);
      const path = `/journal/00000${1 + Math.floor(random() * 3)}.jsonl`;
      const at = Math.floor(random() * disk.content(path).length);
      disk.damage(path, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        return bytes;
      });
      const { journal, reports } = await openQuietly(disk);
      const found = await readAll(journal);
      expect(found.length, `seed ${seed}`).toBeGreaterThanOrEqual(35);
      for (const entry of found) expect(textOf(entry), `seed ${seed}`).toContain(`text ${entry.record.key} `);
      const isTold = reports.some(({ kind }) => kind === 'damaged' || kind === 'sentinel-ahead' || kind === 'torn');
      expect(isTold, `seed ${seed}`).toBe(true);
      // a number is not given out a second time, even when the newest record was lost
      await expect(journal.append([note('new', 'text new ')])).resolves.toBe(37);

      await journal.upkeep();
      const { journal: healed, reports: later } = await openQuietly(disk);
      expect((await readAll(healed)).slice(0, -1), `seed ${seed}`).toEqual(found);
      expect(
        later.filter(({ kind }) => kind === 'damaged'),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });

  test('damaged bytes are set aside once', async () => {
    const disk = await threeSegments(1);
    disk.damage('/journal/000001.jsonl', (bytes) => bytes.fill(0, 100, 200));
    const { reports } = await openQuietly(disk);
    expect(reports).toContainEqual({ kind: 'damaged', file: '000001.jsonl', bytes: expect.any(Number) });
    await openQuietly(disk);
    expect(disk.paths().filter((path) => path.startsWith('/journal/quarantine/'))).toHaveLength(1);
  });

  test('damaged bytes that cannot be copied stay where they are', async () => {
    const disk = await threeSegments(6);
    disk.damage('/journal/000001.jsonl', (bytes) => bytes.fill(0, 100, 200));
    const before = Buffer.from(disk.content('/journal/000001.jsonl'));
    disk.failAt.set(disk.steps + 2, 'ENOSPC'); // the first step after looking into the folder
    const { journal, reports } = await openQuietly(disk);
    expect(reports.map(({ kind }) => kind)).toEqual(['damaged', 'failed']);
    expect(await journal.upkeep()).toBe(false);
    expect(disk.content('/journal/000001.jsonl')).toEqual(before);
  });

  test('cut ends of any length: the earlier records stay, and the next two lives keep them', async () => {
    for (let cut = 1; cut < 900; cut += 13) {
      const disk = await threeSegments(2);
      disk.damage('/journal/000003.jsonl', (bytes) => bytes.subarray(0, Math.max(0, bytes.length - cut)));
      const { journal } = await openQuietly(disk);
      const found = await readAll(journal);
      await journal.append([note('later', 'later')]);
      disk.crash();
      const { journal: next } = await openQuietly(disk);
      expect((await readAll(next)).map(textOf), `cut ${cut}`).toEqual([...found.map(textOf), 'later']);
    }
  });

  test('a block that the disk cannot read costs the records in it, not the start', async () => {
    const disk = new SimulatedDisk(seeded(5));
    const { journal: before } = await openQuietly(disk);
    for (let n = 0; n < 40; n++) await before.append([note(`${n}`, 'w'.repeat(500))]);
    await before.close();
    disk.unreadable = { path: '/journal/000001.jsonl', from: 4096, to: 8192 };
    const { journal, reports } = await openQuietly(disk);
    expect((await readAll(journal)).length).toBeGreaterThan(30);
    expect(reports.map(({ kind }) => kind)).toContain('damaged');
  });

  test('an empty, a foreign and a half-made file do no harm', async () => {
    const disk = await threeSegments(3);
    await disk.open('/journal/000009.jsonl', true);
    await disk.open('/journal/000008.base.jsonl.tmp', true);
    await disk.open('/journal/notes.txt', true);
    const { journal } = await openQuietly(disk);
    expect(await readAll(journal)).toHaveLength(36);
    expect(disk.paths()).not.toContain('/journal/000008.base.jsonl.tmp');
    await journal.append([note('x', 'x')]);
    expect(disk.paths()).toContain('/journal/000010.jsonl');
  });

  test('a sentinel that cannot be read counts as none', async () => {
    const disk = await threeSegments(4);
    disk.damage('/journal/state.json', (bytes) => bytes.subarray(0, 5));
    const { journal, reports } = await openQuietly(disk);
    await expect(journal.readSentinel()).resolves.toBeNull();
    expect(reports.map(({ kind }) => kind)).toContain('failed');
  });
});
