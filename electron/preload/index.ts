// The one way between the page and main: passes the page's call for ports on, and the ports back. Exposes nothing.
import { ipcRenderer } from 'electron';
import type { connectMessage, portsMessage } from '../../shared/contract/ports.ts';

// a sandboxed preload is one file, and this room takes only types from the others: the compiler compares the names
const connectName: typeof connectMessage = 'defter:connect';
const portsName: typeof portsMessage = 'defter:ports';

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== location.origin) return;
  const { data } = event;
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== connectName) return;
  if (!('nonce' in data) || typeof data.nonce !== 'string') return;
  ipcRenderer.send(connectName, { nonce: data.nonce });
});

ipcRenderer.on(portsName, (event, message: { nonce: string; doors: string[] }) => {
  window.postMessage({ type: portsName, nonce: message.nonce, doors: message.doors }, location.origin, event.ports);
});
