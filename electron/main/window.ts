// Makes the one window: safest web preferences, remembered place, no white flash.
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import { pageOrigin } from '../../shared/contract/ports.ts';
import { placeFor, smallestWindow, type WindowPlace } from './window-bounds.ts';

export interface WindowOptions {
  session: Session;
  title: string;
  remembered: WindowPlace | undefined;
  allowsDevTools: boolean;
  /** Called a moment after the window was moved, resized or maximised. */
  onPlaced(place: WindowPlace): void;
}

const settleMs = 400;

/** The canvas before the page has drawn: the ground of renderer/app/theme/shell.css, so that nothing flashes. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1f2228' : '#ffffff';
}

/** Makes the window and shows it when the page has drawn for the first time. Nothing is loaded yet. */
export function makeWindow({ session, title, remembered, allowsDevTools, onPlaced }: WindowOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  const { isMaximized, ...bounds } = placeFor(
    remembered,
    [primary, ...others].map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title,
    show: false,
    backgroundColor: backgroundColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: true,
      devTools: allowsDevTools,
      // in the tray Defter goes on receiving: the store worker must not fall asleep with the window
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  rememberPlace(window, onPlaced);
  return window;
}

/** Loads the page. Rejections are for the log only: the window is shown all the same, and can be reloaded from its menu. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(`${pageOrigin}/`);
  } finally {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  }
}

/** To the front, from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function rememberPlace(window: BrowserWindow, onPlaced: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const report = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!window.isDestroyed()) onPlaced({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(report, settleMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', () => {
    if (timer) report();
  });
}
