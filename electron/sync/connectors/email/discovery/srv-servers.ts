// Mail servers that a domain names in SRV records (RFC 6186, RFC 8314).
import type { Server } from '../../../../../shared/model/account.ts';
import type { DiscoveryDeps, SrvAnswer } from './discovery-deps.ts';
import { isHostName } from './mail-address.ts';

/** The target to try first: lowest priority, then highest weight. A single `.` means that the service is not offered. */
export function firstTarget(answers: readonly SrvAnswer[]): SrvAnswer | undefined {
  return answers
    .map((answer) => ({ ...answer, name: answer.name.toLowerCase().replace(/\.$/u, '') }))
    .filter(({ name, port }) => isHostName(name) && port >= 1 && port <= 65_535)
    .sort((one, other) => one.priority - other.priority || other.weight - one.weight)[0];
}

/** The IMAP and SMTP servers named by SRV records, TLS before STARTTLS; undefined unless both are. */
export async function findSrvServers(
  domain: string,
  { resolveSrv }: Pick<DiscoveryDeps, 'resolveSrv'>,
  signal: AbortSignal,
): Promise<{ imap: Server; smtp: Server } | undefined> {
  const ask = async (service: string, security: Server['security']): Promise<Server | undefined> => {
    const target = firstTarget(await resolveSrv(`_${service}._tcp.${domain}`, signal));
    return target && { host: target.name, port: target.port, security };
  };
  const [imaps, imap, submissions, submission] = await Promise.all([
    ask('imaps', 'tls'),
    ask('imap', 'starttls'),
    ask('submissions', 'tls'),
    ask('submission', 'starttls'),
  ]);
  const incoming = imaps ?? imap;
  const outgoing = submissions ?? submission;
  return incoming && outgoing && { imap: incoming, smtp: outgoing };
}
