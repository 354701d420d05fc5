// The exports of a workspace: asks for the place, runs each in a process of its own, remembers unfinished ones over a restart.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow, type MessagePortMain } from 'electron';
import { storedExportSchema, type ExportTask } from '../../../shared/contract/transfer-control.ts';
import { AppError, errorData } from '../../../shared/errors.ts';
import type { ExportJob, ExportRequest } from '../../../shared/model/export.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { realDisk, replaceFile } from '../disk.ts';
import type { Log } from '../log.ts';
import type { Text } from '../text.ts';
import { extensionFor } from './export-extension.ts';
import { openPrinter, type Printer } from './print-pdf.ts';
import { inTransferProcess } from './transfer-host.ts';

export interface ExportWorld {
  log: Log;
  /** Unfinished exports lie here, a folder each. */
  dir: string;
  text(): Text;
  window(): BrowserWindow | undefined;
  /** A fresh port to the store; `cancelled` while there is no page. */
  openSource(): MessagePortMain;
  announce(job: ExportJob): void;
  /** What documents say of the shop, and where its files lie. */
  frame(request: ExportRequest): Omit<ExportTask, 'request' | 'workDir' | 'targetPath'>;
}

const jobName = 'job.json';

interface Running {
  job: ExportJob;
  task: ExportTask;
  stopping: AbortController | undefined;
  /** The person asked for the stop. */
  isCancelled: boolean;
}

export class ExportDesk {
  readonly #world: ExportWorld;
  readonly #jobs = new Map<string, Running>();
  #isClosing = false;

  constructor(world: ExportWorld) {
    this.#world = world;
  }

