// Looks a provider up by the domain of an address, or by the exchangers that take its mail.
import { providers, type Provider } from './providers.ts';

/** The provider whose own address domain this is. `domain` is lower case, in ASCII form. */
export function providerOfDomain(domain: string): Provider | undefined {
  return providers.find(({ domains }) => domains.includes(domain));
}

function endsWithName(host: string, end: string): boolean {
  return host === end || host.endsWith(`.${end}`);
}

/** The provider that takes mail at this exchanger; of several, the one known by the longest name. */
export function providerOfExchanger(exchanger: string): Provider | undefined {
  const host = exchanger.toLowerCase().replace(/\.$/u, '');
  let best: { provider: Provider; length: number } | undefined;
  for (const provider of providers) {
    for (const end of provider.exchangers ?? []) {
      if (endsWithName(host, end) && end.length > (best?.length ?? 0)) best = { provider, length: end.length };
    }
  }
  return best?.provider;
}

/** The provider whose IMAP server this is: its hint holds for every domain that uses it. */
export function providerOfImapHost(host: string): Provider | undefined {
  return providers.find(({ servers }) => servers !== 'at-exchanger' && servers.imap.host === host);
}
