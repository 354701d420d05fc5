// The tray icon: shows that Defter still receives while its window is closed, opens it, and quits for good.
import { app, Menu, Tray, type BrowserWindow } from 'electron';
import { markImage } from './icons/mark-image.ts';
import type { Log } from './log.ts';
import type { Text } from './text.ts';

export interface TrayHost {
  text: Text;
  showWindow(): void;
  openSettings(): void;
  syncNow(): void;
  quit(): void;
}

const isMac = process.platform === 'darwin';
const sizePx = isMac ? 18 : process.platform === 'win32' ? 16 : 22;

export class DefterTray {
  readonly #tray: Tray;
  #unread = 0;
  #host: TrayHost;

  /** Throws where the system has no tray. */
  constructor(host: TrayHost) {
    this.#host = host;
    this.#tray = new Tray(this.#image());
    this.#tray.on('click', () => {
      this.#host.showWindow();
    });
    this.setHost(host);
  }

  /** Again with another language. */
  setHost(host: TrayHost): void {
    this.#host = host;
    const { text } = host;
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: text('tray.open', { name: app.name }), click: () => host.showWindow() },
        { label: text('menu.syncNow'), click: () => host.syncNow() },
        { label: text('menu.settings'), click: () => host.openSettings() },
        { type: 'separator' },
        { label: text('menu.quit', { name: app.name }), click: () => host.quit() },
      ]),
    );
    this.showUnread(this.#unread);
  }

  showUnread(count: number): void {
    this.#unread = count;
    const key = count === 0 ? 'tray.none' : 'tray.unread';
    this.#tray.setToolTip(this.#host.text(key, { name: app.name, count }));
    this.#tray.setImage(this.#image());
    if (isMac) this.#tray.setTitle(count === 0 ? '' : String(count));
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #image() {
    const image = markImage(sizePx, { kind: isMac ? 'template' : 'colour', hasDot: this.#unread > 0 });
    if (isMac) image.setTemplateImage(true);
    return image;
  }
}

/** The tray as it is wanted now, `host` null: not at all. undefined also where the desktop has none. */
export function keepTray(present: DefterTray | undefined, host: TrayHost | null, log: Log): DefterTray | undefined {
  if (!host) {
    present?.destroy();
    return undefined;
  }
  if (present) {
    present.setHost(host);
    return present;
  }
  try {
    return new DefterTray(host);
  } catch (thrown) {
    log('warn', `No tray on this desktop: ${String(thrown)}`);
    return undefined;
  }
}

/** The count on the app's icon: dock and launchers that know counts, and a dot on the task bar of Windows. */
export function showBadge(count: number, window: BrowserWindow | undefined, text: Text): void {
  app.setBadgeCount(count); // false where the desktop has no such thing: then there is none
  if (process.platform !== 'win32') return;
  const dot = count === 0 ? null : markImage(16, { kind: 'colour', hasDot: true });
  window?.setOverlayIcon(dot, text('tray.unread', { name: app.name, count }));
}
