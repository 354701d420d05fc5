// The part of a desktop that shows notifications: dunst on a session bus, which tells what it shows and can be clicked.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSessionBus } from './session-bus.ts';

export interface NotificationDaemon {
  /** For the program that is to find the daemon. */
  env: Record<string, string>;
  /** Titles and texts of all notifications so far, one line each. */
  shown(): string;
  /** Clicks the newest notification. */
  click(): void;
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

/** Starts both daemons (Debian: dbus-daemon, dunst) on the screen of the test; rejects when they do not come up. */
export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const bus = await startSessionBus({ isOrdinaryPerson: false });
  const [shown, tell, config] = ['shown', 'tell.sh', 'dunstrc'].map((name) => join(bus.folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(shown, '');
  writeFileSync(tell, `#!/bin/sh\nprintf '%s: %s\\n' "$2" "$3" >> '${shown}'\n`, { mode: 0o755 });
  writeFileSync(config, `[global]\n[tell]\nscript = ${tell}\ntimeout = 0\n`);
  const env = { ...process.env, ...bus.env }; // of the test: its screen
  const [program, args] = bus.asOwner('dunst', ['-config', config]);
  const daemon = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  daemon.stderr.on('data', (words: Buffer) => (complaint += words.toString()));
  const ctl = (...words: string[]) => execFileSync('dunstctl', words, { env, encoding: 'utf8', stdio: 'pipe' });
  const until = Date.now() + startTimeoutMs;
  while (!isUp(ctl)) {
    if (daemon.exitCode !== null || Date.now() > until) throw new Error(`dunst does not come up: ${complaint}`);
    await wait(100);
  }
  return {
    env: bus.address,
    shown: () => (existsSync(shown) ? readFileSync(shown, 'utf8') : ''),
    click: () => {
      ctl('action');
    },
    async stop() {
      const ended = new Promise((resolve) => daemon.once('exit', resolve));
      daemon.kill();
      await ended;
      await bus.stop();
    },
  };
}

function isUp(ctl: (...words: string[]) => string): boolean {
  try {
    ctl('count');
    return true;
  } catch {
    return false; // not yet on the bus
  }
}
