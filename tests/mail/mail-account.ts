// What tests of the e-mail connector share: an account on test servers, its dependencies, and a mirror that applies items as the store does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import { accountSchema, type Account } from '../../shared/model/account.ts';
import { itemSchema, type Cursor, type Item } from '../../shared/model/item.ts';
import type { IncomingMessage, Placement } from '../../shared/model/message.ts';
import type { ConnectorDeps, Pulled, Session } from '../../electron/sync/connectors/connector.ts';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import type { DovecotServer } from '../harness/dovecot.ts';
import type { SmtpSink } from '../harness/smtp-sink.ts';

/** For replies without attachments. */
export const noFiles = (): Promise<Uint8Array> => Promise.reject(new Error('There are no files here'));

export const shop = 'alice@test.local';

/** An account on these servers; without a sink it can only receive. */
export function accountOn(server: DovecotServer, sink?: SmtpSink, user = shop): Account {
  return accountSchema.parse({
    id: `account-${user}`,
    channel: 'email',
    label: user,
    address: user,
    senderName: 'Zeytin Dükkânı',
    email: {
      userName: user,
      imap: { host: '127.0.0.1', port: server.imapsPort, security: 'tls' },
      smtp: { host: '127.0.0.1', port: sink?.tlsPort ?? 1, security: 'tls' },
    },
    createdAt: 0,
  });
}

export interface TestDeps extends ConnectorDeps {
  lines: string[];
  /** Moves the connector's clock; real waiting is not changed. */
  advance(ms: number): void;
}

/** Real time plus what the test adds; `sleep` really waits. */
export function depsFor(
  server: Pick<DovecotServer, 'ca' | 'users'>,
  user = shop,
  extra: Partial<ConnectorDeps> = {},
): TestDeps {
  const lines: string[] = [];
  let ahead = 0;
  return {
    lines,
    advance(ms) {
      ahead += ms;
    },
    credential: async () => ({ password: server.users[user] ?? '' }),
    keepSecrets: () => Promise.resolve(),
    fetch: () => Promise.reject(new Error('E-mail does not use HTTP')),
    now: () => Date.now() + ahead,
    async sleep(durationMs, signal) {
      try {
        await wait(durationMs, undefined, { signal });
      } catch (cause) {
        throw new AppError('cancelled', 'stopped', { cause });
      }
    },
    log: (level, message) => lines.push(`${level} ${message}`),
    allowsPlaintextOnLoopback: true,
    extraCa: server.ca,
    ...extra,
  };
}

const keyOf = ({ mailbox, uidValidity, uid }: Placement): string => `${mailbox}\n${uidValidity}\n${String(uid)}`;

export interface MirrorEntry {
  message: IncomingMessage;
  isSeen: boolean;
  isAnswered: boolean;
}

/** The rules of `shared/model/item.ts`, in memory: what a store would hold after these items. */
export class Mirror {
  readonly messages = new Map<string, MirrorEntry>();
  readonly placements = new Map<string, { key: string; place: Placement }>();
  readonly batches: Pulled[] = [];
  cursor: Cursor | null = null;
  /** Messages of a mailbox under refetch that have no placement yet. */
  readonly #waiting = new Map<string, Set<string>>();

  apply(pulled: Pulled): void {
    this.batches.push(pulled);
    if (pulled.items.length > 1000) throw new Error('More than 1,000 items in a batch');
    for (const item of pulled.items) this.#applyItem(itemSchema.parse(item));
    this.cursor = pulled.cursor;
  }

