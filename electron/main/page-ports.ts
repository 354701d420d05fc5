// Hands the page its ports: one channel for each door, given only to the top frame of our own window at our own origin.
import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain, type WebFrameMain } from 'electron';
import { connectMessage, doors, pageOrigin, portsMessage, type Door } from '../../shared/contract/ports.ts';
import { AppError } from '../../shared/errors.ts';
import type { Log } from './log.ts';

export interface PortsOptions {
  log: Log;
  /** The window that may connect; undefined while there is none. */
  window(): BrowserWindow | undefined;
  /** Main's ends of main-api, page-api and journal-api. */
  onConnected(ports: Record<'main-api' | 'page-api' | 'journal-api', MessagePortMain>): void;
  /** Sync's ends, to be passed on to it. */
  onStorePorts(ports: Record<'store-api' | 'sync-api', MessagePortMain>): void;
}

const longestNonce = 100;

export class PagePorts {
  readonly #options: PortsOptions;
  #connected: { frame: WebFrameMain; nonce: string } | undefined;

  /** Listens for the page's call; make one only. */
  constructor(options: PortsOptions) {
    this.#options = options;
    ipcMain.on(connectMessage, (event, message: unknown) => {
      const frame = event.senderFrame;
      const nonce = nonceOf(message);
      if (!frame || nonce === undefined || !this.#isPage(frame)) {
        options.log('error', 'A stranger asked for ports', { scheme: frame?.origin ?? 'none' });
        return;
      }
      this.#connected = { frame, nonce };
      const ends = this.#send(doors);
      options.onConnected({
        'main-api': ends.get('main-api'),
        'page-api': ends.get('page-api'),
        'journal-api': ends.get('journal-api'),
      });
      options.onStorePorts({ 'store-api': ends.get('store-api'), 'sync-api': ends.get('sync-api') });
    });
  }

  /** After sync was started anew: gives the page fresh ports to it. Does nothing while no page is connected. */
  renewStorePorts(): void {
    if (!this.#connected || !this.#isPage(this.#connected.frame)) return;
    const ends = this.#send(['store-api', 'sync-api']);
    this.#options.onStorePorts({ 'store-api': ends.get('store-api'), 'sync-api': ends.get('sync-api') });
  }

  /**
   * A fresh port to what the store offers the transfer process; the page passes its end on to the store. `cancelled` while no page is
   * connected.
   */
  openExportSource(): MessagePortMain {
    if (!this.#connected || !this.#isPage(this.#connected.frame)) {
      throw new AppError('cancelled', 'There is no page that could read the store');
    }
    return this.#send(['export-source']).get('export-source');
  }

  #isPage(frame: WebFrameMain): boolean {
    const contents = this.#options.window()?.webContents;
    // frames of a page that has gone throw when they are asked anything
    try {
      return contents !== undefined && frame === contents.mainFrame && frame.origin === pageOrigin;
    } catch {
      return false;
    }
  }

  /** Makes a channel for each door and posts the page's ends; answers ours. */
  #send(names: readonly Door[]): Ends {
    const channels = names.map((door) => {
      const { port1, port2 } = new MessageChannelMain();
      return { door, port1, port2 };
    });
    const { frame, nonce } = this.#connected ?? {};
    frame?.postMessage(
      portsMessage,
      { nonce, doors: names },
      channels.map((channel) => channel.port2),
    );
    return new Ends(channels.map(({ door, port1 }) => [door, port1]));
  }
}

class Ends extends Map<Door, MessagePortMain> {
  override get(door: Door): MessagePortMain {
    const port = super.get(door);
    if (!port) throw new Error(`No channel was made for ${door}`);
    return port;
  }
}

function nonceOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('nonce' in message)) return undefined;
  const { nonce } = message;
  return typeof nonce === 'string' && nonce.length > 0 && nonce.length <= longestNonce ? nonce : undefined;
}
