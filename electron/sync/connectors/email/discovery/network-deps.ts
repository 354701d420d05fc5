// Discovery's questions to the real network: DNS, and small https pages from public addresses only.
import { lookup, Resolver } from 'node:dns/promises';
import { get, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { AppError } from '../../../../../shared/errors.ts';
import { lookupPublic } from '../../../public-network.ts';
import { autoconfigLimitBytes } from './autoconfig.ts';
import type { DiscoveryDeps } from './discovery-deps.ts';

const pageTimeoutMs = 5_000;
const redirectLimit = 3;

export interface PageOptions {
  /** PEM of the authority to trust instead of the system's. */
  ca?: string;
  /** Every page is asked for here, whatever its host: for tests against a server on this machine. */
  connectTo?: { host: string; port: number };
}

type Page = { body: string } | { location: string } | undefined;

function getPage(url: URL, { ca, connectTo }: PageOptions, signal: AbortSignal): Promise<Page> {
  return new Promise((resolve, reject) => {
    const request: RequestOptions = {
      signal,
      agent: false,
      timeout: pageTimeoutMs,
      minVersion: 'TLSv1.2',
      headers: { host: url.host, accept: 'application/xml, text/xml', 'user-agent': 'Defter' },
      ...(connectTo === undefined
        ? { lookup: lookupPublic }
        : { hostname: connectTo.host, port: connectTo.port, servername: url.hostname }),
      ...(ca === undefined ? {} : { ca }),
    };
    const call = get(url, request, (response) => {
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        resolve({ location: headers.location });
        return;
      }
      if (statusCode !== 200) {
        response.destroy();
        resolve(undefined);
        return;
      }
      const chunks: Buffer[] = [];
      let sizeBytes = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        sizeBytes += chunk.length;
        if (sizeBytes > autoconfigLimitBytes) response.destroy(new AppError('too-large', `${url.host} sent too much`));
      });
      response.on('end', () => {
        resolve({ body: Buffer.concat(chunks).toString('utf8') });
      });
      response.on('error', reject);
    });
    call.on('timeout', () => call.destroy(new AppError('offline', `${url.host} did not answer`)));
    call.on('error', reject);
  });
}

/**
 * The body of an https page of at most 64 kB; undefined when the server has none there. Follows three redirects, https only, never into
 * the person's own network, and carries no credentials anywhere. Rejects with `offline`, `too-large`, `refused`, `cancelled`.
 */
export async function fetchText(
  address: string,
  signal: AbortSignal,
  options: PageOptions = {},
): Promise<string | undefined> {
  let url = new URL(address);
  for (let hops = 0; hops <= redirectLimit; hops += 1) {
    // An IP address is not looked up, so the look-up cannot stop it.
    const isNumeric = isIP(url.hostname.replace(/^\[|\]$/gu, '')) !== 0;
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || isNumeric) {
      throw new AppError('refused', `${url.protocol}//${url.host} is not a public https address`);
    }
    let page: Page;
    try {
      page = await getPage(url, options, signal);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal.aborted) throw new AppError('cancelled', 'The search was stopped', { cause: error });
      throw new AppError('offline', `${url.host}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    if (page === undefined) return undefined;
    if ('body' in page) return page.body;
    if (!URL.canParse(page.location, url.href)) return undefined;
    url = new URL(page.location, url);
  }
  throw new AppError('refused', `${url.host} redirects without end`);
}

/** c-ares answers that mean "there is no such record", as opposed to "nobody could be asked". */
const absent = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME', 'EBADNAME']);

async function askDns<Found>(question: () => Promise<Found>, none: Found, signal: AbortSignal): Promise<Found> {
  try {
    return await question();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (absent.has(code)) return none;
    if (signal.aborted) throw new AppError('cancelled', 'The search was stopped', { cause: error });
    throw new AppError('offline', `DNS: ${code === '' ? String(error) : code}`, { cause: error });
  }
}

/** The real network. `dnsServers` (address:port) replaces the system's name servers for SRV and MX. */
export function networkDiscoveryDeps(options: PageOptions & { dnsServers?: readonly string[] } = {}): DiscoveryDeps {
  const ask = <Found>(
    question: (resolver: Resolver) => Promise<Found>,
    none: Found,
    signal: AbortSignal,
  ): Promise<Found> => {
    // One resolver a question: cancel() ends every question of a resolver.
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    if (options.dnsServers !== undefined) resolver.setServers(options.dnsServers);
    const cancel = (): void => {
      resolver.cancel();
    };
    signal.addEventListener('abort', cancel, { once: true });
    return askDns(() => question(resolver), none, signal).finally(() => {
      signal.removeEventListener('abort', cancel);
    });
  };
  return {
    fetchText: (url, signal) => fetchText(url, signal, options),
    resolveSrv: (name, signal) => ask((resolver) => resolver.resolveSrv(name), [], signal),
    resolveMx: (domain, signal) => ask((resolver) => resolver.resolveMx(domain), [], signal),
    // The system's own look-up also knows what a company's hosts file or VPN knows.
    hasAddress: (host, signal) => askDns(async () => (await lookup(host, { all: true })).length > 0, false, signal),
  };
}
