// Runs one piece of work in a transfer process of its own: forked for it, ended with it.
import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron';
import { transferControl, transferDesk } from '../../../shared/contract/transfer-control.ts';
import { AppError } from '../../../shared/errors.ts';
import { connect, serve, type Client, type Handlers } from '../../../shared/rpc.ts';
import type { Log } from '../log.ts';
import { syncEnvironment } from '../sync-environment.ts';

export interface TransferOptions {
  log: Log;
  /** A fresh port to the store. */
  source: MessagePortMain;
  desk: Omit<Handlers<typeof transferDesk>, 'log'>;
}

/** Forks a transfer process, gives it its ports, and lets `work` ask it. The process ends when `work` has settled. */
export async function inTransferProcess<T>(
  { log, source, desk }: TransferOptions,
  work: (control: Client<typeof transferControl>) => Promise<T>,
): Promise<T> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'transfer.js'), [], {
    serviceName: 'Defter Transfer',
    env: syncEnvironment(process.env, { filesDir: '', keptDir: '', isDeveloper: false }),
    execArgv: [],
    stdio: 'pipe',
  });
  child.stderr?.on('data', (chunk: Buffer) => log('warn', `transfer says: ${chunk.toString().trim()}`));
  const control = new MessageChannelMain();
  const desks = new MessageChannelMain();
  child.postMessage({ type: 'defter:transfer-ports', doors: ['transfer-control', 'transfer-desk', 'export-source'] }, [
    control.port2,
    desks.port2,
    source,
  ]);
  const onLog: Handlers<typeof transferDesk>['log'] = async ({ level, message }) => {
    log(level, `transfer: ${message}`);
    return null;
  };
  serve(desks.port1, transferDesk, { ...desk, log: onLog }, (method, error) => {
    log('warn', `Answering the transfer process: ${error.message}`, { method, code: error.code });
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => {
      reject(new AppError('bug', `The transfer process ended with ${String(code)}`));
    });
  });
  try {
    return await Promise.race([work(connect(control.port1, transferControl)), ended]);
  } finally {
    ended.catch(() => undefined); // its end is what comes now
    child.kill();
    control.port1.close();
    desks.port1.close();
  }
}
