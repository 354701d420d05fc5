// Texts of mails lie in the database in packs, as UTF-8 where that is shorter, and come out as they were through changes and deletions.
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBodies, type Body } from '../../renderer/database/bodies.ts';
import { defineSchema, type Database } from '../../renderer/database/schema.ts';
import { addBodies, changeBodies } from '../../renderer/store/work/write-bodies.ts';

const texts = [
  'plain ASCII',
  'Déjà vu: Latin-1',
  'Değişim için iade şart mı? \ufeffΕπιστροφή 🏺',
  'half a pair \ud83c ş',
  '',
];
let database: Database;

beforeEach(() => {
  database = defineSchema(new Dexie(`bodies-${crypto.randomUUID()}`));
});
afterEach(async () => {
  await database.delete();
});

const bodyOf = (n: number, text: string): Body => ({ n, text, ...(n % 2 === 0 ? { unsafeHtml: `<p>${text}` } : {}) });
const read = async (numbers: readonly number[]): Promise<Body[]> =>
  [...(await readBodies(database.bodies, numbers)).values()].sort((a, b) => a.n - b.n);

it('stores as UTF-8 only what needs it and can be told in it, and gives it back as it was', async () => {
  const bodies = texts.map((text, n) => bodyOf(n, text));
  await addBodies(database.bodies, bodies);
  const [pack] = await database.bodies.toArray();
  expect(pack?.bodies.map(({ text }) => text instanceof Uint8Array)).toEqual([false, false, true, false, false]);
  expect(pack?.bodies[2]?.unsafeHtml).toBeInstanceOf(Uint8Array);
  expect(await read([0, 1, 2, 3, 4])).toEqual(bodies);
  expect(await read([3, 9])).toEqual([bodies[3]]);
});

it('puts large texts apart: the browser makes a file of every record from 64 kB on', async () => {
  const long = 'ş'.repeat(15_000);
  await addBodies(
    database.bodies,
    [1, 2, 3].map((n) => bodyOf(n, n === 3 ? 'short' : long)),
  );
  expect((await database.bodies.toArray()).map((pack) => pack.bodies.map(({ n }) => n))).toEqual([[1], [2], [3]]);
  expect((await read([1, 2, 3])).map(({ text }) => text.length)).toEqual([15_000, 15_000, 5]);
});

it('agrees with a plain list, whatever is added, changed and removed', async () => {
  const step = fc.record({
    added: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 20 }), text: fc.constantFrom(...texts) }), {
      maxLength: 30,
    }),
    changed: fc.array(fc.nat(120), { maxLength: 4 }),
    removed: fc.array(fc.nat(120), { maxLength: 20 }),
    wanted: fc.array(fc.nat(120), { maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await database.bodies.clear();
      const truth = new Map<number, Body>();
      let n = 0;
      for (const { added, changed, removed, wanted } of steps) {
        const gone = removed.filter((each) => each <= n);
        const news = added.map(({ gap, text }) => bodyOf((n += gap), text));
        const others = [...new Set(changed)]
          .filter((each) => truth.has(each) && !gone.includes(each))
          .map((each) => bodyOf(each, `changed ${each}`));
        await database.transaction('rw', database.bodies, async () => {
          await Promise.all([addBodies(database.bodies, news), changeBodies(database.bodies, others, gone)]);
        });
        for (const each of gone) truth.delete(each);
        for (const body of [...news, ...others]) truth.set(body.n, body);
        expect(await read(wanted)).toEqual(
          [...new Set(wanted)].sort((a, b) => a - b).flatMap((each) => truth.get(each) ?? []),
        );
      }
      expect(await read([...truth.keys()])).toEqual([...truth.values()].sort((a, b) => a.n - b.n));
      if (truth.size === 0) expect(await database.bodies.count()).toBe(0);
    }),
    { numRuns: 30 },
  );
});
