// Runs the sync process: starts it, gives it its ports, starts it anew when it crashes, and stops it in order.
import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { syncControl, syncDesk } from '../../shared/contract/sync-control.ts';
import { AppError, errorData } from '../../shared/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import { connect, serve, type Client, type Handlers } from '../../shared/rpc.ts';
import { CrashBudget } from './crash-budget.ts';
import type { Log } from './log.ts';

export interface SyncHostOptions {
  log: Log;
  /** All that the process gets to see of the environment. */
  env: Record<string, string>;
  desk: Omit<Handlers<typeof syncDesk>, 'log'>;
  accounts(): readonly Account[];
  /** Sync runs anew after a crash: the page needs fresh ports to it. */
  onRestarted(): void;
  /** Whether sync was given up after too many crashes. */
  onGivenUp(isGivenUp: boolean): void;
}

const stopWithinMs = 4000;

export class SyncHost {
  readonly #options: SyncHostOptions;
  readonly #budget = new CrashBudget();
  #child: UtilityProcess | undefined;
  #control: Client<typeof syncControl> | undefined;
  /** Ports of the page that came before sync did. */
  #earlyPorts: Record<'store-api' | 'sync-api', MessagePortMain> | undefined;
  #restart: NodeJS.Timeout | undefined;
  #isStopped = false;
  #isGivenUp = false;

  constructor(options: SyncHostOptions) {
    this.#options = options;
  }

  /** Starts sync unless it runs. */
  start(): void {
    if (this.#child || this.#isStopped) return;
    clearTimeout(this.#restart);
    const { log, env, desk } = this.#options;
    const child = utilityProcess.fork(join(import.meta.dirname, 'sync.js'), [], {
      serviceName: 'Defter Sync',
      env,
      execArgv: [],
      stdio: 'pipe',
    });
    this.#child = child;
    logOutput(child, log);
    const control = new MessageChannelMain();
    const desks = new MessageChannelMain();
    child.postMessage({ type: 'defter:sync-ports', doors: ['sync-control', 'sync-desk'] }, [
      control.port2,
      desks.port2,
    ]);
    const onLog: Handlers<typeof syncDesk>['log'] = async ({ level, message }) => {
      log(level, `sync: ${message}`);
      return null;
    };
    serve(desks.port1, syncDesk, { ...desk, log: onLog }, (method, error) => {
      log('warn', `Answering sync: ${error.message}`, { door: 'sync-desk', method, code: error.code });
    });
    this.#control = connect(control.port1, syncControl);
    child.once('exit', (exitCode) => {
      this.#onExit(child, exitCode);
    });
    this.accountsChanged();
    if (this.#earlyPorts) this.connectStore(this.#earlyPorts);
  }

  /** Gives sync its ends of the page's store ports; kept for it when it does not run yet. The latest ones count. */
  connectStore(ports: Record<'store-api' | 'sync-api', MessagePortMain>): void {
    if (!this.#child) {
      this.#earlyPorts = ports;
      return;
    }
    this.#earlyPorts = undefined;
    const doors = ['store-api', 'sync-api'];
    this.#child.postMessage({ type: 'defter:store-ports', doors }, [ports['store-api'], ports['sync-api']]);
  }

  /** Accounts or their secrets changed: sync gets the list and looks again at once. */
  accountsChanged(): void {
    this.#tell('setAccounts', (control) => control.setAccounts({ accounts: [...this.#options.accounts()] }));
  }

  /** The machine woke up, or the network came or went. Also another chance for a sync that was given up. */
  networkChanged(isOnline: boolean): void {
    if (isOnline && this.#isGivenUp) this.#revive();
    this.#tell('networkChanged', (control) => control.networkChanged({ isOnline }));
  }

  /** What the page asks of sync itself. `unsupported` while it does not run. */
  get control(): Client<typeof syncControl> {
    if (!this.#control) throw new AppError('unsupported', 'The sync process does not run');
    return this.#control;
  }

  /** Lets sync finish what is in hand, at most 4 s, and ends it. It is not started again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (!child) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    try {
      await this.#control?.stop({}, { timeoutMs: stopWithinMs });
    } catch (thrown) {
      this.#options.log('warn', `Stopping sync: ${errorData(thrown).message}`);
    }
    child.kill();
    await exited;
  }

  /** Tries again with a full budget. */
  #revive(): void {
    this.#budget.reset();
    this.#isGivenUp = false;
    this.#options.onGivenUp(false);
    this.start();
    this.#options.onRestarted();
  }

  #onExit(child: UtilityProcess, exitCode: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#control = undefined;
    if (this.#isStopped) return;
    const waitMs = this.#budget.countCrash(Date.now());
    this.#options.log('error', 'The sync process ended', { exitCode });
    if (waitMs === null) {
      this.#isGivenUp = true;
      this.#options.onGivenUp(true);
      return;
    }
    this.#restart = setTimeout(() => {
      this.start();
      this.#options.onRestarted();
    }, waitMs);
  }

  #tell(method: string, call: (control: Client<typeof syncControl>) => Promise<null>): void {
    if (!this.#control) return;
    call(this.#control).catch((thrown: unknown) => {
      const { code, message } = errorData(thrown);
      // the process went away meanwhile; the next one gets all of it at its start
      if (code !== 'cancelled') this.#options.log('warn', `Telling sync: ${message}`, { method, code });
    });
  }
}

function logOutput(child: UtilityProcess, log: Log): void {
  const lines = (level: 'info' | 'warn') => (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) if (line.trim() !== '') log(level, `sync says: ${line}`);
  };
  child.stdout?.on('data', lines('info'));
  child.stderr?.on('data', lines('warn'));
}
