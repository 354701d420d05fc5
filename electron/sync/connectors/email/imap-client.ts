// One IMAP connection: imapflow with our limits, our trust and our log.
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { AppError, throwIfCancelled } from '../../../../shared/errors.ts';
import type { EmailServers } from '../../../../shared/model/account.ts';
import { onAbort } from '../../../../shared/on-abort.ts';
import type { ConnectorDeps } from '../connector.ts';
import { imapError } from './error.ts';
import { checkSecurity, checkTrust, isLoopback, tlsOptions } from './server-tls.ts';
import { withMailToken, type TokenDeps } from './sign-in.ts';

/** Limits against broken and hostile servers; imapflow's own are 1 GiB and more. */
const limits = {
  maxLiteralSize: 64 * 1024 * 1024,
  maxLineLength: 4 * 1024 * 1024,
  maxResponseSize: 80 * 1024 * 1024,
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  /** A dead line is noticed after this, or twice this while IDLE is on; watching asks for a sign of life more often. */
  socketTimeout: 180_000,
  /** Servers and routers drop an IDLE that is silent for half an hour, some after ten minutes. */
  maxIdleTime: 540_000,
} satisfies ImapFlowOptions;

export interface ImapConnection {
  readonly client: ImapFlow;
  /** What the server said with its last refusal, for calls that imapflow answers with `false`. */
  lastWords(): string | undefined;
  /** The error that ended the connection, or tells that it is not to be used; undefined while it lives. */
  failure(): AppError | undefined;
}

type Entry = {
  msg?: unknown;
  err?: { code?: unknown; message?: unknown; responseText?: unknown };
  throttleDelay?: unknown;
};

type ImapDeps = TokenDeps & Pick<ConnectorDeps, 'extraCa'>;

/**
 * Opens a connection and logs in, with the password or a token.
 * @throws AppError `offline`, `server-busy`, `auth-failed`, `auth-expired`, `tls-untrusted`, `cancelled`, and what `deps.credential` throws
 */
export async function connectImap(servers: EmailServers, deps: ImapDeps, signal: AbortSignal): Promise<ImapConnection> {
  checkSecurity(servers.imap, deps.allowsPlaintextOnLoopback);
  if (servers.signIn) {
    return withMailToken(servers.signIn, deps, (accessToken) => open(servers, { accessToken }, deps, signal), signal);
  }
  const { password = '' } = await deps.credential();
  return open(servers, { pass: password }, deps, signal);
}

async function open(
  { imap, userName }: EmailServers,
  secret: { pass: string } | { accessToken: string },
  deps: ImapDeps,
  signal: AbortSignal,
): Promise<ImapConnection> {
  throwIfCancelled(signal);

  let lastWords: string | undefined;
  let failure: AppError | undefined;
  const note = (level: 'warn' | 'error') => (entry: Entry) => {
    const words = entry.err?.responseText ?? entry.err?.message;
    if (typeof entry.err?.responseText === 'string') lastWords = entry.err.responseText;
    const delayMs = Number(entry.throttleDelay ?? 0);
    if (entry.msg === 'Throttling detected' && delayMs > 0) {
      // imapflow would wait at most five minutes and ask again, which can be sooner than the server wants.
      failure ??= new AppError('server-busy', lastWords ?? 'Throttled', { retryAfterMs: delayMs });
      client.closeAfter(); // once the wait has begun: closing ends it
    }
    deps.log(
      level,
      `imap ${imap.host}: ${[entry.msg, entry.err?.code, words].filter(Boolean).map(String).join(' ').slice(0, 300)}`,
    );
  };
  const ignore = (): void => undefined;
  const trusted = (value: string | undefined): string | undefined => {
    if (value !== undefined) checkTrust(Reflect.get(client, 'socket'), imap);
    return value;
  };

  const client: ImapFlow = new ImapFlow({
    ...limits,
    host: imap.host,
    port: imap.port,
    secure: imap.security === 'tls',
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    tls: tlsOptions(imap, deps.extraCa),
    auth: {
      user: userName,
      // Read at the moment of the login: the last chance to look at the certificate before the secret leaves.
      get pass() {
        return trusted('pass' in secret ? secret.pass : undefined);
      },
      get accessToken() {
        return trusted('accessToken' in secret ? secret.accessToken : undefined);
      },
    },
    clientInfo: { name: 'Defter', vendor: 'Defter', 'support-url': false },
    qresync: true,
    disableAutoIdle: true,
    disableCompression: isLoopback(imap.host),
    // No `trace`: with it imapflow would put every mail that comes together again as text.
    logger: { debug: ignore, info: ignore, warn: note('warn'), error: note('error') },
  });
  client.on('error', (error: Error) => {
    failure ??= imapError(error);
  });
  client.on('close', () => {
    failure ??= new AppError(
      'offline',
      `${imap.host} closed the connection${client.byeReason === undefined ? '' : `: ${client.byeReason}`}`,
    );
  });

  throwIfCancelled(signal);
  const unlisten = onAbort(signal, () => {
    client.close();
  });
  try {
    await client.connect();
  } catch (thrown) {
    client.close();
    if (signal.aborted) throw new AppError('cancelled', 'The work was stopped', { cause: thrown });
    const error = imapError(thrown);
    throw failure?.code === 'server-busy' && error.code === 'offline' ? failure : error;
  } finally {
    unlisten();
  }
  if (imap.security !== 'none') checkTrust(Reflect.get(client, 'socket'), imap); // PREAUTH asks for no password
  return { client, lastWords: () => lastWords, failure: () => failure };
}
