// app://defter/ serves the built page, each load with a fresh nonce and a strict policy in the header.
import { randomBytes } from 'node:crypto';
import type { Session } from 'electron';
import { pageOrigin } from '../../shared/contract/ports.ts';
import type { DevServer } from './dev-server.ts';
import { pagePolicy, readPageFile, withNonce, type PageFiles } from './page-files.ts';

/**
 * Sent with every answer, whatever it is. There is no cross-origin-opener-policy: no page can open another (guards.ts), and for it Chromium
 * throws away the process that it made ready for the page and starts a second one when the answer is there.
 */
const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-store',
};

/** Serves `files` to pages of `session` under app://defter/; every other host of the scheme is not found. */
export function serveApp(session: Session, files: PageFiles, devServer?: DevServer): void {
  session.protocol.handle('app', async ({ url, method }) => {
    if (method !== 'GET' || !url.startsWith(`${pageOrigin}/`)) return notFound();
    const file = devServer ? await devServer.fetch(url) : await readPageFile(files, url);
    if (!file) return notFound();
    if (!file.mimeType.startsWith('text/html')) return answer(file.bytes, { 'content-type': file.mimeType });
    const nonce = randomBytes(18).toString('base64');
    const policy = devServer ? devServer.policy(nonce) : pagePolicy(nonce);
    return answer(withNonce(file.bytes, nonce), { 'content-type': file.mimeType, 'content-security-policy': policy });
  });
}

function answer(bytes: Buffer, headers: Record<string, string>): Response {
  return new Response(new Uint8Array(bytes), { headers: { ...commonHeaders, ...headers } });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: commonHeaders });
}
