// A TCP front on loopback that passes bytes to a real server and can break the line in every way a network does.
import { connect, createServer, type Socket } from 'node:net';
import { findFreePorts } from './free-ports.ts';

/** rst: reset; fin: orderly close; stall: open, but nothing passes any more. */
export type Cut = 'rst' | 'fin' | 'stall';

/** One client's connection through the front. */
export interface Link {
  readonly id: number;
  readonly isCut: boolean;
  cut(how: Cut): void;
  /** Cuts as soon as the server's next words have gone to the client. */
  cutAfterNextReply(how: Cut): void;
}

export interface LineQuality {
  /** One way, both ways. */
  latencyMs?: number;
  /** Per link and direction. */
  bytesPerSecond?: number;
  /** Bytes that pass from the server to a client before the line is cut. */
  cutAfterBytes?: number;
  how?: Cut;
  /** Write in pieces of this size. */
  chopBytes?: number;
}

export interface TcpFrontOptions {
  targetPort: number;
  /** Sends a PROXY line (version 1) with the link's id as source port, so that the server can tell links apart. */
  announces?: boolean;
  /** false: the connection is not to be served; the callee has cut it or will. */
  onOpen?: (link: Link) => boolean;
  /** false: swallow these bytes. */
  onClientBytes?: (link: Link, bytes: Buffer) => boolean;
}

export interface TcpFront {
  readonly port: number;
  /** Links open now. */
  open(): number;
  /** Links ever opened. */
  opened(): number;
  link(id: number): Link | undefined;
  setQuality(quality: LineQuality): void;
  cutAll(how: Cut): void;
  /** true: the port is closed and connections are refused; false: open again. */
  refuse(on: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** One direction of a link: keeps the order of bytes and end while it delays them. */
interface Pump {
  send(bytes: Buffer, done?: () => void): void;
  end(): void;
}

function makePump(to: Socket, quality: () => LineQuality): Pump {
  let freeAt = 0;
  // one queue and one timer: two timers that are due together may run in either order, and bytes must not
  const waiting: { at: number; work: () => void }[] = [];
  const drain = (): void => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const restMs = next.at - performance.now();
      if (restMs > 0) {
        setTimeout(drain, Math.ceil(restMs));
        return;
      }
      waiting.shift();
      next.work();
    }
  };
  const later = (sizeBytes: number, work: () => void): void => {
    const { latencyMs = 0, bytesPerSecond = Infinity } = quality();
    const now = performance.now();
    freeAt = Math.max(freeAt, now + latencyMs) + (sizeBytes * 1000) / bytesPerSecond;
    waiting.push({ at: freeAt, work });
    if (waiting.length === 1) drain();
  };
  return {
    send(bytes, done) {
      const { chopBytes = bytes.length } = quality();
      later(bytes.length, () => {
        if (to.destroyed || to.writableEnded) return;
        for (let start = 0; start < bytes.length; start += chopBytes) {
          const end = start + chopBytes;
          to.write(bytes.subarray(start, end), end >= bytes.length ? done : undefined);
        }
      });
    },
    end() {
      later(0, () => to.end());
    },
  };
}

interface LiveLink extends Link {
  client: Socket;
  upstream: Socket | undefined;
  isCut: boolean;
  cutAfterReply: Cut | undefined;
  passedBytes: number;
}

function makeLink(id: number, client: Socket): LiveLink {
  const link: LiveLink = {
    id,
    client,
    upstream: undefined,
    isCut: false,
    cutAfterReply: undefined,
    passedBytes: 0,
    cut(how) {
      if (link.isCut) return;
      link.isCut = true;
      // The server behind must forget the client at once, except when the line only looks alive.
      if (how !== 'stall') link.upstream?.destroy();
      if (how === 'rst') client.resetAndDestroy();
      if (how === 'fin') client.end();
      client.resume();
    },
    cutAfterNextReply(how) {
      link.cutAfterReply = how;
    },
  };
  return link;
}

/** Starts a front for a server on 127.0.0.1:`targetPort`, on a port that the system picks. */
export async function startTcpFront(options: TcpFrontOptions): Promise<TcpFront> {
  const live = new Map<number, LiveLink>();
  let openedCount = 0;
  let quality: LineQuality = {};

  const toClient = (link: LiveLink, down: Pump, bytes: Buffer): void => {
    if (link.isCut) return;
    const { cutAfterBytes, how = 'rst' } = quality;
    const room = cutAfterBytes === undefined ? Infinity : cutAfterBytes - link.passedBytes;
    link.passedBytes += bytes.length;
    const { cutAfterReply } = link;
    if (bytes.length >= room) {
      down.send(bytes.subarray(0, Math.max(0, room)), () => {
        link.cut(how);
      });
      if (room <= 0) link.cut(how);
    } else if (cutAfterReply !== undefined) {
      down.send(bytes, () => {
        link.cut(cutAfterReply);
      });
    } else {
      down.send(bytes);
    }
  };

  const serve = (client: Socket): void => {
    openedCount += 1;
    const link = makeLink(openedCount, client);
    live.set(link.id, link);
    client.setNoDelay(true);
    client.on('error', () => client.destroy());
    client.on('close', () => {
      live.delete(link.id);
      link.upstream?.destroy();
    });
    if (options.onOpen?.(link) === false) {
      client.resume();
      return;
    }
    const upstream = connect({ port: options.targetPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    link.upstream = upstream;
    const up = makePump(upstream, () => quality);
    const down = makePump(client, () => quality);
    if (options.announces === true) {
      upstream.write(`PROXY TCP4 127.0.0.1 127.0.0.1 ${String(link.id)} ${String(options.targetPort)}\r\n`);
    }
    upstream.on('data', (bytes: Buffer) => {
      toClient(link, down, bytes);
    });
    upstream.on('end', () => {
      if (!link.isCut) down.end();
    });
    upstream.on('error', () => {
      link.cut('rst');
    });
    client.on('data', (bytes: Buffer) => {
      if (!link.isCut && options.onClientBytes?.(link, bytes) !== false) up.send(bytes);
    });
    client.on('end', () => {
      if (link.isCut) client.end();
      else up.end();
    });
  };

  const server = createServer({ allowHalfOpen: true }, serve);
  // the same port after `refuse`, and one that no client is given meanwhile
  const [port = 0] = await findFreePorts(1);
  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const closeAll = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const link of live.values()) link.client.destroy();
    });
  await listen();

  return {
    port,
    open: () => live.size,
    opened: () => openedCount,
    link: (id) => live.get(id),
    setQuality(wanted) {
      quality = wanted;
    },
    cutAll(how) {
      for (const link of live.values()) link.cut(how);
    },
    async refuse(on) {
      if (on && server.listening) await closeAll();
      else if (!on && !server.listening) await listen();
    },
    async stop() {
      if (server.listening) await closeAll();
    },
  };
}
