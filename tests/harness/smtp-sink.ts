// An SMTP server on loopback that keeps every mail it accepts and fails on demand at any point of a session.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecureContextOptions } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { makeCertificates, type CertificateKind, type Certificates } from './certificates.ts';
import { makeFaultPlan, type SmtpFault } from './smtp-faults.ts';
import { PlannedServer, type SinkMessage, type SinkState } from './smtp-session.ts';
import { startTcpFront, type Link, type TcpFront } from './tcp-front.ts';

export type { SinkMessage } from './smtp-session.ts';
export { knownFaults, smtpPoints, type SmtpFault, type SmtpPoint } from './smtp-faults.ts';

export interface SmtpSinkOptions {
  /** Login → password; alice, bob, carol and bench @test.local with `secret-<name>` unless told. */
  users?: Readonly<Record<string, string>>;
  /** Whether XOAUTH2 takes this token of the login; without it none. */
  isTokenGood?: (user: string, token: string) => Promise<boolean>;
  faults?: readonly SmtpFault[];
  /** Shared with another test server, so that one authority is enough. */
  certificates?: Certificates;
  certificate?: CertificateKind;
  /** Versions, ciphers. */
  tls?: Pick<SecureContextOptions, 'minVersion' | 'maxVersion' | 'ciphers'>;
  /** false: the plain port knows no STARTTLS and takes logins in clear. */
  starttls?: boolean;
  /** PLAIN, LOGIN, XOAUTH2, CRAM-MD5; the first two unless told. */
  authMethods?: readonly string[];
  sizeLimitBytes?: number;
  /** More than this at once are greeted with 421. */
  maxConnections?: number;
  /** After this many mails a connection is closed with 421. */
  maxMessagesPerConnection?: number;
  /** true: 553 when the sender is not the login. */
  ownSenderOnly?: boolean;
  /** Called before 250 for each recipient that has a login here (INBOX) and, with `savesSent`, for the sender (Sent). */
  deliverTo?: (user: string, raw: Buffer, mailbox: 'INBOX' | 'Sent') => Promise<void>;
  /** true: files a copy in the sender's Sent, as Gmail and Outlook do. */
  savesSent?: boolean;
}

export interface SmtpSink {
  readonly host: '127.0.0.1';
  /** In clear at first, with STARTTLS. */
  readonly port: number;
  /** TLS from the first byte. */
  readonly tlsPort: number;
  readonly ca: string;
  readonly certificates: Certificates;
  readonly users: Readonly<Record<string, string>>;
  messages(): readonly SinkMessage[];
  /** Commands of all sessions in order; credentials are shown as `AUTH <mechanism>`. */
  commands(): readonly string[];
  /** Bytes that clients sent on the plain port, as they were on the wire (first 4 MiB). */
  wire(): Buffer;
  /** Replaces the plan; without arguments it heals. */
  setFault(...plan: SmtpFault[]): void;
  connections(): { open: number; opened: number };
  /** Resets every open connection. */
  dropAll(): void;
  /** true: connections to both ports are refused, as when nothing listens. */
  refuse(on: boolean): Promise<void>;
  /** Forgets mails, commands and wire bytes. */
  clear(): void;
  stop(): Promise<void>;
}

const defaultUsers = Object.fromEntries(
  ['alice', 'bob', 'carol', 'bench'].map((name) => [`${name}@test.local`, `secret-${name}`]),
);
const wireLimitBytes = 4 * 1024 * 1024;

function serverOptions(options: SmtpSinkOptions, certificates: Certificates, isTls: boolean): SMTPServerOptions {
  const { cert, key } = certificates[options.certificate ?? 'good'];
  const lacksStarttls = options.starttls === false;
  return {
    ...options.tls,
    secure: isTls,
    useProxy: true,
    name: 'sink.test.local',
    key,
    cert,
    authMethods: [...(options.authMethods ?? ['PLAIN', 'LOGIN'])],
    allowInsecureAuth: lacksStarttls,
    disabledCommands: lacksStarttls ? ['STARTTLS'] : [],
    ...(options.sizeLimitBytes === undefined ? {} : { size: options.sizeLimitBytes }),
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    socketTimeout: 10 * 60_000,
  };
}

