// What the registry says of its connectors, to people and to programs: `npm run connectors` prints the manifests, nothing beside them.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { registry } from '../../electron/sync/connectors/registry.ts';
import { manifestSchema } from '../../shared/model/manifest.ts';

const root = join(import.meta.dirname, '../..');
const printed = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, 'tests/connectors/table.mjs'), ...args], { cwd: root, encoding: 'utf8' });

const yesOrNo = [
  'read',
  'reply',
  'attachmentsIn',
  'attachmentsOut',
  'orders',
  'reviews',
  'deadline',
  'moderated',
] as const;
const fields = ['id', 'label', ...yesOrNo, 'maxReplyChars', 'pollSeconds'];

it('JSON: every connector, in the registry’s order, with exactly the agreed fields', { timeout: 60_000 }, () => {
  const rows = JSON.parse(printed('--json')) as Record<string, unknown>[];
  expect(rows.map(({ id }) => id)).toEqual(registry.map(({ manifest }) => manifest.id));
  for (const [index, row] of rows.entries()) {
    expect(Object.keys(row)).toEqual(fields);
    for (const field of yesOrNo) expect(typeof row[field]).toBe('boolean');
    const { manifest } = registry[index]!;
    expect(row).toMatchObject({
      label: manifest.label,
      attachmentsOut: manifest.outgoingFiles !== undefined,
      maxReplyChars: manifest.maxReplyChars ?? null,
      pollSeconds: manifest.pollEveryMs / 1000,
    });
  }
  expect(rows.filter(({ attachmentsOut }) => attachmentsOut).map(({ id }) => id)).toEqual([
    'email',
    'hepsiburada',
    'mirakl',
    'allegro',
    'telegram',
    'demo',
  ]);
  expect(rows.filter(({ orders }) => orders).map(({ id }) => id)).toEqual([
    'trendyol',
    'hepsiburada',
    'mirakl',
    'woocommerce',
    'allegro',
    'ebay',
    'n11',
    'archive',
    'demo',
  ]);
});

it('the table: a line for each connector, a column for each field', { timeout: 60_000 }, () => {
  const [head = '', ...lines] = printed().trimEnd().split('\n');
  expect(head.split(/ {2,}/)).toHaveLength(fields.length);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(registry.map(({ manifest }) => manifest.id));
});

it('set-up says what cannot be done: files and orders, wherever a marketplace on offer has none', () => {
  for (const { manifest } of registry) {
    manifestSchema.parse(manifest);
    if (!manifest.isOffered || manifest.id === 'email') continue;
    const said = manifest.guide.cannotDo.map(({ en }) => en).join(' ');
    if (manifest.outgoingFiles === undefined) expect(said, `${manifest.id} on files`).toMatch(/\bfiles?\b/i);
    if (!manifest.capabilities.orders) expect(said, `${manifest.id} on orders`).toMatch(/\borders?\b/i);
  }
});