  /** Finds what an earlier run left unfinished. */
  async load(): Promise<void> {
    const names = await readdir(this.#world.dir).catch(() => []); // no export has ever been made
    for (const name of names) {
      try {
        const raw: unknown = JSON.parse(await readFile(join(this.#world.dir, name, jobName), 'utf8'));
        const { task, job } = storedExportSchema.parse(raw);
        this.#jobs.set(job.id, {
          task,
          job: { ...job, phase: 'interrupted' },
          stopping: undefined,
          isCancelled: false,
        });
      } catch (thrown) {
        this.#world.log('warn', `An unfinished export cannot be read and is dropped: ${String(thrown)}`);
        await rm(join(this.#world.dir, name), { recursive: true, force: true });
      }
    }
  }

  list(): ExportJob[] {
    return [...this.#jobs.values()].map(({ job }) => job).sort((a, b) => b.startedAt - a.startedAt);
  }

  /** Asks where, then starts. null when the person changed their mind. */
  async start(request: ExportRequest, messageCount: number): Promise<ExportJob | null> {
    const { text, window } = this.#world;
    const extension = extensionFor(request, messageCount);
    const day = new Date().toISOString().slice(0, 10);
    const name = safeFileName(`${app.name} ${request.title.slice(0, 80)} ${day}${extension}`);
    const options = {
      title: text()('export.dialog'),
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: extension.slice(1).toUpperCase(), extensions: [extension.slice(1)] }],
    };
    const parent = window();
    const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    if (answer.canceled || answer.filePath === '') return null;
    const target =
      extname(answer.filePath).toLowerCase() === extension ? answer.filePath : `${answer.filePath}${extension}`;
    const running = await this.#create(request, messageCount, target, false);
    void this.#run(running);
    return running.job;
  }

  /** Runs one for the schedule, or goes on with it; answers whether it is finished, or a person did not want it. */
  async runScheduled(request: ExportRequest, targetPath: string): Promise<boolean> {
    const earlier = [...this.#jobs.values()].find(({ task, job }) => job.isScheduled && task.targetPath === targetPath);
    if (earlier?.stopping) return false;
    if (earlier && isSettled(earlier)) return true; // a person has tried again, or cancelled it, between two looks
    const running = earlier ?? (await this.#create(request, 0, targetPath, true));
    await this.#run(running);
    return isSettled(running);
  }

  /** Puts down what is to be done, so that it can go on after a crash. */
  async #create(
    request: ExportRequest,
    messageCount: number,
    targetPath: string,
    isScheduled: boolean,
  ): Promise<Running> {
    const id = randomUUID();
    const workDir = join(this.#world.dir, id);
    const task: ExportTask = { ...this.#world.frame(request), request, workDir, targetPath };
    const job: ExportJob = {
      id,
      format: request.format,
      title: request.title,
      phase: 'reading',
      doneMessages: 0,
      totalMessages: messageCount,
      fileName: basename(targetPath),
      isScheduled,
      startedAt: Date.now(),
    };
    await mkdir(workDir, { recursive: true, mode: 0o700 });
    await replaceFile(realDisk, workDir, jobName, Buffer.from(JSON.stringify({ task, job })));
    const running = { task, job, stopping: undefined, isCancelled: false };
    this.#jobs.set(id, running);
    return running;
  }

  /** Goes on with an interrupted or failed one. */
  resume(id: string): ExportJob {
    const running = this.#of(id);
    if (running.stopping) throw new AppError('conflict', 'This export is running');
    if (running.job.phase === 'done') throw new AppError('conflict', 'This export is finished');
    void this.#run(running);
    return running.job;
  }

  /** Stops it and removes its unfinished parts. */
  async cancel(id: string): Promise<void> {
    const running = this.#of(id);
    running.isCancelled = true;
    if (running.stopping) running.stopping.abort();
    else await this.#drop(running);
  }

  /** Takes a finished, failed or cancelled one off the list. */
  async dismiss(id: string): Promise<void> {
    const running = this.#of(id);
    if (running.stopping) throw new AppError('conflict', 'This export is running');
    await this.#drop(running);
  }

  /** Shows the finished file in its folder. */
  show(id: string): void {
    const { task, job } = this.#of(id);
    if (job.phase !== 'done') throw new AppError('gone', 'This export is not finished');
    shell.showItemInFolder(join(dirname(task.targetPath), job.fileName));
  }

  /** After an erasure: what was being exported may hold what was erased. */
  async dropUnfinished(): Promise<void> {
    for (const running of this.#jobs.values()) if (running.job.phase !== 'done') await this.cancel(running.job.id);
  }

  /** Stops what runs; it can go on at the next start. */
  close(): void {
    this.#isClosing = true;
    for (const { stopping } of this.#jobs.values()) stopping?.abort();
  }

  /** Answers when the job has come to rest. */
  async #run(running: Running): Promise<void> {
    const { log, openSource, text } = this.#world;
    const stopping = new AbortController();
    running.stopping = stopping;
    let printer: Promise<Printer> | undefined;
    const { error: _error, ...before } = running.job;
    this.#tell(running, { ...before, phase: 'reading' });
    try {
      const options = {
        log,
        source: openSource(),
        desk: {
          progress: async ({
            phase,
            doneMessages,
            totalMessages,
          }: Pick<ExportJob, 'doneMessages' | 'totalMessages'> & { phase: 'reading' | 'writing' }) => {
            if (running.stopping) this.#tell(running, { ...running.job, phase, doneMessages, totalMessages });
            return null;
          },
          printPdf: async ({ htmlName, pdfName }: { htmlName: string; pdfName: string }) => {
            printer ??= openPrinter(running.task.workDir, text()('export.page'), log);
            await (await printer).print(htmlName, pdfName);
            return null;
          },
        },
      };
      const result = await inTransferProcess(options, (control) =>
        control.runExport(running.task, { signal: stopping.signal, timeoutMs: Infinity }),
      );
      const { messages, notes: _notes, ...facts } = result;
      running.stopping = undefined;
      await rm(running.task.workDir, { recursive: true, force: true });
      this.#tell(running, {
        ...running.job,
        ...facts,
        phase: 'done',
        doneMessages: messages,
        totalMessages: messages,
        finishedAt: Date.now(),
      });
    } catch (thrown) {
      running.stopping = undefined;
      await this.#afterFailure(running, thrown);
    } finally {
      (await printer?.catch(() => undefined))?.close();
    }
  }

  async #afterFailure(running: Running, thrown: unknown): Promise<void> {
    if (running.isCancelled) {
      await rm(running.task.workDir, { recursive: true, force: true });
      this.#tell(running, { ...running.job, phase: 'cancelled' });
      return;
    }
    const error = errorData(thrown);
    // the page was loaded anew, or Defter is being quit: nothing went wrong, it goes on when asked
    const phase = this.#isClosing || error.code === 'cancelled' ? 'interrupted' : 'failed';
    if (phase === 'failed') this.#world.log('error', `An export failed: ${error.message}`, { code: error.code });
    this.#tell(running, { ...running.job, phase, ...(phase === 'failed' ? { error } : {}) });
  }

  #tell(running: Running, job: ExportJob): void {
    running.job = job;
    this.#world.announce(job);
  }

  async #drop({ task, job }: Running): Promise<void> {
    this.#jobs.delete(job.id);
    await rm(task.workDir, { recursive: true, force: true });
  }

  #of(id: string): Running {
    const running = this.#jobs.get(id);
    if (!running) throw new AppError('gone', 'There is no such export');
    return running;
  }
}

const isSettled = ({ job: { phase } }: Running): boolean => phase === 'done' || phase === 'cancelled';
