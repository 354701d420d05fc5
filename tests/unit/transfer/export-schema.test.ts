// The documented schema of JSON Lines is that of the code, and what an export writes keeps to it, read by ajv and by jq.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { runExport } from '../../../electron/transfer/run-export.ts';
import { exportLineSchema, readExportLine } from '../../../shared/model/export-lines.ts';
import { instantSchema, type AccountId, type ConversationId, type MessageId } from '../../../shared/model/ids.ts';
import { settingsSchema } from '../../../shared/model/settings.ts';
import { shopRecords } from '../../harness/shop-records.ts';
import { chunkOf } from './chunks.ts';
import { exportTaskIn, worldOf } from './played-store.ts';

const schemaFile = '../../../electron/transfer/export-lines.schema.json';

const records = shopRecords({
  accountId: 'shop' as AccountId,
  conversationId: 'shop:one' as ConversationId,
  anchor: 'shop:one-0' as MessageId,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'defter-schema-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the schema file is made of the code', async () => {
  const made = z.toJSONSchema(exportLineSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== instantSchema) return;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
      Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });
  const named = { $schema: made.$schema, title: 'A line of an export of Defter', ...made };
  await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(schemaFile);
});

test('a whole export: every line keeps to the schema and is read back as it was', async () => {
  const task = exportTaskIn(folder, 'jsonl', 'all.jsonl');
  const chunks = [chunkOf([{ text: 'one' }, { text: 'Δύο', html: '<p>Δύο</p>' }]), chunkOf([{ text: 'üç' }], 'two')];
  const world = worldOf(chunks);
  world.source.readRecords = async () => ({ records, next: null });
  const shop = { settings: settingsSchema.parse({}), accounts: [] };
  await runExport({ ...task, shop }, world, new AbortController().signal);
  const path = join(folder, 'all.jsonl');
  const texts = readFileSync(path, 'utf8').trimEnd().split('\n');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const isLine = ajv.compile(JSON.parse(readFileSync(new URL(schemaFile, import.meta.url), 'utf8')) as object);
  for (const text of texts) expect(isLine(JSON.parse(text)), JSON.stringify([isLine.errors, text])).toBe(true);
  const lines = texts.map(readExportLine);
  expect(lines.flatMap((line) => (line?.type === 'record' ? [line.record] : []))).toEqual(records);
  expect(lines.at(-1)).toEqual({ type: 'settings', ...shop });
  const types = execFileSync('jq', ['-r', '.type', path], { encoding: 'utf8' }).trimEnd().split('\n');
  expect(types).toEqual(lines.map((line) => line?.type));
  const kinds = execFileSync('jq', ['-r', 'select(.type == "record") | .record.kind', path], { encoding: 'utf8' });
  expect(kinds.trimEnd().split('\n')).toEqual(records.map(({ kind }) => kind));
  // instants are dates to other programs
  const at = execFileSync('jq', ['-r', 'select(.type == "message") | .receivedAt', path], { encoding: 'utf8' });
  expect(at.split('\n')[0]).toBe('2026-03-05T12:00:00.000Z');
});

test('a period or one channel is no whole shop: neither records nor settings', async () => {
  const task = exportTaskIn(folder, 'jsonl', 'all.jsonl');
  const world = worldOf([chunkOf([{ text: 'one' }])]);
  world.source.readRecords = async () => {
    throw new Error('nobody asked for records');
  };
  const selection = { ...task.request.selection, channel: 'email' };
  await runExport({ ...task, request: { ...task.request, selection } }, world, new AbortController().signal);
  const texts = readFileSync(join(folder, 'all.jsonl'), 'utf8');
  expect(texts.split('\n')[0]).toContain('"isWhole":false');
});
