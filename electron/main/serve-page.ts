// Answers the page on its ports: main's own door, the journal's, and the events that are announced to it.
import { journalApi } from '../../shared/contract/journal-api.ts';
import { mainApi } from '../../shared/contract/main-api.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { serve } from '../../shared/rpc.ts';
import type { AppShell } from './app-shell.ts';
import { journalHandlers } from './journal-desk.ts';
import { mainHandlers } from './main-api.ts';
import type { PortsOptions } from './page-ports.ts';

/** A page has connected: it is answered for the workspace that is open now. */
export function servePage(shell: AppShell, ports: Parameters<PortsOptions['onConnected']>[0]): void {
  const onError =
    (door: string) =>
    (method: string, { code, message }: ErrorData) => {
      shell.log(code === 'bug' ? 'error' : 'warn', `Answering the page: ${message}`, { door, method, code });
    };
  const { journal, mode } = shell.workspace;
  serve(ports['main-api'], mainApi, mainHandlers(shell), onError('main-api'));
  serve(ports['journal-api'], journalApi, journalHandlers(journal, mode === 'reading'), onError('journal-api'));
  shell.events.attach(ports['page-api']);
}
