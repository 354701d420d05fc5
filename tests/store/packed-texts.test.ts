// Texts of mails lie in the database as UTF-8 where that is shorter, and come out of every way to read as they were.
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defineSchema, type Database } from '../../renderer/database/schema.ts';

const texts = [
  'plain ASCII',
  'Déjà vu: Latin-1',
  'Değişim için iade şart mı? \ufeffΕπιστροφή 🏺',
  'half a pair \ud83c ş',
  '',
];
let database: Database;

beforeEach(async () => {
  database = defineSchema(new Dexie(`packed-${crypto.randomUUID()}`));
  await database.bodies.bulkAdd(
    texts.map((text, n) => ({ n, text, ...(n % 2 === 0 ? { unsafeHtml: `<p>${text}` } : {}) })),
  );
});
afterEach(async () => {
  await database.delete();
});

/** The rows as IndexedDB has them. */
async function stored(): Promise<{ n: number; text: unknown; unsafeHtml?: unknown }[]> {
  const raw = database.backendDB();
  return new Promise((resolve, reject) => {
    const request = raw.transaction('bodies').objectStore('bodies').getAll();
    request.onsuccess = () => resolve(request.result as { n: number; text: unknown }[]);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });
}

it('stores as UTF-8 only what needs it and can be told in it', async () => {
  const rows = await stored();
  expect(rows.map(({ text }) => text instanceof Uint8Array)).toEqual([false, false, true, false, false]);
  expect(rows[2]?.unsafeHtml).toBeInstanceOf(Uint8Array);
});

it('gives texts back, however they are read', async () => {
  const { bodies } = database;
  expect((await bodies.get(2))?.text).toBe(texts[2]);
  expect((await bodies.bulkGet([0, 1, 2, 3, 4])).map((row) => row?.text)).toEqual(texts);
  expect((await bodies.toArray()).map((row) => row.text)).toEqual(texts);
  expect((await bodies.where('n').above(1).limit(1).toArray())[0]?.unsafeHtml).toBe(`<p>${texts[2]}`);
  const walked: string[] = [];
  await bodies.each((row) => walked.push(row.text));
  expect(walked).toEqual(texts);
  expect((await bodies.filter((row) => row.text.includes('Επιστροφή')).toArray()).map((row) => row.n)).toEqual([2]);
  expect(await bodies.toCollection().primaryKeys()).toEqual([0, 1, 2, 3, 4]);
});

it('keeps texts through changes and deletions', async () => {
  const { bodies } = database;
  await bodies.put({ n: 0, text: 'Ağustos' });
  await bodies.update(1, { text: 'Σεπτέμβριος' });
  await bodies.delete(4);
  expect((await bodies.toArray()).map((row) => row.text)).toEqual(['Ağustos', 'Σεπτέμβριος', texts[2], texts[3]]);
});
