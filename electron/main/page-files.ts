// The built page: its files are listed once, and what is not on the list cannot be asked for.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';

export interface PageFile {
  mimeType: string;
  bytes: Buffer;
}

/** Path inside the origin (`/index.html`, `/assets/index-abc.js`) → where it lies on the disk. */
export type PageFiles = ReadonlyMap<string, { mimeType: string; path: string }>;

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** Lists `dir` with all folders in it. Files of an unknown type (source maps) are left out. */
export async function listPageFiles(dir: string): Promise<PageFiles> {
  const files = new Map<string, { mimeType: string; path: string }>();
  const walk = async (folder: string, url: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const address = posix.join(url, entry.name);
      if (entry.isDirectory()) await walk(path, address);
      const mimeType = mimeTypes[extname(entry.name).toLowerCase()];
      if (entry.isFile() && mimeType) files.set(address, { mimeType, path });
    }
  };
  await walk(dir, '/');
  return files;
}

/** The file that a request for `url` gets; undefined: not found. A lookup by the exact path, so there is nothing to climb out of. */
export async function readPageFile(files: PageFiles, url: string): Promise<PageFile | undefined> {
  const { pathname } = new URL(url);
  const found = files.get(pathname === '/' ? '/index.html' : pathname);
  return found && { mimeType: found.mimeType, bytes: await readFile(found.path) };
}

/** The placeholder that the build leaves in index.html, for a nonce of each load. */
const noncePlaceholder = '__NONCE__';

/** `index.html` with this load's nonce in place of the placeholder. */
export function withNonce(html: Buffer, nonce: string): Buffer {
  return Buffer.from(html.toString('utf8').replaceAll(noncePlaceholder, nonce));
}

/** What the page may do. Only styles need a nonce: the UI kit writes some at run time. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // Only mailbody: is ever shown. The others are the schemes of links in a mail: the policy lets a click on one reach will-frame-navigate,
    // where it is always stopped (guards.ts); refused here, the mail would give way to an error page and nobody would hear of the click.
    'frame-src mailbody: https: http: mailto: tel:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
