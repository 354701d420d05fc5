// The monthly export: when a month is over, its messages go to a folder that the person chose; missed months are made up for.
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, errorData } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import type { ExportRequest, ExportSchedule as Schedule } from '../../../shared/model/export.ts';
import type { Language } from '../../../shared/model/ids.ts';
import type { Log } from '../log.ts';
import type { SettingsFile } from '../settings.ts';
import type { Text } from '../text.ts';
import type { ExportDesk } from './export-desk.ts';
import { extensionFor } from './export-extension.ts';

interface ScheduleWorld {
  log: Log;
  file: Pick<SettingsFile, 'exportSchedule' | 'saveExportSchedule'>;
  /** What files are called by. */
  appName: string;
  exports(): Pick<ExportDesk, 'runScheduled'>;
  text(): Text;
  language(): Language;
  /** Epoch ms. */
  now(): number;
  /** Calls back once after the delay; answers how to call it off. */
  schedule(callback: () => void, delayMs: number): () => void;
  /** The system's dialog; null when the person changed their mind. */
  askFolder(before: string | undefined): Promise<string | null>;
}

/** After the start, when mail has come in; then as often as a month's end needs. */
const firstLookMs = 60_000;
const lookEveryMs = 3_600_000;
/** After a longer pause older months are left out: nobody waits for them. */
const mostMonths = 24;

export class ExportSchedule {
  readonly #world: ScheduleWorld;
  #cancel: (() => void) | undefined;
  #isBusy = false;

  constructor(world: ScheduleWorld) {
    this.#world = world;
  }

  get(): Schedule | null {
    return this.#world.file.exportSchedule ?? null;
  }

  /** Asks for the folder; null switches it off. Answers what holds now. */
  async set(choice: Pick<Schedule, 'format' | 'attachments'> | null): Promise<Schedule | null> {
    const { file, askFolder } = this.#world;
    if (!choice) {
      file.saveExportSchedule(null);
      return null;
    }
    const folder = await askFolder(file.exportSchedule?.folder);
    if (folder === null) return this.get();
    await access(folder, constants.W_OK).catch((thrown: unknown) => {
      throw new AppError('storage', 'Nothing can be written into this folder', { cause: thrown });
    });
    file.saveExportSchedule({ ...choice, folder, lastMonth: file.exportSchedule?.lastMonth ?? '' });
    this.#plan(0);
    return this.get();
  }

  start(): void {
    this.#plan(firstLookMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #plan(delayMs: number): void {
    this.#cancel?.();
    this.#cancel = this.#world.schedule(() => {
      this.#look()
        .catch((thrown: unknown) => this.#world.log('error', `The monthly export: ${errorData(thrown).message}`))
        .finally(() => {
          if (this.#cancel) this.#plan(lookEveryMs);
        });
    }, delayMs);
  }

  /** Makes what is due, oldest month first; the next look tries again what failed. */
  async #look(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (await this.#makeNext());
    } finally {
      this.#isBusy = false;
    }
  }

  /** Answers whether a month was due and is there now. */
  async #makeNext(): Promise<boolean> {
    const { file, exports, text, language, appName, now } = this.#world;
    const schedule = file.exportSchedule;
    const from = schedule && monthDue(schedule.lastMonth, new Date(now()));
    if (!from) return false;
    const month = nameOf(from);
    const title = new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'long' }).format(from);
    const request: ExportRequest = {
      selection: { scope: { kind: 'everything' }, from: from.getTime(), to: monthsLater(from, 1).getTime() },
      format: schedule.format,
      attachments: schedule.attachments,
      withNotes: true,
      title: text()('export.monthTitle', { month: title }),
    };
    const target = join(schedule.folder, safeFileName(`${appName} ${month}${extensionFor(request, Infinity)}`));
    if (!(await exports().runScheduled(request, target))) return false;
    const later = this.get(); // another folder may have been chosen meanwhile, or none
    if (later) file.saveExportSchedule({ ...later, lastMonth: month });
    return true;
  }
}

/** First day of the oldest month after `lastMonth` that is over; the one before this when none is there yet. */
function monthDue(lastMonth: string, now: Date): Date | undefined {
  const newest = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  if (lastMonth === '') return newest;
  const [year = 0, month = 0] = lastMonth.split('-').map(Number);
  const next = new Date(Math.max(new Date(year, month, 1).getTime(), monthsLater(newest, 1 - mostMonths).getTime()));
  return next <= newest ? next : undefined;
}

function monthsLater(month: Date, count: number): Date {
  return new Date(month.getFullYear(), month.getMonth() + count, 1);
}

/** `2026-03` */
function nameOf(month: Date): string {
  return `${String(month.getFullYear())}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}
