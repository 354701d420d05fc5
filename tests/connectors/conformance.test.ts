// Every line of the registry keeps every promise that applies to it; ends with the table connector × promise.
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { registry } from '../../electron/sync/connectors/registry.ts';
import { harnesses } from '../harness/marketplaces/all.ts';
import { openBench } from '../harness/marketplaces/bench.ts';
import { checks, type Check, type MarketplaceHarness } from '../harness/marketplaces/harness.ts';
import { runs } from '../harness/marketplaces/run-checks.ts';
import { isThere, ownSuites, type OwnTest } from './own-suites.ts';

type Mark = 'yes' | 'NO' | 'own' | '–';
interface Line {
  title: string;
  marks: Partial<Record<Check, Mark>>;
}
const table: Line[] = [];
/** What is said of marks other than yes and no, and of which promises. */
const notes = new Map<string, Check[]>();

for (const line of registry) {
  const { id } = line.manifest;
  const own = ownSuites[id];
  const matching = harnesses.filter(({ channel }) => channel === id);
  if (own) {
    describe(id, () => {
      ownChecks(id, own);
    });
  } else {
    it(`${id} has a harness`, () => {
      expect(matching).not.toEqual([]);
    });
  }
  for (const harness of matching) {
    const title = [id, harness.variant].filter(Boolean).join(' ');
    describe(title, () => {
      serverChecks(title, line, harness);
    });
  }
}

/** Tries every promise that applies against the marketplace's server. */
function serverChecks(title: string, line: (typeof registry)[number], harness: MarketplaceHarness): void {
  const { marks } = lineOf(title);
  for (const check of checks) {
    const takesNoFiles = check === 'a file arrives' && line.manifest.outgoingFiles === undefined;
    const reason = takesNoFiles ? 'takes no files' : harness.notApplicable[check];
    if (reason !== undefined) {
      marks[check] = '–';
      note(`– ${title}: ${reason}`, check);
      it.skip(`${check}: ${reason}`, () => undefined);
      continue;
    }
    marks[check] = 'NO';
    it(check, { timeout: 180_000 }, async () => {
      const bench = await openBench(await line.load(), harness);
      try {
        await runs[check](bench);
      } finally {
        await bench.close();
      }
      marks[check] = 'yes';
    });
  }
}

/** The promise is kept in the connector's own suite: here it is seen to that the test is there. */
function ownChecks(id: string, tests: Record<Check, OwnTest>): void {
  const { marks } = lineOf(id);
  for (const check of checks) {
    const test = tests[check];
    if ('reason' in test) {
      marks[check] = '–';
      note(`– ${id}: ${test.reason}`, check);
      continue;
    }
    marks[check] = 'NO';
    note(`own ${id}: tests/${test.file}: ${test.title}`, check);
    it(`${check}: ${test.file}: ${test.title}`, () => {
      expect(isThere(test)).toBe(true);
      marks[check] = 'own';
    });
  }
}

const note = (words: string, check: Check): void => {
  notes.set(words, [...(notes.get(words) ?? []), check]);
};

function lineOf(title: string): Line {
  const line = { title, marks: {} };
  table.push(line);
  return line;
}

afterAll(() => {
  const text = tableText();
  console.log(text);
  const path = process.env['DEFTER_TEST_NOTES'];
  if (path !== undefined) writeFileSync(path, text, { flag: 'a' });
});

/** A line for each connector, a column for each promise; then what is kept elsewhere and what does not apply. */
function tableText(): string {
  const width = Math.max(...table.map(({ title }) => title.length));
  const row = (title: string, cells: string[]) =>
    [title.padEnd(width), ...cells.map((cell, index) => cell.padEnd(checks[index]?.length ?? 0))].join('  ').trimEnd();
  return [
    row('conformance', [...checks]),
    ...table.map(({ title, marks }) =>
      row(
        title,
        checks.map((check) => marks[check] ?? '–'),
      ),
    ),
    'own: kept by a test of its own. –: does not apply.',
    ...[...notes].map(([words, of]) => `${words} (${of.join(', ')})`),
    '',
  ].join('\n');
}