interface Port {
  front: TcpFront;
  stop(): Promise<void>;
}

/** One port: the server on a private port, and before it the front at which lines break. */
async function openPort(
  options: SMTPServerOptions,
  state: SinkState,
  onBytes: (link: Link, bytes: Buffer) => void,
): Promise<Port> {
  const isTls = options.secure === true;
  const links = { find: (_id: number): Link | undefined => undefined };
  const server = new PlannedServer(options, state, (id) => links.find(id));
  // Handshakes that clients break off, and lines cut on purpose.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const front = await startTcpFront({
    targetPort: (server.server.address() as AddressInfo).port,
    announces: true,
    onOpen(link) {
      if (isTls) state.handshakes.add(link);
      const fault = state.plan.take('connect');
      if (fault === undefined || !('cut' in fault)) return true;
      link.cut(fault.cut);
      return false;
    },
    onClientBytes(link, bytes) {
      onBytes(link, bytes);
      if (!state.handshakes.delete(link)) return true;
      const fault = state.plan.take('handshake');
      if (fault === undefined || !('cut' in fault)) return true;
      link.cut(fault.cut);
      return false;
    },
  });
  links.find = (id) => front.link(id);
  return {
    front,
    async stop() {
      await front.stop();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

function makeState(options: SmtpSinkOptions): SinkState {
  const users = options.users ?? defaultUsers;
  return {
    plan: makeFaultPlan(options.faults),
    users,
    isTokenGood: options.isTokenGood ?? (() => Promise.resolve(false)),
    ownSenderOnly: options.ownSenderOnly ?? false,
    maxConnections: options.maxConnections ?? Infinity,
    maxMessagesPerConnection: options.maxMessagesPerConnection ?? Infinity,
    handshakes: new Set(),
    messages: [],
    commands: [],
    async file(message) {
      const { deliverTo, savesSent } = options;
      if (deliverTo === undefined) return;
      for (const recipient of message.to) if (recipient in users) await deliverTo(recipient, message.raw, 'INBOX');
      if (savesSent === true && message.user !== '') await deliverTo(message.user, message.raw, 'Sent');
    },
  };
}

function makeOwnCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'defter-smtp-'));
  try {
    return makeCertificates(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the sink on two loopback ports that the system picks. Call `stop()`. */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const certificates = options.certificates ?? makeOwnCertificates();
  const state = makeState(options);
  let wire: Buffer[] = [];
  let wireBytes = 0;
  const keepWire = (_link: Link, bytes: Buffer): void => {
    if (wireBytes >= wireLimitBytes) return;
    wire.push(bytes);
    wireBytes += bytes.length;
  };
  const plain = await openPort(serverOptions(options, certificates, false), state, keepWire);
  const secure = await openPort(serverOptions(options, certificates, true), state, () => undefined);

  return {
    host: '127.0.0.1',
    port: plain.front.port,
    tlsPort: secure.front.port,
    ca: certificates.ca,
    certificates,
    users: state.users,
    messages: () => [...state.messages],
    commands: () => [...state.commands],
    wire: () => Buffer.concat(wire),
    setFault(...plan) {
      state.plan.set(plan);
    },
    connections: () => ({
      open: plain.front.open() + secure.front.open(),
      opened: plain.front.opened() + secure.front.opened(),
    }),
    dropAll() {
      plain.front.cutAll('rst');
      secure.front.cutAll('rst');
    },
    async refuse(on) {
      await Promise.all([plain.front.refuse(on), secure.front.refuse(on)]);
    },
    clear() {
      state.messages.length = 0;
      state.commands.length = 0;
      wire = [];
      wireBytes = 0;
    },
    async stop() {
      await Promise.all([plain.stop(), secure.stop()]);
    },
  };
}
