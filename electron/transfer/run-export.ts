// Makes one export: reads the store slice by slice into parts with checkpoints, finishes the parts, hands them over with a manifest.
import { extname } from 'node:path';
import type { exportSource } from '../../shared/contract/export-source.ts';
import type { ExportResult, ExportTask } from '../../shared/contract/transfer-control.ts';
import { AppError, throwIfCancelled } from '../../shared/errors.ts';
import { isWholeShop, type ExportChunk, type ExportFormat } from '../../shared/model/export.ts';
import { exportLinesVersion } from '../../shared/model/export-lines.ts';
import type { Client } from '../../shared/rpc.ts';
import { ExportAttachments } from './attachments.ts';
import {
  firstState,
  keptNames,
  readProgress,
  writePlan,
  writeState,
  type ExportState,
  type StoredPlan,
} from './export-state.ts';
import type { FinishTools, Format, FormatContext } from './format.ts';
import { csvFormat } from './formats/csv.ts';
import { htmlFormat, pdfFormat } from './formats/document.ts';
import { jsonlFormat } from './formats/jsonl.ts';
import { emlFormat, mboxFormat } from './formats/mail.ts';
import { personFormat } from './formats/person.ts';
import { xlsxFormat } from './formats/xlsx.ts';
import { describe, handOverFile, handOverText, handOverZip, hashOf, manifestPath } from './hand-over.ts';
import { PartFiles } from './part-files.ts';
import { timesIn } from './times.ts';

const formats: Record<ExportFormat, Format> = {
  pdf: pdfFormat,
  html: htmlFormat,
  eml: emlFormat,
  mbox: mboxFormat,
  csv: csvFormat,
  xlsx: xlsxFormat,
  jsonl: jsonlFormat,
  person: personFormat,
};

/** An interruption costs no more than the work on so many messages. */
const checkpointEvery = 5000;
/** Conversations named in one question to the store. */
const windowSize = 400;
const customersAtOnce = 200;
/** Planning counts all messages of a large shop. */
const planTimeoutMs = 300_000;
const readTimeoutMs = 120_000;
/** Progress is for the eye; each step draws the window anew. */
const progressEveryMs = 500;

export interface ExportWorld {
  source: Client<typeof exportSource>;
  now(): number;
  progress(step: { phase: 'reading' | 'writing'; doneMessages: number; totalMessages: number }): void;
  printPdf(htmlName: string, pdfName: string): Promise<void>;
}

/** `cancelled` at the signal; the parts stay for another try. `storage` when the disk refuses. */
export async function runExport(task: ExportTask, world: ExportWorld, signal: AbortSignal): Promise<ExportResult> {
  const format = formats[task.request.format];
  const earlier = await readProgress(task.workDir);
  const plan = earlier?.plan ?? (await makePlan(task, world));
  const state: ExportState = earlier?.state ?? structuredClone(firstState);
  const attachments = new ExportAttachments(task, world.source, format.embedsFiles !== true);
  const parts = await PartFiles.open(task.workDir, state.sizes, keptNames);
  await attachments.resume(state.sizes);
  attachments.found = state.attachments;
  attachments.missing = state.missing;
  const context = contextOf(task, parts, attachments);
  try {
    if (!earlier) {
      await format.begin(0, context);
      await writePlan(task.workDir, plan);
      await checkpoint(task, state, parts, attachments);
    }
    await readAll({ task, world, signal, format, plan, state, parts, attachments, context });
  } finally {
    await parts.close();
  }
  return handOver({ task, world, signal, format, plan, state, context, attachments });
}

interface Run {
  task: ExportTask;
  world: ExportWorld;
  signal: AbortSignal;
  format: Format;
  plan: StoredPlan;
  state: ExportState;
  parts: PartFiles;
  attachments: ExportAttachments;
  context: FormatContext;
}

async function makePlan(task: ExportTask, { source }: ExportWorld): Promise<StoredPlan> {
  const { selection } = task.request;
  const input = { selection, withAllCustomers: isWholeShop(task.request) };
  const { conversationIds, customerIds, count } = await source.plan(input, { timeoutMs: planTimeoutMs });
  return { conversationIds, customerIds, totalMessages: count.messages };
}

async function readAll(run: Run): Promise<void> {
  const { task, world, signal, format, plan, state, parts, attachments, context } = run;
  let checkpointAt = state.messages + checkpointEvery;
  let toldAt = -Infinity;
  // While one slice is being written, the store reads the next one.
  let coming = state.place === null ? null : readSlice(run, state.place);
  while (state.place !== null && coming) {
    throwIfCancelled(signal);
    const { chunks, next } = await coming;
    coming = next === null ? null : readSlice(run, next);
    coming?.catch(() => undefined); // awaited in the next round, unless writing fails first
    for (const chunk of chunks) await addChunk(run, chunk);
    state.place = next;
    if (state.messages >= checkpointAt) {
      await checkpoint(task, state, parts, attachments);
      checkpointAt = state.messages + checkpointEvery;
    }
    if (world.now() - toldAt >= progressEveryMs) {
      toldAt = world.now();
      world.progress({ phase: 'reading', doneMessages: state.messages, totalMessages: plan.totalMessages });
    }
  }
  if (!state.isRead) {
    if (format.addCustomers) {
      for (let from = 0; from < plan.customerIds.length; from += customersAtOnce) {
        throwIfCancelled(signal);
        const customerIds = plan.customerIds.slice(from, from + customersAtOnce);
        await format.addCustomers(state.part, await world.source.readCustomers({ customerIds }), context);
      }
    }
    if (format.addRecords && isWholeShop(task.request)) await readRecords(run, format.addRecords);
    await format.end(state.part, true, context);
    state.isRead = true;
    await checkpoint(task, state, parts, attachments);
  }
  world.progress({ phase: 'writing', doneMessages: 0, totalMessages: plan.totalMessages });
}

