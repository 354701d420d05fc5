// Makes a renderer session network-dead and takes its permissions: whatever a page or a mail asks for, nothing leaves the machine.
import type { Session } from 'electron';
import { mailBodyScheme, pageOrigin } from '../../shared/contract/ports.ts';
import type { Log } from './log.ts';

/** What a renderer may load; everything else is cancelled before it is looked up. */
const innerSchemes = new Set(['app:', `${mailBodyScheme}:`, 'blob:', 'data:']);
const grantedPermissions = new Set(['notifications', 'clipboard-sanitized-write']);
/** Nothing listens there: a second wall behind the cancelled requests, for what does not pass them (prefetch, browser's own). */
const deadProxy = 'http://127.0.0.1:1';

/**
 * Closes `session`. `allowsDevTools` lets the developer tools load their own pages; `devHost` is Vite's server while developing.
 * Await it before the first load.
 */
export async function guardSession(
  session: Session,
  log: Log,
  { allowsDevTools, devHost }: { allowsDevTools: boolean; devHost?: string | undefined },
): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol, host } = new URL(url);
    const isInner = innerSchemes.has(protocol) || (allowsDevTools && protocol === 'devtools:');
    const isDev = devHost !== undefined && protocol === 'ws:' && host === devHost;
    if (!isInner && !isDev) log('warn', 'A request of the page was stopped', { scheme: protocol });
    answer({ cancel: !isInner && !isDev });
  });
  session.protocol.handle('file', () => new Response(null, { status: 403 }));

  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(grantedPermissions.has(permission) && isPage(requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return grantedPermissions.has(permission) && isPage(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);

  const bypass = devHost === undefined ? '<-loopback>' : `<-loopback>;${devHost}`;
  await session.setProxy({ mode: 'fixed_servers', proxyRules: deadProxy, proxyBypassRules: bypass });
}

function isPage(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}
