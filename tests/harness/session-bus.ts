// A session bus of D-Bus for a test, as a desktop starts one when somebody signs in.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot, nobody, ownedByPerson } from './ordinary-person.ts';
import { removeFolder } from './remove-folder.ts';

export interface SessionBus {
  /** For a program of the test that is to find the bus. */
  address: { DBUS_SESSION_BUS_ADDRESS: string };
  /** The whole environment of a desktop's own programs: the address and a home of their own. */
  env: Record<string, string>;
  /** Folder of those programs, gone when the bus has stopped. */
  folder: string;
  /** The command that runs a program as the owner of the bus; it ends with its parent. */
  asOwner(program: string, args: string[]): [string, string[]];
  /** Stops the bus and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts the daemon (Debian: dbus-daemon); rejects with its words when it does not come up.
 * @param isOrdinaryPerson whether the bus belongs to somebody who is not root also where the tests run as root
 */
export async function startSessionBus({ isOrdinaryPerson }: { isOrdinaryPerson: boolean }): Promise<SessionBus> {
  const folder = mkdtempSync(join(tmpdir(), 'defter-bus-'));
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  for (const each of [home, runtime]) mkdirSync(each, { mode: 0o700 });
  if (isOrdinaryPerson) ownedByPerson(folder);
  const path = `unix:path=${join(runtime, 'bus')}`;
  const address = { DBUS_SESSION_BUS_ADDRESS: path };
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: runtime,
    ...address,
  };
  const asOwner = isOrdinaryPerson && isRoot ? asNobody : untilParentEnds;
  const [program, args] = asOwner('dbus-daemon', ['--session', '--nofork', '--print-address', `--address=${path}`]);
  const bus = spawn(program, args, { env, stdio: 'pipe' });
  await firstWords(bus);
  return {
    address,
    env,
    folder,
    asOwner,
    async stop() {
      const ended = new Promise((resolve) => bus.once('exit', resolve));
      bus.kill();
      await ended;
      removeFolder(folder);
    },
  };
}

const untilParentEnds = (program: string, args: string[]): [string, string[]] => [
  'setpriv',
  ['--pdeathsig', 'TERM', program, ...args],
];

function asNobody(program: string, args: string[]): [string, string[]] {
  const person = ['--reuid', String(nobody.uid), '--regid', String(nobody.gid), '--clear-groups'];
  return ['setpriv', [...person, '--pdeathsig', 'TERM', program, ...args]];
}

/** Resolves when the program has said something, rejects with its complaint when it ends before. */
function firstWords(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stdout?.once('data', () => {
      resolve();
    });
    child.stderr?.on('data', (words: Buffer) => (complaint += words.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${child.spawnfile} ended with ${String(code)}: ${complaint}`));
    });
  });
}
