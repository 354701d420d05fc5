// Every line of the registry keeps every promise that applies to it; ends with the table connector × check.
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { registry } from '../../electron/sync/connectors/registry.ts';
import { harnesses } from '../harness/marketplaces/all.ts';
import { checks, type Check } from '../harness/marketplaces/harness.ts';
import { openBench } from '../harness/marketplaces/bench.ts';
import { runs } from '../harness/marketplaces/run-checks.ts';

/** Connectors that do not talk HTTP: where their promises are kept. */
const elsewhere: Readonly<Partial<Record<string, string>>> = {
  archive: 'tests/unit/transfer',
  email: 'tests/mail, against Dovecot and an SMTP sink',
  demo: 'tests/unit/demo-content.test.ts and tests/electron/demo.test.ts',
};

type Mark = 'yes' | 'NO' | '–';
const table = new Map<string, Partial<Record<Check, Mark>>>();

const mark = (channel: string, check: Check, value: Mark): void => {
  table.set(channel, { ...table.get(channel), [check]: value });
};

for (const line of registry) {
  const { id } = line.manifest;
  const harness = harnesses.find(({ channel }) => channel === id);
  if (elsewhere[id] !== undefined) continue;
  describe(id, () => {
    it('has a harness', () => {
      expect(harness).toBeDefined();
    });
    if (!harness) return;
    for (const check of checks) {
      const takesNoFiles = check === 'a file arrives' && line.manifest.outgoingFiles === undefined;
      const reason = takesNoFiles ? 'takes no files' : harness.notApplicable[check];
      if (reason !== undefined) {
        mark(id, check, '–');
        it.skip(`${check}: ${reason}`, () => undefined);
        continue;
      }
      mark(id, check, 'NO');
      it(check, { timeout: 180_000 }, async () => {
        const bench = await openBench(await line.load(), harness);
        try {
          await runs[check](bench);
        } finally {
          await bench.close();
        }
        mark(id, check, 'yes');
      });
    }
  });
}

afterAll(() => {
  const text = tableText();
  console.log(text);
  const path = process.env['DEFTER_TEST_NOTES'];
  if (path !== undefined) writeFileSync(path, text, { flag: 'a' });
});

function tableText(): string {
  const width = Math.max(...checks.map((check) => check.length));
  const ids = registry.map(({ manifest }) => manifest.id).filter((id) => table.has(id));
  const columns = ids.map((id) => id.length);
  const row = (title: string, cells: string[]) =>
    [title.padEnd(width), ...cells.map((cell, index) => cell.padEnd(columns[index] ?? 0))].join('  ').trimEnd();
  return [
    row('conformance', ids),
    ...checks.map((check) => row(check, ids.map((id) => table.get(id)?.[check] ?? '–'))),
    ...Object.entries(elsewhere).map(([id, where]) => `${id}: speaks no HTTP; see ${where ?? ''}`),
    '',
  ].join('\n');
}
