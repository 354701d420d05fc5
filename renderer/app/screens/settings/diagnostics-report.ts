// The diagnostics as plain text to send to somebody who helps; in English, and without a name, an address or a word of any mail.
import type { AppState } from '../../../../shared/contract/main-api.ts';
import { errorCodes } from '../../../../shared/errors.ts';
import type { Diagnostics } from '../../../../shared/model/diagnostics.ts';
import type { SyncState } from '../../../../shared/model/sync-state.ts';
import type { StoreSizes } from '../../reads/use-store-sizes.ts';

const megabyte = 1024 * 1024;
const inMB = (bytes: number): string => `${(bytes / megabyte).toFixed(1)} MB`;

/** The log has what a server said after the code of an error. */
const saidByServer = new RegExp(`(: (?:${errorCodes.join('|')})): .*$`);

/** Accounts are told by their channel and number only; the words of a server are left out, they may name the person. */
export function diagnosticsReport(
  app: Pick<AppState, 'versions' | 'mode' | 'settings' | 'accounts' | 'secrets'>,
  facts: Diagnostics,
  store: StoreSizes,
  syncStates: readonly SyncState[],
): string {
  const { versions } = app;
  const accounts = app.accounts.map((account, index) => {
    const state = syncStates.find(({ accountId }) => accountId === account.id);
    const error = state?.error ? `, error ${state.error.code}` : '';
    const progress = state ? `${state.phase} ${String(state.doneCount)}/${String(state.totalCount)}` : 'not started';
    return `  ${String(index + 1)}. ${account.channel}: ${progress}${error}`;
  });
  return [
    `Defter ${versions.app} (${app.mode}), Electron ${versions.electron}, Chrome ${versions.chrome}, Node ${versions.node}`,
    `System: ${facts.system}, memory ${inMB(facts.memoryBytes)}, free disk ${inMB(facts.freeDiskBytes)}`,
    `Started: ${new Date(facts.startedAt).toISOString()}`,
    `Language ${app.settings.language}, theme ${app.settings.theme}, passwords kept by: ${app.secrets.keeping}`,
    `Store: ${String(store.messages)} messages, ${String(store.conversations)} conversations, ${String(store.customers)} customers, ${String(store.outbox)} replies`,
    `Disk: database ${inMB(facts.sizes.databaseBytes)}, journal ${inMB(facts.sizes.journalBytes)}, attachments ${inMB(facts.sizes.filesBytes)}, log ${inMB(facts.sizes.logBytes)}`,
    'Accounts:',
    ...(accounts.length > 0 ? accounts : ['  none']),
    'Last problems:',
    ...(facts.problems.length > 0 ? facts.problems.map((line) => `  ${line.replace(saidByServer, '$1')}`) : ['  none']),
  ].join('\n');
}
