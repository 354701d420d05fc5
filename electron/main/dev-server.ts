// While developing, the page comes from Vite's server on this machine, through our own origin so that its data stays the same.
import { pagePolicy, type PageFile } from './page-files.ts';

/** Never there in a packaged app. */
export interface DevServer {
  /** `127.0.0.1:5173`: the one address that the page's session may reach, for hot reload. */
  host: string;
  fetch(pageUrl: string): Promise<PageFile | undefined>;
  policy(nonce: string): string;
}

/** The server that electron-vite names in `ELECTRON_RENDERER_URL`. Only loopback is taken. */
export function findDevServer(address: string | undefined): DevServer | undefined {
  if (!address) return undefined;
  const { host, hostname, protocol } = new URL(address);
  if (protocol !== 'http:' || !['127.0.0.1', 'localhost'].includes(hostname)) return undefined;
  return {
    host,
    fetch: async (pageUrl) => {
      const { pathname, search } = new URL(pageUrl);
      const answer = await fetch(`http://${host}${pathname}${search}`);
      if (!answer.ok) return undefined;
      const mimeType = answer.headers.get('content-type') ?? 'application/octet-stream';
      return { mimeType, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
    // Vite's client runs inline code with the nonce and speaks to its server
    policy: (nonce) =>
      pagePolicy(nonce)
        .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
        .replace("connect-src 'self'", `connect-src 'self' ws://${host}`),
  };
}
