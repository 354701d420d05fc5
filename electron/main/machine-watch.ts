// Watches what the machine goes through: sleep and waking, and the network that comes and goes.
import { net, powerMonitor } from 'electron';

/** Electron has no event for it in the main process; the question costs microseconds. */
const askEveryMs = 5000;

/** Calls `onNetwork` at every change, and after waking up even without one: connections from before the sleep are dead. */
export function watchMachine(onNetwork: (isOnline: boolean) => void): void {
  let isOnline = net.isOnline();
  powerMonitor.on('suspend', () => {
    onNetwork(false);
  });
  powerMonitor.on('resume', () => {
    isOnline = net.isOnline();
    onNetwork(isOnline);
  });
  setInterval(() => {
    const now = net.isOnline();
    if (now === isOnline) return;
    isOnline = now;
    onNetwork(now);
  }, askEveryMs).unref();
}
