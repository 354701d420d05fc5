// What exported documents say of the shop, in its language and its time zone.
import { app } from 'electron';
import type { ExportTask } from '../../../shared/contract/transfer-control.ts';
import { isWholeShop, type ExportRequest } from '../../../shared/model/export.ts';
import type { Language } from '../../../shared/model/ids.ts';
import { labelsIn } from '../text.ts';
import type { Workspace } from '../workspace.ts';

export function exportFrame(
  workspace: Workspace,
  language: Language,
  request: ExportRequest,
): Omit<ExportTask, 'request' | 'workDir' | 'targetPath'> {
  const shop = { settings: workspace.settings(), accounts: [...workspace.accounts()] };
  return {
    filesDir: workspace.filesDir,
    language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    shopName: workspace.settings().shop.name,
    appVersion: app.getVersion(),
    startedAt: Date.now(),
    accounts: workspace.accounts().map(({ id, label, address }) => ({ id, label, address })),
    labels: labelsIn(language, 'export.'),
    ...(isWholeShop(request) ? { shop } : {}),
  };
}
