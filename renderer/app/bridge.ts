// Connects the page to main and to the store worker: asks for the ports, keeps its own, hands the worker the others.
import { mainApi } from '../../shared/contract/main-api.ts';
import { pageApi, type PageEvent } from '../../shared/contract/page-api.ts';
import { connectMessage, doors, laterDoors, portsMessage, type Door } from '../../shared/contract/ports.ts';
import { storeCommands } from '../../shared/contract/store-commands.ts';
import { storeNewsSchema, type Carrying } from '../../shared/contract/store-news.ts';
import { AppError } from '../../shared/errors.ts';
import { connect, serve, type Client } from '../../shared/rpc.ts';
import { createCell, type Cell } from './state/cell.ts';

export type MainClient = Client<typeof mainApi>;
export type StoreClient = Client<typeof storeCommands>;

/** Everything that the page can reach outside itself. */
export interface Bridge {
  main: MainClient;
  store: StoreClient;
  /** What main announces, in order; answers with the way to stop listening. Events before the first listener are kept for it. */
  onEvent(listener: (event: PageEvent) => void): () => void;
  /** Something in the store worker broke outside of any call. */
  onStoreBroken(listener: (message: string) => void): void;
  /** How far the store is with writing its database anew; null while it is not at it. */
  carrying: Cell<Carrying | null>;
}

// Main answers within milliseconds; a minute of silence means that it never will.
const answerWithinMs = 60_000;

/**
 * Opens the bridge to main and to `worker`: one nonce for the life of the page, so that ports from anybody else are not taken.
 * @throws AppError `bug` when main does not answer
 */
export async function openBridge(worker: Worker): Promise<Bridge> {
  const commands = new MessageChannel();
  const nonce = crypto.randomUUID();
  const events = new EventQueue();
  let whenBroken = (_message: string): void => undefined;
  const carrying = createCell<Carrying | null>(null);

  const connected = new Promise<MainClient>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new AppError('bug', 'Main did not hand over its ports'));
    }, answerWithinMs);
    // Attached before asking: an answer that nobody hears is lost for good.
    window.addEventListener('message', (message: MessageEvent<unknown>) => {
      if (message.source !== window || message.origin !== location.origin) return;
      const named = portsOf(message, nonce);
      if (!named) return;
      const forWorker: [string, MessagePort][] = [];
      for (const [door, port] of named) {
        if (door === 'main-api') {
          clearTimeout(timer);
          resolve(connect(port, mainApi));
        } else if (door === 'page-api') {
          const announce = async (event: PageEvent): Promise<null> => {
            events.put(event);
            return null;
          };
          serve(port, pageApi, { announce }, () => undefined); // the answer carries the error back to main, which has the log
        } else {
          forWorker.push([door, port]);
        }
      }
      // The first hand-over takes the page's own line along; later ones are fresh sync doors after sync was started anew.
      if (named.some(([door]) => door === 'main-api')) forWorker.push(['store-commands', commands.port2]);
      worker.postMessage(
        { doors: forWorker.map(([door]) => door) },
        forWorker.map(([, port]) => port),
      );
    });
    window.postMessage({ type: connectMessage, nonce }, location.origin);
  });
  worker.addEventListener('error', ({ message }) => {
    logInMain(connected, 'error', message);
    whenBroken(message);
  });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const news = storeNewsSchema.parse(data);
    if (news.kind === 'carrying') carrying.set(news.carrying);
    else if (news.level !== 'info') logInMain(connected, news.level, news.message);
  });

  return {
    main: await connected,
    store: connect(commands.port1, storeCommands),
    onEvent: (listener) => events.listen(listener),
    onStoreBroken: (listener) => {
      whenBroken = listener;
    },
    carrying,
  };
}

/** A line of the store worker, which has no way to the log of its own. */
function logInMain(connected: Promise<MainClient>, level: 'warn' | 'error', message: string): void {
  connected
    .then((main) => main.log({ level, message: `Store worker: ${message}`.slice(0, 4000) }))
    .catch(() => undefined); // without main there is no log, and the page says that main is not there
}

/** The doors and their ports of a hand-over meant for us; undefined for any other message. */
export function portsOf(
  message: Pick<MessageEvent<unknown>, 'data' | 'ports'>,
  nonce: string,
): [Door, MessagePort][] | undefined {
  const data = message.data;
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('type' in data) || data.type !== portsMessage || !('nonce' in data) || data.nonce !== nonce) return undefined;
  if (!('doors' in data) || !Array.isArray(data.doors)) return undefined;
  const pairs: [Door, MessagePort][] = [];
  for (const [index, name] of (data.doors as unknown[]).entries()) {
    const door = [...doors, ...laterDoors].find((known) => known === name);
    const port = message.ports[index];
    if (door && port) pairs.push([door, port]);
  }
  return pairs;
}

/** Keeps what was announced before the screens were there to hear it. */
class EventQueue {
  private readonly listeners = new Set<(event: PageEvent) => void>();
  private early: PageEvent[] = [];

  put(event: PageEvent): void {
    if (this.listeners.size === 0) this.early.push(event);
    for (const listener of [...this.listeners]) listener(event);
  }

  listen(listener: (event: PageEvent) => void): () => void {
    this.listeners.add(listener);
    const early = this.early;
    this.early = [];
    for (const event of early) listener(event);
    return () => {
      this.listeners.delete(listener);
    };
  }
}
