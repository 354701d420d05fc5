// Free loopback ports for servers that must be told their ports before they start.
import { createServer } from 'node:net';

// Below the range from which systems give ports to outgoing connections (Linux: 32768 and up), so that no client takes one meanwhile.
const lowestPort = 20_000;
const portCount = 12_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** `count` different ports that were free a moment ago; another process may still take one first. */
export async function findFreePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = lowestPort + Math.floor(Math.random() * portCount);
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
}
