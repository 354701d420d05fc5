// The first steps to a mail server, the same for IMAP and SMTP: look the name up, connect, encrypt, be greeted.
import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { AppError } from '../../../../shared/errors.ts';
import type { Server } from '../../../../shared/model/account.ts';
import { onAbort } from '../../../../shared/on-abort.ts';
import type { ProbeDeps } from '../connector.ts';
import { openLine, type Line } from './probe-line.ts';
import type { Steps } from './probe-steps.ts';
import { secureSocket } from './probe-tls.ts';
import { checkSecurity } from './server-tls.ts';

/** Limits in ms; reliability over slow lines asks for 20 s to connect and 15 s for each answer. */
export interface ProbeLimits {
  connectMs: number;
  answerMs: number;
}

interface Address {
  address: string;
  family: number;
}

/** What a protocol says at the beginning. */
export interface Opening {
  /** Checks the greeting; throws `server-busy`, `refused`, `unsupported`. Rejects with what `read` does. */
  greet(line: Line, answerMs: number): Promise<void>;
  /** Asks for STARTTLS up to the server's yes. Throws `tls-untrusted` (`no-starttls`) when the server cannot or will not. */
  askForTls(line: Line, answerMs: number): Promise<void>;
}

export interface ProbeDialogue {
  socket: Socket;
  line: Line;
}

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'dropped',
};

function cancelled(cause?: unknown): AppError {
  return new AppError('cancelled', 'The test was stopped', { cause });
}

/** Settles as `work` does, or rejects when the signal fires or the time is up first. */
function within<Value>(
  work: Promise<Value>,
  timeoutMs: number,
  late: () => AppError,
  signal: AbortSignal,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(late());
    }, timeoutMs);
    const unlisten = onAbort(signal, () => {
      reject(cancelled());
    });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      unlisten();
    });
  });
}

async function resolveHost({ host }: Server, limits: ProbeLimits, signal: AbortSignal): Promise<Address[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const late = (): AppError =>
    new AppError('offline', `No name server knows ${host} in time`, { detail: { reason: 'timeout', host } });
  try {
    return await within(lookup(host, { all: true }), limits.connectMs, late, signal);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // EAI_AGAIN: no name server answered, so the name may well be right.
    const reason = code === 'EAI_AGAIN' ? 'no-network' : 'unknown-host';
    throw new AppError('offline', `${host}: ${code}`, { cause: error, detail: { reason, host } });
  }
}

function openSocket(
  { host, port }: Server,
  addresses: readonly Address[],
  limits: ProbeLimits,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      // The addresses found a step ago, so that both steps speak of the same.
      lookup: (_name, options, callback) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family ?? 0);
      },
    });
    const fail = (error: AppError): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      reject(error);
    };
    const stop = (): void => {
      fail(cancelled());
    };
    const timer = setTimeout(() => {
      fail(new AppError('offline', `${host}:${port} does not answer`, { detail: { reason: 'timeout', host, port } }));
    }, limits.connectMs);
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', (error: Error & { code?: string; errors?: unknown[] }) => {
      // Several addresses, several errors: the first tells.
      const [first] = (error.errors ?? []) as (Error & { code?: string })[];
      const code = error.code ?? first?.code ?? '';
      const reason = unreachable[code] ?? 'unreachable';
      fail(new AppError('offline', `${host}:${port}: ${code}`, { cause: error, detail: { reason, host, port } }));
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.removeAllListeners('error');
      // Whoever speaks over it listens too; between two of them an error must not go unheard and end the process.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

/** The order in which the steps of a server come: with STARTTLS the greeting is heard before the line is encrypted. */
export function stepOrder({ security }: Server): ('dns' | 'connect' | 'tls' | 'greeting' | 'login' | 'use')[] {
  return security === 'starttls'
    ? ['dns', 'connect', 'greeting', 'tls', 'login', 'use']
    : ['dns', 'connect', 'tls', 'greeting', 'login', 'use'];
}

/**
 * Goes through dns, connect, tls and greeting. `onSocket` hears of each socket, to end it when the test stops. What it resolves with is
 * encrypted and trusted, unless the server is on this machine, without encryption, and developer settings allow that.
 */
export async function openDialogue(
  server: Server,
  opening: Opening,
  deps: ProbeDeps,
  limits: ProbeLimits,
  steps: Steps,
  signal: AbortSignal,
): Promise<ProbeDialogue> {
  if (server.security === 'none' && !isAllowedPlain(server, deps)) {
    steps.skip('dns');
    steps.skip('connect');
    await steps.run('tls', async () => {
      checkSecurity(server, deps.allowsPlaintextOnLoopback);
    });
  }
  const addresses = await steps.run('dns', () => resolveHost(server, limits, signal));
  let socket = await steps.run('connect', () => openSocket(server, addresses, limits, signal));
  const stop = (): void => {
    socket.destroy(cancelled());
  };
  signal.addEventListener('abort', stop, { once: true });
  socket.once('close', () => {
    signal.removeEventListener('abort', stop);
  });
  const encrypt = async (): Promise<void> => {
    socket = await secureSocket(socket, server, deps.extraCa, limits.connectMs);
  };
  try {
    if (server.security === 'starttls') {
      const clear = openLine(socket);
      await steps.run('greeting', () => opening.greet(clear, limits.answerMs));
      await steps.run('tls', async () => {
        await opening.askForTls(clear, limits.answerMs);
        if (clear.detach()) {
          // Words behind the yes would be read as if they had come encrypted (CVE-2011-0411 and its like).
          throw new AppError('tls-untrusted', 'Words were slipped in before the encryption', {
            detail: { reason: 'no-starttls' },
          });
        }
        await encrypt();
      });
      return { socket, line: openLine(socket) };
    }
    if (server.security === 'tls') await steps.run('tls', encrypt);
    else steps.skip('tls');
    const line = openLine(socket);
    await steps.run('greeting', () => opening.greet(line, limits.answerMs));
    return { socket, line };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function isAllowedPlain(server: Server, deps: ProbeDeps): boolean {
  try {
    checkSecurity(server, deps.allowsPlaintextOnLoopback);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
