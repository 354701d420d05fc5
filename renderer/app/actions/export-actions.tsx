// Commands that export, and what becomes of exports while the dialog is closed.
import { notifications } from '@mantine/notifications';
import type { ExportJob } from '../../../shared/model/export.ts';
import type { Desk } from '../state/desk.ts';
import { targets } from '../state/selection.ts';
import { ExportNotice } from '../screens/export/export-notice.tsx';
import type { Action } from './action.ts';
import { attempt } from './notices.tsx';

/** Long enough to find the button that shows the file. */
const doneShownMs = 15_000;

export const exportActions: readonly Action[] = [
  {
    id: 'export',
    title: 'action.export',
    group: 'app',
    keys: ['Mod+Shift+E'],
    worksInFields: true,
    menu: 'export',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'export', subject: { kind: 'everything' } });
    },
  },
  {
    id: 'import',
    title: 'action.import',
    group: 'app',
    keys: [],
    menu: 'import',
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: (desk) => {
      desk.overlay.set({ kind: 'import-mail' });
    },
  },
  {
    id: 'open-export',
    title: 'action.openExport',
    group: 'app',
    keys: [],
    menu: 'open-export',
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: (desk) => {
      desk.overlay.set({ kind: 'open-export' });
    },
  },
  {
    id: 'backup',
    title: 'action.backup',
    group: 'app',
    keys: [],
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: (desk) => {
      desk.overlay.set({ kind: 'backup' });
    },
  },
  {
    id: 'restore-backup',
    title: 'action.restoreBackup',
    group: 'app',
    keys: [],
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: (desk) => {
      desk.overlay.set({ kind: 'restore' });
    },
  },
  {
    id: 'export-selection',
    title: 'action.exportSelection',
    group: 'conversation',
    keys: [],
    isAvailable: (desk) => targets(desk.selection.get()).length > 0,
    run: (desk) => {
      desk.overlay.set({ kind: 'export', subject: { kind: 'conversations', ids: targets(desk.selection.get()) } });
    },
  },
  {
    id: 'export-search',
    title: 'action.exportSearch',
    group: 'list',
    keys: [],
    isAvailable: (desk) => (desk.view.get().query ?? '').trim() !== '',
    run: (desk) => {
      desk.overlay.set({ kind: 'export', subject: { kind: 'search', query: desk.view.get().query ?? '' } });
    },
  },
];

/** News of an export: the list, and a notice when it came to rest while nobody watched. */
export function takeExport(desk: Desk, job: ExportJob): void {
  const before = desk.exports.get().find(({ id }) => id === job.id);
  desk.exports.update((jobs) =>
    [job, ...jobs.filter(({ id }) => id !== job.id)].sort((a, b) => b.startedAt - a.startedAt),
  );
  const isResting = job.phase === 'done' || job.phase === 'failed';
  if (!isResting || before?.phase === job.phase || desk.overlay.get().kind === 'export') return;
  notifications.show({
    autoClose: doneShownMs,
    color: job.phase === 'done' ? 'teal' : 'red',
    message: (
      <ExportNotice
        job={job}
        onShow={() => {
          void attempt(desk.main.showExport({ id: job.id }));
        }}
        onRetry={() => {
          void attempt(desk.main.continueExport({ id: job.id }));
        }}
      />
    ),
  });
}
