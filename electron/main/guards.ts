// Rules for every web contents that will ever exist: none navigates, opens a window, embeds a view or picks a device.
import { app, type WebContents, type WebContentsWillFrameNavigateEventParams, type Event } from 'electron';
import { mailBodyScheme } from '../../shared/contract/ports.ts';
import { openableUrl } from './link-schemes.ts';
import type { Log } from './log.ts';

export interface GuardOptions {
  log: Log;
  /** Whether a mail is served under this url now. */
  isMailBody(url: string): boolean;
  /** A link inside a mail was clicked; nothing was opened. */
  onMailLink(url: string): void;
}

/** Call once, before the first window. */
export function guardAllContents(options: GuardOptions): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, options);
  });
}

function guardContents(contents: WebContents, { log, isMailBody, onMailLink }: GuardOptions): void {
  // main frames: what main itself loads does not pass here, so nothing has to be let through
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event: Event<WebContentsWillFrameNavigateEventParams>) => {
    if (event.isMainFrame) {
      event.preventDefault();
      return;
    }
    // the page shows a mail; a mail cannot name another one, because their addresses cannot be guessed
    if (isMailBody(event.url)) return;
    event.preventDefault();
    if (!isFromMail(event)) {
      log('warn', 'A frame of the page was kept from loading', { scheme: schemeOf(event.url) });
      return;
    }
    const url = openableUrl(event.url);
    if (url === undefined) log('warn', 'A link in a mail was refused', { scheme: schemeOf(event.url) });
    else onMailLink(url);
  });
  contents.setWindowOpenHandler(({ url }) => {
    log('warn', 'A new window was refused', { scheme: schemeOf(url) });
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.on('login', (event) => {
    event.preventDefault();
  });
  contents.on('select-client-certificate', (event) => {
    event.preventDefault();
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** A link in a mail asked, not the page. `frame` cannot tell: for a load in another process it has no address yet. */
function isFromMail({ initiator }: WebContentsWillFrameNavigateEventParams): boolean {
  return initiator?.url.startsWith(`${mailBodyScheme}:`) ?? false;
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : 'none';
}
