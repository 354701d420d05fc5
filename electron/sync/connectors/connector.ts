// The interface that every connector meets; the engine knows nothing else of them.
import type { Account, EmailServers } from '../../../shared/model/account.ts';
import type { ConnectionReport, ConnectionStep, DiscoveryResult } from '../../../shared/model/discovery.ts';
import type { FileId } from '../../../shared/model/ids.ts';
import type { Cursor, Item } from '../../../shared/model/item.ts';
import type { Manifest } from '../../../shared/model/manifest.ts';
import type { Attachment, Placement } from '../../../shared/model/message.ts';
import type { FrozenReply, OutboxItem, ReplyContent, SendOutcome } from '../../../shared/model/outbox.ts';
import type { Secrets } from '../../../shared/model/secrets.ts';
import type { SignInDeps } from './browser-sign-in.ts';
import type { ServerChange } from '../../../shared/contract/store-api.ts';

/** Items, and the cursor that is right once they are stored. */
export interface Pulled {
  items: Item[];
  cursor: Cursor;
  phase: 'first' | 'live';
  /** Messages fetched so far and to fetch in all, for the progress line. */
  doneCount: number;
  totalCount: number;
}

/** What a connector may use of the world; all of it injected. */
export interface ConnectorDeps {
  /** Asked anew for every connection; `auth-failed` when a person must give it first. */
  credential: () => Promise<Secrets>;
  /** Keeps secrets that the other side renewed (tokens); those left out stay. */
  keepSecrets: (renewed: Secrets) => Promise<void>;
  now: () => number;
  /** Rejects `cancelled` when the signal fires first. */
  sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
  log: (level: 'info' | 'warn' | 'error', message: string) => void;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Developer settings: plain text on loopback and other base addresses of marketplaces are allowed. */
  allowsPlaintextOnLoopback: boolean;
  /** PEM of an extra certificate authority (tests, companies with their own); absent: the system's. */
  extraCa?: string;
  /** Where imported archives lie, a folder for each account. */
  archivesDir?: string;
}

/** Where attachment bytes go; the engine gives it limits, a hash and a name. */
export interface Sink {
  write(chunk: Uint8Array): Promise<void>;
}

/** One account at work. Every method rejects with AppError only; `cancelled` within a second of the signal. */
export interface Session {
  /**
   * Everything since `cursor` (null: the first time, newest first), as batches of at most 1,000 items. Ends when up to date.
   * Safe to stop anywhere and resume from the cursor of the last stored batch.
   */
  pull(cursor: Cursor | null, signal: AbortSignal): AsyncIterable<Pulled>;
  /** Yields when something may be new; absent: the engine polls every `manifest.pollEveryMs`. */
  watch?(signal: AbortSignal): AsyncIterable<'changed'>;
  /**
   * Sends one frozen reply. Calls `beforeBytes` (which journals `inflight`) after everything that can be refused cheaply and right before the
   * first byte of the message. For an item found `ambiguous` it only looks for proof: accepted, or ambiguous again; never sends.
   */
  send(item: OutboxItem, beforeBytes: () => Promise<void>, signal: AbortSignal): Promise<SendOutcome>;
  /** For an accepted item: makes sure exactly one copy lies in Sent (`filed`), or says when to look again (`retry`). */
  file(item: OutboxItem, signal: AbortSignal): Promise<SendOutcome>;
  /** Tells the server what was read here. */
  tellSeen(changes: ServerChange[], signal: AbortSignal): Promise<void>;
  fetchAttachment(
    messageKey: string,
    placements: Placement[],
    attachment: Attachment,
    sink: Sink,
    signal: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/** What a connection test is given; nothing of it is kept. */
export interface ConnectionQuestion {
  address: string;
  /** E-mail only. */
  servers?: EmailServers | undefined;
  /** As the manifest's account fields ask. */
  fields: Readonly<Record<string, string>>;
  secrets: Secrets;
}

/** What talking HTTP takes. */
export type NetworkDeps = Pick<ConnectorDeps, 'now' | 'sleep' | 'log' | 'fetch' | 'allowsPlaintextOnLoopback'>;

/** What discovery and tests may use: no account is kept yet. */
export type ProbeDeps = Pick<ConnectorDeps, 'now' | 'log' | 'allowsPlaintextOnLoopback' | 'extraCa'>;

/** A connection test may renew the tokens that it tries: those of an account are kept. */
export type TestDeps = ProbeDeps & NetworkDeps & Pick<ConnectorDeps, 'keepSecrets'>;

export interface Connector {
  manifest: Manifest;
  /** Finds the servers of an address; null when nothing is known of it. Absent where there is nothing to find. */
  discover?: (address: string, deps: ProbeDeps, signal: AbortSignal) => Promise<DiscoveryResult | null>;
  /** Signs a person in on the other side's page; what an account needs of it. Absent where there is no such page. */
  signIn?: (question: ConnectionQuestion, deps: SignInDeps, signal: AbortSignal) => Promise<Secrets>;
  /** Tries the servers step by step; `onStep` hears of each. A failure is part of the report, not thrown. */
  test?: (
    question: ConnectionQuestion,
    deps: TestDeps,
    onStep: (step: ConnectionStep) => void,
    signal: AbortSignal,
  ) => Promise<ConnectionReport>;
  open(account: Account, deps: ConnectorDeps): Session;
  /** Offline, the same for the same content: the bytes that every try will send. `readFile` gives the bytes of its attachments. */
  freeze(
    account: Account,
    content: ReplyContent,
    readFile: (fileId: FileId) => Promise<Uint8Array>,
  ): Promise<FrozenReply>;
}

/** The name of a cached file is its hash. */
export type CachedFile = { fileId: FileId; sizeBytes: number };
