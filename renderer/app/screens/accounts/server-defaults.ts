// Server settings to begin with, and changes to them.
import { mailSignInProviderSchema, type EmailServers, type Server } from '../../../../shared/model/account.ts';
import type { DiscoveryResult } from '../../../../shared/model/discovery.ts';
import { isRegisteredWith } from '../../../../shared/model/sign-in-clients.ts';

/** The usual ports of each kind of encryption (RFC 8314 for the first column). */
export const usualPorts: Readonly<Record<'imap' | 'smtp', Readonly<Record<Server['security'], number>>>> = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
};

/** What is most likely for an address of which nothing is known. */
export function emptyServers(address: string): EmailServers {
  const domain = address.split('@')[1]?.trim() ?? '';
  const host = (prefix: string): string => (domain === '' ? '' : `${prefix}.${domain}`);
  return {
    userName: address.trim(),
    imap: { host: host('imap'), port: usualPorts.imap.tls, security: 'tls' },
    smtp: { host: host('smtp'), port: usualPorts.smtp.tls, security: 'tls' },
  };
}

/** Another encryption; the port follows where it was the usual one. */
export function withSecurity(kind: 'imap' | 'smtp', server: Server, security: Server['security']): Server {
  const wasUsual = server.port === usualPorts[kind][server.security];
  return { ...server, security, port: wasUsual ? usualPorts[kind][security] : server.port };
}

/** Another way to log in: with the password, or on a provider's page. A client id belongs to one provider. */
export function withLogin({ signIn, ...servers }: EmailServers, by: string | null): EmailServers {
  const provider = mailSignInProviderSchema.safeParse(by).data;
  if (provider === undefined) return servers;
  return { ...servers, signIn: signIn?.provider === provider ? signIn : { provider } };
}

/** What was found, with the page to sign in on where that is the way there: Defter is registered, or nothing else is taken. */
export function foundServers({ servers, signIn, hint }: DiscoveryResult): EmailServers {
  const isTheWay = signIn !== undefined && (isRegisteredWith(signIn) || hint === 'oauth-only');
  return isTheWay ? withLogin(servers, signIn) : servers;
}

/** Another host: what was trusted of the old one is not carried over. */
export function withHost(server: Server, host: string): Server {
  const { trustedFingerprint: _old, ...rest } = server;
  return { ...rest, host: host.trim() };
}

/** The person trusts this certificate; where both servers are one machine, for both. */
export function withTrust(servers: EmailServers, kind: 'imap' | 'smtp', fingerprint: string): EmailServers {
  const trusted = (server: Server): Server => ({ ...server, trustedFingerprint: fingerprint });
  return { ...servers, [kind]: trusted(servers[kind]) };
}