  #applyItem(item: Item): void {
    switch (item.kind) {
      case 'message': {
        const { message } = item;
        const before = this.messages.get(message.key);
        this.messages.set(message.key, {
          message: before?.message ?? message,
          isSeen: message.isSeen,
          isAnswered: message.isAnswered,
        });
        if (message.placement)
          this.placements.set(keyOf(message.placement), { key: message.key, place: message.placement });
        for (const waiting of this.#waiting.values()) waiting.delete(message.key);
        break;
      }
      case 'flags': {
        const found = this.placements.get(keyOf(item.placement));
        const entry = found === undefined ? undefined : this.messages.get(found.key);
        if (entry === undefined) throw new Error(`Flags for an unknown placement: ${keyOf(item.placement)}`);
        entry.isSeen = item.isSeen;
        entry.isAnswered = item.isAnswered;
        break;
      }
      case 'gone': {
        const found = this.placements.get(keyOf(item.placement));
        this.placements.delete(keyOf(item.placement));
        if (found !== undefined) this.#dropIfNowhere(found.key);
        break;
      }
      case 'mailbox-reset': {
        const lost = new Set<string>();
        for (const [id, { key, place }] of this.placements) {
          if (place.mailbox !== item.mailbox) continue;
          this.placements.delete(id);
          lost.add(key);
        }
        this.#waiting.set(item.mailbox, lost);
        break;
      }
      case 'mailbox-whole':
        for (const key of this.#waiting.get(item.mailbox) ?? []) this.#dropIfNowhere(key);
        this.#waiting.delete(item.mailbox);
        break;
      default:
        throw new Error(`Not an item of e-mail: ${item.kind}`);
    }
  }

  #dropIfNowhere(key: string): void {
    if (![...this.placements.values()].some((placement) => placement.key === key)) this.messages.delete(key);
  }

  /** Subjects with flags, sorted: what a person would see. */
  summary(): string[] {
    return [...this.messages.values()]
      .map(
        ({ message, isSeen, isAnswered }) =>
          `${message.subject}${isSeen ? ' seen' : ''}${isAnswered ? ' answered' : ''}`,
      )
      .sort();
  }

  bySubject(subject: string): IncomingMessage {
    const found = [...this.messages.values()].find(({ message }) => message.subject === subject);
    if (found === undefined) throw new Error(`No message "${subject}" among ${this.summary().join('; ')}`);
    return found.message;
  }
}

/** Pulls to the end into the mirror. */
export async function pullInto(
  mirror: Mirror,
  session: Session,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  for await (const pulled of session.pull(mirror.cursor, signal)) mirror.apply(pulled);
}

export interface MailParts {
  from?: string;
  to?: string;
  subject: string;
  text?: string;
  date?: number;
  headers?: readonly string[];
}

let made = 0;

/** A plain mail, RFC 5322, ASCII subject. */
export function plainMail({
  from = 'Ada Yılmaz <ada@customer.example>',
  to = shop,
  subject,
  text = 'Hello',
  date = Date.UTC(2026, 0, 5),
  headers = [],
}: MailParts): string {
  made += 1;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <made-${String(made)}@customer.example>`,
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}\r\n`;
}

/** What the mails of a folder of fixtures become, delivered to Dovecot and pulled; by name of the file, without `.eml`. */
export async function pullFixtures(
  server: DovecotServer,
  folder: string,
  receivedAt: number,
): Promise<Map<string, IncomingMessage>> {
  const path = join(import.meta.dirname, '../fixtures', folder);
  const names = readdirSync(path).sort();
  await server.deliverMany(
    shop,
    names.map((name) => ({ raw: readFileSync(join(path, name)), receivedAt })),
  );
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  await session.close();
  const messages = [...mirror.messages.values()].map(({ message }) => message);
  if (messages.length !== names.length)
    throw new Error(`${String(messages.length)} of ${String(names.length)} mails came`);
  return new Map(messages.map((message) => [names[message.placement!.uid - 1]!.replace('.eml', ''), message]));
}

/** A message of `pullFixtures`. */
export function fixtureOf(got: ReadonlyMap<string, IncomingMessage>, name: string): IncomingMessage {
  const message = got.get(name);
  if (message === undefined) throw new Error(`No fixture ${name}`);
  return message;
}
