// One SMTP connection for one message: opened, secured and logged in, with nothing of the message said yet.
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { AppError } from '../../../../shared/errors.ts';
import type { EmailServers, Server } from '../../../../shared/model/account.ts';
import type { ConnectorDeps } from '../connector.ts';
import { smtpError } from './error.ts';
import { checkSecurity, checkTrust, tlsOptions } from './server-tls.ts';
import { bearerWords, withMailToken, type TokenDeps } from './sign-in.ts';

/** Waits of one connection, in ms. */
export interface SmtpTimeouts {
  connectionTimeout: number;
  greetingTimeout: number;
  /** Silence after which a line counts as dead; tests make it short. */
  socketTimeout: number;
  dnsTimeout: number;
}

const usualTimeouts: SmtpTimeouts = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  dnsTimeout: 15_000,
};

type TokenLogin = SMTPConnection.AuthenticationTypeCustom;
/** Not XOAUTH2 by name: nodemailer's own asks twice with one token, and loses the server's words. */
const tokenMethod = 'TOKEN';

async function sendToken({ auth, sendCommand, reject }: SMTPConnection.CustomAuthenticationContext): Promise<void> {
  const { user, pass } = auth.credentials;
  let reply = await sendCommand(`AUTH XOAUTH2 ${bearerWords(user, pass)}`);
  // why not, in JSON; an empty line asks for the refusal itself
  if (reply.status === 334) reply = await sendCommand('');
  if (reply.status !== 235) reject(reply.response);
}

type SmtpDeps = TokenDeps & Pick<ConnectorDeps, 'extraCa'>;

/**
 * Connects and logs in, with the password or a token. Never a pool: nodemailer's pool sends a message again by itself when a line drops.
 * @throws AppError `offline`, `server-busy`, `refused`, `auth-failed`, `auth-expired`, `tls-untrusted`, `cancelled`, and what
 * `deps.credential` throws
 */
export async function connectSmtp(
  servers: EmailServers,
  deps: SmtpDeps,
  signal: AbortSignal,
  timeouts: SmtpTimeouts = usualTimeouts,
): Promise<SMTPConnection> {
  const { smtp, userName, signIn } = servers;
  checkSecurity(smtp, deps.allowsPlaintextOnLoopback);
  if (signIn) {
    const withToken = (token: string): Promise<SMTPConnection> => {
      const login: TokenLogin = { type: 'custom', method: tokenMethod, user: userName, pass: token };
      return open(smtp, login, deps, signal, timeouts);
    };
    return withMailToken(signIn, deps, withToken, signal);
  }
  const { password = '' } = await deps.credential();
  return open(smtp, { user: userName, pass: password }, deps, signal, timeouts);
}

async function open(
  smtp: Server,
  login: SMTPConnection.Credentials | TokenLogin,
  deps: SmtpDeps,
  signal: AbortSignal,
  timeouts: SmtpTimeouts,
): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    ...timeouts,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    name: '[127.0.0.1]', // the machine's own name is nobody's business
    socketCloseTimeout: 2_000,
    tls: tlsOptions(smtp, deps.extraCa),
    customAuth: { [tokenMethod]: sendToken },
  });
  try {
    await step(connection, signal, (done) => {
      connection.connect(done);
    });
    checkTrust(Reflect.get(connection, '_socket'), smtp);
    // A relay in the shop's own network may know no logins.
    if (connection.allowsAuth) {
      await step(connection, signal, (done) => {
        connection.login(login, done);
      });
    }
    return connection;
  } catch (thrown) {
    connection.close();
    const error = smtpError(thrown);
    if (error.code !== 'cancelled') deps.log('warn', `smtp ${smtp.host}: ${error.code}: ${error.message}`);
    throw error;
  }
}

/** One callback of the connection as a promise; it also ends when the line breaks or the signal fires. */
function step(
  connection: SMTPConnection,
  signal: AbortSignal,
  start: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      connection.off('error', settle);
      connection.off('end', onEnd);
      signal.removeEventListener('abort', onAbort);
      // What still goes wrong on this line is told with the next step.
      if (connection.listenerCount('error') === 0) connection.on('error', () => undefined);
      if (error === undefined || error === null) resolve();
      else reject(error);
    };
    const onEnd = (): void => {
      settle(new AppError('offline', 'The connection was closed'));
    };
    const onAbort = (): void => {
      settle(new AppError('cancelled', 'The work was stopped'));
    };
    connection.on('error', settle);
    connection.on('end', onEnd);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    else start(settle);
  });
}
