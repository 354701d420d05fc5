// A keyring as desktops have one: gnome-keyring on a private session bus, unlocked, of an ordinary person.
import { execFileSync } from 'node:child_process';
import { startSessionBus } from './session-bus.ts';

export interface TestKeyring {
  /** For the program that is to find the keyring. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts both daemons (Debian: dbus-daemon, gnome-keyring); rejects with their words when they do not come up. */
export async function startKeyring(): Promise<TestKeyring> {
  const bus = await startSessionBus({ isOrdinaryPerson: true });
  // returns once the keyring is open; what it leaves running ends with the bus
  const [unlocker, unlocking] = bus.asOwner('gnome-keyring-daemon', ['--unlock', '--components=secrets']);
  execFileSync(unlocker, unlocking, { env: bus.env, input: 'the login password', stdio: ['pipe', 'ignore', 'ignore'] });
  return {
    // Chromium asks the keyring only on desktops that it knows to have one
    env: { ...bus.address, XDG_CURRENT_DESKTOP: 'GNOME' },
    stop: () => bus.stop(),
  };
}
