// A private, real Dovecot on free loopback ports for one test file: users, folders, mail and their truth through doveadm.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { chown, rename, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeCertificates, type Certificates } from './certificates.ts';
import { dovecotConfig, oauthText, usersText, type DovecotOptions } from './dovecot-config.ts';
import { findFreePorts } from './free-ports.ts';
import { removeFolder } from './remove-folder.ts';

export type { DovecotOptions } from './dovecot-config.ts';

export interface DeliverOptions {
  /** `\Seen`, `\Answered`, `\Flagged`, `\Deleted`, `\Draft`; no keywords. */
  flags?: readonly string[];
  /** Folder, made if it is missing; INBOX unless told. Written with the server's separator and prefix. */
  mailbox?: string;
  /** INTERNALDATE in epoch ms; now unless told. Kept in whole seconds. */
  receivedAt?: number;
}

export interface DovecotServer {
  readonly host: '127.0.0.1';
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
  /** The authority to trust. */
  readonly caFile: string;
  readonly ca: string;
  readonly certificates: Certificates;
  /** Login name → password. */
  readonly users: Readonly<Record<string, string>>;
  /** Puts one mail into a folder as a delivery agent would; bytes are kept as they are. */
  deliver(user: string, rawMail: string | Uint8Array, options?: DeliverOptions): Promise<void>;
  /** Many mails at some thousands per second; UIDs follow the order given. */
  deliverMany(
    user: string,
    mails: Iterable<{ raw: string | Uint8Array } & Omit<DeliverOptions, 'mailbox'>>,
    mailbox?: string,
  ): Promise<void>;
  /** Runs doveadm against this server and gives its output. Rejects with its words when it fails. */
  doveadm(...args: string[]): Promise<string>;
  /** The Maildir of the user's INBOX. */
  mailDir(user: string): string;
  /** What the server has logged so far. */
  log(): string;
  /** Ends every session of the user, as a restarting server would. */
  kick(user: string): Promise<void>;
  /** Stops the server but keeps mail and ports; `restart` brings it back. */
  halt(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const defaultUsers = Object.fromEntries(
  ['alice', 'bob', 'carol', 'bench'].map((name) => [`${name}@test.local`, `secret-${name}`]),
);
const maildirFlags: Readonly<Record<string, string>> = {
  '\\Draft': 'D',
  '\\Flagged': 'F',
  '\\Answered': 'R',
  '\\Seen': 'S',
  '\\Deleted': 'T',
};

/** Whether a Dovecot 2.3 with LMTP is installed here. */
export function hasDovecot(): boolean {
  return existsSync('/usr/sbin/dovecot') && existsSync('/usr/lib/dovecot/imap') && existsSync('/usr/lib/dovecot/lmtp');
}

/** Dovecot refuses root for mail access: as root everything runs as the system's `mail` account, else as whoever runs the tests. */
interface Runner {
  user: string;
  group: string;
  ids: { uid: number; gid: number } | undefined;
  /** Program and arguments that become `command` as this user and die with this process. */
  wrap(command: string, args: readonly string[]): [string, string[]];
}

function whoRuns(): Runner {
  const ask = (...args: string[]): string => execFileSync('id', args, { encoding: 'utf8' }).trim();
  if (process.getuid?.() !== 0) {
    return {
      user: ask('-un'),
      group: ask('-gn'),
      ids: undefined,
      wrap: (command, args) => ['setpriv', ['--pdeathsig', 'TERM', command, ...args]],
    };
  }
  const asMail = ['--reuid=mail', '--regid=mail', '--clear-groups', '--pdeathsig', 'TERM'];
  return {
    user: 'mail',
    group: 'mail',
    ids: { uid: Number(ask('-u', 'mail')), gid: Number(ask('-g', 'mail')) },
    wrap: (command, args) => ['setpriv', [...asMail, command, ...args]],
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('data', () => {
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
    socket.setTimeout(2_000, () => {
      settle(false);
    });
  });
}

function ignoreExisting(error: unknown): string {
  if (error instanceof Error && error.message.includes('already exists')) return '';
  throw error;
}

function readLog(folder: string): string {
  const path = join(folder, 'log', 'dovecot.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Starts Dovecot and waits until IMAP greets; rejects with its own words when it cannot. */
async function launch(runner: Runner, folder: string, imapPort: number): Promise<ChildProcess> {
  const [command, args] = runner.wrap('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')]);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  const life = { hasEnded: false };
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.once('error', (error) => {
    complaint += error.message;
    life.hasEnded = true;
  });
  child.once('exit', () => (life.hasEnded = true));
  // some tenths of a second, many times that on a busy machine; one that cannot start ends by itself
  for (let tries = 0; tries < 800; tries += 1) {
    if (life.hasEnded) throw new Error(`Dovecot did not start: ${complaint}\n${readLog(folder)}`);
    if (await answers(imapPort)) return child;
    await wait(25);
  }
  child.kill('SIGKILL');
  throw new Error(`Dovecot does not answer: ${complaint}\n${readLog(folder)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killer);
}

interface Prepared {
  ports: [number, number, number];
  certificates: Certificates;
}

async function prepare(runner: Runner, folder: string, options: DovecotOptions): Promise<Prepared> {
  const certificates = makeCertificates(join(folder, 'tls'));
  const [imapPort = 0, imapsPort = 0, lmtpPort = 0] = await findFreePorts(3);
  const { certFile, keyFile } = certificates[options.certificate ?? 'good'];
  const place = { folder, user: runner.user, group: runner.group, imapPort, imapsPort, lmtpPort, certFile, keyFile };
  for (const name of ['run', 'state', 'log', 'mail']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'users'), usersText(options.users ?? defaultUsers));
  writeFileSync(join(folder, 'dovecot.conf'), dovecotConfig(place, options));
  if (options.oauthIntrospectionUrl !== undefined) {
    writeFileSync(join(folder, 'oauth2.conf.ext'), oauthText(options.oauthIntrospectionUrl));
  }
  if (runner.ids !== undefined) {
    const { uid, gid } = runner.ids;
    for (const name of ['', 'run', 'state', 'log', 'mail', 'tls']) chownSync(join(folder, name), uid, gid);
  }
  return { ports: [imapPort, imapsPort, lmtpPort], certificates };
}

/**
 * Starts a private Dovecot in a new temporary folder (about half a second). Any number may run at once.
 * Rejects when Dovecot is not installed or does not come up. Call `stop()`; the server also ends with the process.
 */
export async function startDovecot(options: DovecotOptions = {}): Promise<DovecotServer> {
  if (!hasDovecot()) throw new Error('Dovecot is missing: install the Debian packages dovecot-imapd and dovecot-lmtpd');
  const runner = whoRuns();
  const folder = mkdtempSync(join(tmpdir(), 'defter-dovecot-'));
  const users = options.users ?? defaultUsers;

  let prepared: Prepared | undefined;
  let child: ChildProcess | undefined;
  let lastError: unknown;
  // Another process can take a port between the look and the start.
  for (let tries = 0; tries < 3 && child === undefined; tries += 1) {
    prepared = await prepare(runner, folder, options);
    try {
      child = await launch(runner, folder, prepared.ports[0]);
    } catch (error) {
      lastError = error;
    }
  }
  if (child === undefined || prepared === undefined) {
    removeFolder(folder);
    throw lastError;
  }
  let running: ChildProcess = child;
  const { ports, certificates } = prepared;
  const [imapPort, imapsPort, lmtpPort] = ports;

  const doveadm = (...args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const [command, wrapped] = runner.wrap('/usr/bin/doveadm', ['-c', join(folder, 'dovecot.conf'), ...args]);
      execFile(command, wrapped, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`doveadm ${args.join(' ')}: ${stderr}`, { cause: error }));
      });
    });

  const folderPaths = new Map<string, string>();
  const pathOf = async (user: string, mailbox: string): Promise<string> => {
    const key = `${user}\n${mailbox}`;
    const known = folderPaths.get(key);
    if (known !== undefined && existsSync(join(known, 'new'))) return known;
    const path = (await doveadm('mailbox', 'path', '-u', user, mailbox)).trim();
    // An automatic folder, INBOX too, has no Maildir until somebody opens it; `create` refuses those.
    if (!existsSync(path)) await doveadm('mailbox', 'create', '-s', '-u', user, mailbox).catch(ignoreExisting);
    for (const name of ['', 'cur', 'new', 'tmp']) {
      const part = join(path, name);
      if (existsSync(part)) continue;
      mkdirSync(part, { recursive: true });
      if (runner.ids !== undefined) chownSync(part, runner.ids.uid, runner.ids.gid);
    }
    folderPaths.set(key, path);
    return path;
  };

  let delivered = 0;
  const write = async (
    path: string,
    raw: string | Uint8Array,
    { flags = [], receivedAt = Date.now() }: DeliverOptions,
  ): Promise<void> => {
    delivered += 1;
    const letters = flags.map((flag) => maildirFlags[flag]).filter((letter) => letter !== undefined);
    if (letters.length !== flags.length) throw new Error(`Not Maildir flags: ${flags.join(' ')}`);
    const bytes = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw;
    const seconds = Math.floor(receivedAt / 1000);
    // Dovecot gives UIDs in the order of file names' times, then of names.
    const name = `${String(Math.floor(Date.now() / 1000))}.M${String(delivered).padStart(9, '0')}P${String(process.pid)}.test,S=${String(bytes.length)}`;
    const draft = join(path, 'tmp', name);
    await writeFile(draft, bytes);
    if (runner.ids !== undefined) await chown(draft, runner.ids.uid, runner.ids.gid);
    await utimes(draft, seconds, seconds);
    await rename(
      draft,
      flags.length === 0 ? join(path, 'new', name) : join(path, 'cur', `${name}:2,${letters.sort().join('')}`),
    );
  };

  return {
    host: '127.0.0.1',
    imapPort,
    imapsPort,
    lmtpPort,
    caFile: certificates.caFile,
    ca: certificates.ca,
    certificates,
    users,
    doveadm,
    async deliver(user, rawMail, deliverOptions = {}) {
      await write(await pathOf(user, deliverOptions.mailbox ?? 'INBOX'), rawMail, deliverOptions);
    },
    async deliverMany(user, mails, mailbox = 'INBOX') {
      const path = await pathOf(user, mailbox);
      let batch: Promise<void>[] = [];
      for (const { raw, ...rest } of mails) {
        batch.push(write(path, raw, rest));
        if (batch.length < 64) continue;
        await Promise.all(batch);
        batch = [];
      }
      await Promise.all(batch);
    },
    mailDir: (user) => join(folder, 'mail', user, 'Maildir'),
    log: () => readLog(folder),
    async kick(user) {
      await doveadm('kick', user);
    },
    halt: () => end(running),
    async restart() {
      await end(running);
      running = await launch(runner, folder, imapPort);
    },
    async stop() {
      await end(running);
      removeFolder(folder);
    },
  };
}
