// Finds the mail servers of an address: own table, the domain's published file, SRV, its mail exchangers, and last a guess.
import { AppError, throwIfCancelled } from '../../../../../shared/errors.ts';
import type { DiscoveryResult } from '../../../../../shared/model/discovery.ts';
import { autoconfigUrls, readAutoconfig } from './autoconfig.ts';
import type { DiscoveryDeps, MxAnswer } from './discovery-deps.ts';
import { providerOfDomain, providerOfExchanger, providerOfImapHost } from './find-provider.ts';
import { guessServers } from './guess-servers.ts';
import { splitAddress, type MailAddress } from './mail-address.ts';
import type { Provider } from './providers.ts';
import { findSrvServers } from './srv-servers.ts';

/** A person waits for this before seeing the form. */
const defaultLimitMs = 8_000;

/** What a source came back with; a source that fails is no reason to stop looking elsewhere. */
interface Answer<Found> {
  found: Found | undefined;
  error?: Error;
}

/** What was found. An error that is not an AppError is a mistake of ours: it goes on from here. */
function foundIn<Found>({ found, error }: Answer<Found>): Found | undefined {
  if (error !== undefined && !(error instanceof AppError)) throw error;
  return found;
}

function resultOf(
  provider: Provider,
  source: DiscoveryResult['source'],
  userName: string,
  exchanger?: string,
): DiscoveryResult | undefined {
  const { servers } = provider;
  let pair;
  if (servers !== 'at-exchanger') pair = servers;
  else if (exchanger !== undefined) {
    pair = {
      imap: { host: exchanger, port: 993, security: 'tls' as const },
      smtp: { host: exchanger, port: 465, security: 'tls' as const },
    };
  } else return undefined;
  return {
    servers: { userName, ...pair },
    source,
    ...adviceOf(provider),
  };
}

/** Adds what the table knows of the server that was found elsewhere: its hint, its help page. */
function withHint(result: DiscoveryResult): DiscoveryResult {
  const provider = providerOfImapHost(result.servers.imap.host);
  if (provider === undefined) return result;
  return { ...adviceOf(provider), ...result };
}

/** What a person should know of the provider. */
function adviceOf({ name, hint, helpUrl, signIn }: Provider): Omit<DiscoveryResult, 'servers' | 'source'> {
  return {
    provider: name,
    ...(hint === undefined ? {} : { hint }),
    ...(helpUrl === undefined ? {} : { helpUrl }),
    ...(signIn === undefined ? {} : { signIn }),
  };
}

/** What the exchangers tell, in the order in which they would be tried. */
function resultOfExchangers(
  answers: readonly MxAnswer[],
  userName: string,
): { isHearsay: boolean; result: DiscoveryResult } | undefined {
  const ordered = [...answers].sort((one, other) => one.priority - other.priority);
  for (const { exchange } of ordered) {
    const provider = providerOfExchanger(exchange);
    if (provider === undefined) continue;
    const isHearsay = provider.isHearsay === true;
    const host = exchange.toLowerCase().replace(/\.$/u, '');
    const result = resultOf(provider, isHearsay ? 'guess' : 'mx', userName, host);
    if (result !== undefined) return { isHearsay, result };
  }
  return undefined;
}

