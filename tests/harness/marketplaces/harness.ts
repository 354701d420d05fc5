// What the conformance suite needs of a marketplace: a faithful server of it, and what a test can make happen there.
import type { ConnectorDeps } from '../../../electron/sync/connectors/connector.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Secrets } from '../../../shared/model/secrets.ts';
import type { Fault } from './api-server.ts';
import type { TestClock } from './test-clock.ts';

/** Every promise that a connector keeps; the columns of the table. */
export const checks = [
  'pull all, resume',
  'same again',
  'send once',
  'a file arrives',
  'limits of files',
  '401',
  '403',
  '429',
  '5xx',
  'found after time-out',
  'truncated',
  'wrong types',
  '10,000 threads',
  'cancel in 1 s',
  'no secret in log',
] as const;
export type Check = (typeof checks)[number];

/** One marketplace with one shop on it. */
export interface Marketplace {
  /** As the set-up form would make it; its base address is the server's. */
  readonly account: Account;
  readonly secrets: Secrets;
  /** What the connector needs of the world besides a network. */
  readonly deps?: Partial<ConnectorDeps>;
  /** A customer writes; answers the thread key that the connector gives it. */
  ask(text: string): string;
  /** As many customers, one thread each, spread over time that the connector looks back at. */
  askMany(count: number): void;
  /** Texts of the shop that the marketplace holds for this thread, oldest first. */
  delivered(threadKey: string): string[];
  /** Files that came with those texts, in order; absent: the marketplace takes none. */
  deliveredFiles?(threadKey: string): ReplyFile[];
  /** What goes wrong from now on; undefined: nothing any more. */
  setFault(fault: Fault | undefined): void;
  close(): Promise<void>;
}

export interface MarketplaceHarness<M extends Marketplace = Marketplace> {
  /** The connector's id. */
  channel: string;
  /** One of several shapes of the same marketplace: a storefront. */
  variant?: string;
  /** Checks that mean nothing for this channel, and why. */
  notApplicable: Partial<Record<Check, string>>;
  /** It offers no way to see what was sent: an ambiguous reply stays so until a person decides. */
  cannotProve?: boolean;
  /** What was handed out and acknowledged is not there any more. */
  forgets?: boolean;
  start(clock: TestClock): Promise<M>;
}

/** Files of a multipart body as they were sent. */
export function filesIn(parts: readonly FormDataEntryValue[]): Promise<ReplyFile[]> {
  const files = parts.filter((part) => typeof part !== 'string');
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      mimeType: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
