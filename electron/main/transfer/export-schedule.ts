// The monthly export: when a month is over, its messages go to a folder that the person chose.
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { AppError, errorData } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import type { ExportRequest, ExportSchedule as Schedule } from '../../../shared/model/export.ts';
import type { Language } from '../../../shared/model/ids.ts';
import type { Log } from '../log.ts';
import type { SettingsFile } from '../settings.ts';
import type { Text } from '../text.ts';
import { extensionFor, type ExportDesk } from './export-desk.ts';

interface ScheduleWorld {
  log: Log;
  file: SettingsFile;
  exports(): ExportDesk;
  text(): Text;
  language(): Language;
  window(): BrowserWindow | undefined;
}

/** After the start, when mail has come in; then as often as a month's end needs. */
const firstLookMs = 60_000;
const lookEveryMs = 3_600_000;

export class ExportSchedule {
  readonly #world: ScheduleWorld;
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;

  constructor(world: ScheduleWorld) {
    this.#world = world;
  }

  get(): Schedule | null {
    return this.#world.file.exportSchedule ?? null;
  }

  /** Asks for the folder; null switches it off. Answers what holds now. */
  async set(choice: Pick<Schedule, 'format' | 'attachments'> | null): Promise<Schedule | null> {
    const { file, window, text } = this.#world;
    if (!choice) {
      file.saveExportSchedule(null);
      return null;
    }
    const parent = window();
    const options = {
      title: text()('export.folderDialog'),
      defaultPath: file.exportSchedule?.folder ?? app.getPath('documents'),
      properties: ['openDirectory' as const, 'createDirectory' as const],
    };
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    const [folder] = answer.filePaths;
    if (answer.canceled || folder === undefined) return this.get();
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
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #plan(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look()
        .catch((thrown: unknown) => this.#world.log('error', `The monthly export: ${errorData(thrown).message}`))
        .finally(() => {
          if (this.#timer) this.#plan(lookEveryMs);
        });
    }, delayMs);
  }

  /** Makes the export of the last month unless it is there. */
  async #look(): Promise<void> {
    const { file, exports, text, language } = this.#world;
    const schedule = file.exportSchedule;
    const now = new Date();
    const from = new Date(now.getFullYear(), now.getMonth() - 1, 1);
    const to = new Date(now.getFullYear(), now.getMonth(), 1);
    const month = `${from.getFullYear()}-${String(from.getMonth() + 1).padStart(2, '0')}`;
    if (!schedule || schedule.lastMonth >= month || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const name = new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'long' }).format(from);
      const request: ExportRequest = {
        selection: { scope: { kind: 'everything' }, from: from.getTime(), to: to.getTime() },
        format: schedule.format,
        attachments: schedule.attachments,
        withNotes: true,
        title: text()('export.monthTitle', { month: name }),
      };
      const target = join(schedule.folder, safeFileName(`${app.name} ${month}${extensionFor(request, Infinity)}`));
      if (await exports().runScheduled(request, target)) file.saveExportSchedule({ ...schedule, lastMonth: month });
    } finally {
      this.#isBusy = false;
    }
  }
}