/** The first file, in order of preference, that names servers. */
async function askAutoconfig(
  address: MailAddress,
  deps: DiscoveryDeps,
  signal: AbortSignal,
): Promise<DiscoveryResult | undefined> {
  const files = await Promise.allSettled(
    autoconfigUrls(address).map(async (url) => {
      const xml = await deps.fetchText(url, signal);
      return xml === undefined ? undefined : readAutoconfig(xml, address);
    }),
  );
  for (const file of files) if (file.status === 'fulfilled' && file.value !== undefined) return file.value;
  const failed = files.find((file) => file.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return undefined;
}

/** Settles with what `work` brings, its error, or nothing once the time is up; never rejects, as the answer may not be needed. */
function askUntil<Found>(work: Promise<Found | undefined>, timeUp: AbortSignal): Promise<Answer<Found>> {
  return new Promise((resolve) => {
    const giveUp = (): void => {
      resolve({ found: undefined, error: new AppError('offline', 'No answer in time') });
    };
    if (timeUp.aborted) giveUp();
    timeUp.addEventListener('abort', giveUp, { once: true });
    const settle = (answer: Answer<Found>): void => {
      timeUp.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    work.then(
      (found) => {
        settle({ found });
      },
      (error: unknown) => {
        settle({ found: undefined, error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
  });
}

/** Whether DNS knows both servers; true also when nobody could be asked. */
async function mayExist({ servers }: DiscoveryResult, deps: DiscoveryDeps, timeUp: AbortSignal): Promise<boolean> {
  const hosts = [...new Set([servers.imap.host, servers.smtp.host])];
  const checks = await askUntil(Promise.all(hosts.map((host) => deps.hasAddress(host, timeUp))), timeUp);
  return foundIn(checks)?.every((exists) => exists) ?? true;
}

async function search(address: MailAddress, deps: DiscoveryDeps, timeUp: AbortSignal): Promise<DiscoveryResult | null> {
  const { domain } = address;
  const userName = address.address;
  const known = providerOfDomain(domain);
  const published = askUntil(askAutoconfig(address, deps, timeUp), timeUp);
  const named = askUntil(findSrvServers(domain, deps, timeUp), timeUp);
  const exchanging = await askUntil(deps.resolveMx(domain, timeUp), timeUp);
  const exchangers = foundIn(exchanging) ?? [];
  const byExchanger = resultOfExchangers(exchangers, userName);

  // Web hosts publish a file for every domain on the machine, also for those whose mail has long moved to another provider;
  // the exchanger says where mail goes.
  if (byExchanger !== undefined && !byExchanger.isHearsay) return byExchanger.result;
  const file = foundIn(await published);
  if (file !== undefined) return withHint(file);
  const srv = await named;
  const servers = foundIn(srv);
  if (servers !== undefined) return withHint({ servers: { userName, ...servers }, source: 'srv' });
  const hearsay = (known && resultOf(known, 'guess', userName)) ?? byExchanger?.result;
  if (hearsay !== undefined && (await mayExist(hearsay, deps, timeUp))) return hearsay;
  const guess = await askUntil(guessServers(domain, exchangers, deps, timeUp), timeUp);
  const guessed = foundIn(guess);
  if (guessed !== undefined) return { servers: { userName, ...guessed }, source: 'guess' };
  const errors = [exchanging.error, srv.error, guess.error].filter((error) => error instanceof AppError);
  const [first] = errors;
  if (first !== undefined && errors.length === 3 && errors.every(({ code }) => code === 'offline')) throw first;
  return null;
}

/**
 * The servers of an address, from the best source that knows them; null when nothing is known of the domain.
 * Takes 8 s at most. Encryption is always part of the answer. SRV and MX answers are not authenticated: show the host names before a
 * password goes there. Rejects with `bad-data` for what is no address, `offline` when nobody could be asked, `cancelled`.
 */
export async function discoverServers(
  emailAddress: string,
  deps: DiscoveryDeps,
  signal: AbortSignal,
): Promise<DiscoveryResult | null> {
  throwIfCancelled(signal);
  const address = splitAddress(emailAddress);
  const known = providerOfDomain(address.domain);
  if (known !== undefined && known.isHearsay !== true) return resultOf(known, 'known', address.address) ?? null;

  const timeUp = new AbortController();
  const stop = (): void => {
    timeUp.abort();
  };
  const timer = setTimeout(stop, deps.limitMs ?? defaultLimitMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await search(address, deps, timeUp.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    // Whatever still runs has lost its purpose.
    stop();
    throwIfCancelled(signal);
  }
}