async function readRecords({ world, signal, context }: Run, add: NonNullable<Format['addRecords']>): Promise<void> {
  let place: { table: number; after: string | null } | null = { table: 0, after: null };
  while (place !== null) {
    throwIfCancelled(signal);
    const page: Awaited<ReturnType<ExportWorld['source']['readRecords']>> = await world.source.readRecords({ place });
    if (page.records.length > 0) await add(page.records, context);
    place = page.next;
  }
}

/** `place` counts in the whole plan; the store is shown a window of it. */
async function readSlice({ task, world, plan }: Run, place: NonNullable<ExportState['place']>) {
  const { from, to } = task.request.selection;
  const conversationIds = plan.conversationIds.slice(place.index, place.index + windowSize);
  if (conversationIds.length === 0) return { chunks: [], next: null };
  const { chunks, next } = await world.source.read(
    {
      conversationIds,
      place: { index: 0, skip: place.skip },
      withNotes: task.request.withNotes,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    { timeoutMs: readTimeoutMs },
  );
  const index = place.index + (next?.index ?? conversationIds.length);
  return { chunks, next: index < plan.conversationIds.length ? { index, skip: next?.skip ?? 0 } : null };
}

async function addChunk({ format, state, parts, attachments, context }: Run, raw: ExportChunk): Promise<void> {
  if (state.messagesInPart > 0 && state.messagesInPart + raw.messages.length > format.messagesPerPart) {
    await format.end(state.part, false, context);
    state.part += 1;
    state.messagesInPart = 0;
    await format.begin(state.part, context);
  }
  const chunk = await attachments.prepare(raw, parts);
  await format.add(state.part, chunk, context);
  state.messagesInPart += chunk.messages.length;
  state.messages += chunk.messages.length;
  state.notes += chunk.notes.length;
  if (chunk.isFirst) state.conversations += 1;
}

async function checkpoint(
  task: ExportTask,
  state: ExportState,
  parts: PartFiles,
  attachments: ExportAttachments,
): Promise<void> {
  state.sizes = await parts.checkpoint();
  state.attachments = attachments.found;
  state.missing = attachments.missing;
  await writeState(task.workDir, state);
}

async function handOver(run: Omit<Run, 'parts'>): Promise<ExportResult> {
  const { task, world, signal, format, plan, state, context, attachments } = run;
  const tools: FinishTools = {
    signal,
    printPdf: (htmlName, pdfName) => world.printPdf(htmlName, pdfName),
    progress: (part, partCount) => {
      const doneMessages = Math.round((plan.totalMessages * part) / partCount);
      world.progress({ phase: 'writing', doneMessages, totalMessages: plan.totalMessages });
    },
  };
  const made = await format.finish(state.part + 1, context, tools);
  const entries = [...made, ...(await attachments.entries(state.sizes))];
  throwIfCancelled(signal);
  const counts = {
    conversations: state.conversations,
    messages: state.messages,
    notes: state.notes,
    attachments: attachments.found,
    missing: attachments.missing,
  };
  const { request, timeZone, targetPath } = task;
  const manifest = `${JSON.stringify(
    {
      format: 'defter-export-manifest',
      version: exportLinesVersion,
      kind: request.format,
      title: request.title,
      selection: request.selection,
      timeZone,
      madeAt: new Date(world.now()).toISOString(),
      app: task.appVersion,
      counts,
      files: await describe(entries, signal),
    },
    null,
    2,
  )}\n`;
  const [single] = entries;
  if (single && entries.length === 1 && !single.range && extname(targetPath) === format.extension) {
    await handOverFile(single.path, targetPath, signal);
    await handOverText(manifest, manifestPath(targetPath));
  } else if (extname(targetPath) === '.zip') {
    await handOverZip(entries, manifest, targetPath, signal);
  } else {
    throw new AppError('bug', `An export of ${entries.length} files was to become one ${extname(targetPath)}`);
  }
  const sha256 = await hashOf(targetPath);
  const [{ sizeBytes } = { sizeBytes: 0 }] = await describe([{ name: '', path: targetPath, sha256 }], signal);
  return { ...counts, sizeBytes, sha256 };
}

function contextOf(task: ExportTask, parts: PartFiles, attachments: ExportAttachments): FormatContext {
  const labelOf = new Map(task.accounts.map(({ id, label }) => [id, label]));
  return {
    task,
    parts,
    times: timesIn(task.timeZone),
    label: (key, values = {}) =>
      (task.labels[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    accountLabel: (id) => labelOf.get(id) ?? id,
    readFile: (attachment) => attachments.read(attachment),
    fileName: (attachment) => attachments.nameOf(attachment),
  };
}
