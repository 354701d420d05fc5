// Guesses servers by the names that hosts commonly use, keeping those that DNS knows.
import type { Server } from '../../../../../shared/model/account.ts';
import type { DiscoveryDeps, MxAnswer } from './discovery-deps.ts';
import { isHostName } from './mail-address.ts';

/**
 * The first of `imap.`, `mail.` and the domain's own exchanger that has an address, likewise `smtp.` for sending; undefined
 * when the domain has none of them. Always TLS on 993 and 465.
 */
export async function guessServers(
  domain: string,
  exchangers: readonly MxAnswer[],
  { hasAddress }: Pick<DiscoveryDeps, 'hasAddress'>,
  signal: AbortSignal,
): Promise<{ imap: Server; smtp: Server } | undefined> {
  // An exchanger elsewhere is as often a spam filter as a mailbox; under the domain it is the mail server.
  const own = exchangers
    .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/u, ''))
    .filter((host) => isHostName(host) && (host === domain || host.endsWith(`.${domain}`)));
  const names = [...new Set([`imap.${domain}`, `smtp.${domain}`, `mail.${domain}`, ...own.slice(0, 2)])];
  const checks = await Promise.all(names.map(async (host) => ({ host, exists: await hasAddress(host, signal) })));
  const existing = checks.filter(({ exists }) => exists).map(({ host }) => host);
  const imap = existing.find((host) => !host.startsWith('smtp.'));
  const smtp = existing.find((host) => !host.startsWith('imap.'));
  if (imap === undefined || smtp === undefined) return undefined;
  return { imap: { host: imap, port: 993, security: 'tls' }, smtp: { host: smtp, port: 465, security: 'tls' } };
}
