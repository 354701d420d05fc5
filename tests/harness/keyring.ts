// A keyring as desktops have one: gnome-keyring on a private session bus, unlocked, of an ordinary person.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot, nobody, ownedByPerson } from './ordinary-person.ts';

export interface TestKeyring {
  /** For the program that is to find the keyring. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts both daemons (Debian: dbus-daemon, gnome-keyring); rejects with their words when they do not come up. */
export async function startKeyring(): Promise<TestKeyring> {
  const folder = mkdtempSync(join(tmpdir(), 'defter-keyring-'));
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  for (const each of [home, runtime]) mkdirSync(each, { mode: 0o700 });
  ownedByPerson(folder);
  const address = `unix:path=${join(runtime, 'bus')}`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: address,
  };
  const busArguments = ['--session', '--nofork', '--print-address', `--address=${address}`];
  const [program, args] = asPerson('dbus-daemon', busArguments);
  const bus = spawn(program, args, { env, stdio: 'pipe' });
  await firstWords(bus);
  // returns once the keyring is open; what it leaves running ends with the bus
  const [unlocker, unlocking] = asPerson('gnome-keyring-daemon', ['--unlock', '--components=secrets']);
  execFileSync(unlocker, unlocking, { env, input: 'the login password', stdio: ['pipe', 'ignore', 'ignore'] });
  return {
    // Chromium asks the keyring only on desktops that it knows to have one
    env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME' },
    async stop() {
      const ended = new Promise((resolve) => bus.once('exit', resolve));
      bus.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asPerson(program: string, args: string[]): [string, string[]] {
  if (!isRoot) return [program, args];
  const person = ['--reuid', String(nobody.uid), '--regid', String(nobody.gid), '--clear-groups'];
  return ['setpriv', [...person, '--pdeathsig', 'TERM', program, ...args]];
}

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
