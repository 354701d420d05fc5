// A connector at work on a marketplace of ours: pulls, replies as the store hands them over, and everything that was said meanwhile.
import { createHash } from 'node:crypto';
import type { Connector, ConnectorDeps, Pulled, Session } from '../../../electron/sync/connectors/connector.ts';
import type { ReplyFile } from '../../../electron/sync/connectors/plain-reply.ts';
import { AppError } from '../../../shared/errors.ts';
import { batchSchema, type Item } from '../../../shared/model/item.ts';
import { manifestSchema } from '../../../shared/model/manifest.ts';
import {
  frozenReplySchema,
  outboxItemSchema,
  replyContentSchema,
  type OutboxItem,
} from '../../../shared/model/outbox.ts';
import type { Marketplace, MarketplaceHarness } from './harness.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

/** One connector on one marketplace, with everything that it logged and every error that it gave. */
export interface Bench<M extends Marketplace = Marketplace> {
  connector: Connector;
  harness: MarketplaceHarness<M>;
  clock: TestClock;
  market: M;
  deps: ConnectorDeps;
  session: Session;
  said: string[];
  /** Secrets that the other side renewed. */
  kept: Record<string, string>;
  close(): Promise<void>;
}

export const idle = new AbortController().signal;
/** What is answered where nothing else is asked for. */
export const answer = 'Merhaba, ürünümüz yarın kargoya verilecek. İyi günler dileriz.';

export async function openBench<M extends Marketplace>(
  connector: Connector,
  harness: MarketplaceHarness<M>,
): Promise<Bench<M>> {
  manifestSchema.parse(connector.manifest);
  const clock = makeTestClock();
  const market = await harness.start(clock);
  const said: string[] = [];
  const kept: Record<string, string> = {};
  const deps: ConnectorDeps = {
    credential() {
      const all = { ...market.secrets, ...kept };
      if (Object.keys(all).length > 0) return Promise.resolve(all);
      return Promise.reject(new AppError('auth-failed', 'No keys'));
    },
    keepSecrets: (renewed) => {
      Object.assign(kept, renewed);
      return Promise.resolve();
    },
    now: clock.now,
    sleep: clock.sleep,
    fetch: clock.fetch,
    log: (level, message) => said.push(`${level} ${message}`),
    allowsPlaintextOnLoopback: true,
    ...market.deps,
  };
  const session = connector.open(market.account, deps);
  return {
    connector,
    harness,
    clock,
    market,
    deps,
    session,
    said,
    kept,
    async close() {
      await session.close();
      await market.close();
    },
  };
}

/** Everything since `cursor`, in batches that the store would take. */
export async function pullAll(bench: Bench, cursor: string | null = null): Promise<Pulled[]> {
  const batches: Pulled[] = [];
  for (let from = cursor; ;) {
    const round = await pullOnce(bench, from);
    batches.push(...round);
    // What forgets on being asked for more hands out one batch at a time.
    from = round.at(-1)?.cursor ?? null;
    if (bench.harness.forgets !== true || from === null) return batches;
  }
}

/** As much as one pull of the session brings. */
export async function pullOnce(bench: Bench, cursor: string | null): Promise<Pulled[]> {
  const batches: Pulled[] = [];
  for await (const pulled of bench.session.pull(cursor, idle)) {
    const { account } = bench.market;
    batchSchema.parse({
      accountId: account.id,
      channel: account.channel,
      items: pulled.items,
      cursor: pulled.cursor,
      phase: pulled.phase,
    });
    batches.push(pulled);
  }
  return batches;
}

export const messagesOf = (batches: readonly Pulled[]) =>
  batches.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'message' ? [item.message] : [])));

/** Everything since `cursor`, and the cursor after it. */
export async function pullItems(bench: Bench, cursor: string | null = null) {
  const batches = await pullAll(bench, cursor);
  return {
    items: batches.flatMap(({ items }) => items),
    messages: messagesOf(batches),
    cursor: batches.at(-1)?.cursor ?? '',
    cursors: batches.map((batch) => batch.cursor),
  };
}

/** What the marketplace said last of a thread. */
export const factsOf = (items: readonly Item[], threadKey: string) =>
  items.flatMap((item) => (item.kind === 'facts' && item.threadKey === threadKey ? [item.facts] : [])).at(-1);

/** The bytes of an attachment. */
export async function fetched(
  { session }: Bench,
  attachment: Parameters<Session['fetchAttachment']>[2],
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const sink = { write: (chunk: Uint8Array) => Promise.resolve(void chunks.push(chunk)) };
  await session.fetchAttachment('', [], attachment, sink, idle);
  return Buffer.concat(chunks);
}

/** A reply as the store would hand it over; `id` makes it another one. */
export async function replyTo(
  bench: Bench,
  threadKey: string,
  id = 'reply-1',
  text = answer,
  files: readonly ReplyFile[] = [],
): Promise<OutboxItem> {
  const { account } = bench.market;
  const message = messagesOf(await pullAll(bench)).findLast((each) => each.threadKey === threadKey);
  const kept = new Map(files.map((file) => [createHash('sha256').update(file.bytes).digest('hex'), file]));
  const content = replyContentSchema.parse({
    outboxId: id,
    to: message ? [message.direction === 'in' ? message.from : message.to[0]] : [],
    cc: [],
    subject: message?.subject ?? '',
    text,
    html: '',
    references: [],
    threadKey,
    attachments: [...kept].map(([fileId, { name, mimeType, bytes }]) => ({
      fileId,
      name,
      mimeType,
      sizeBytes: bytes.length,
    })),
    writtenAt: bench.clock.now(),
  });
  const readFile = (fileId: string): Promise<Uint8Array> => {
    const file = kept.get(fileId);
    return file ? Promise.resolve(file.bytes) : Promise.reject(new AppError('gone', 'No such file'));
  };
  const frozen = frozenReplySchema.parse(await bench.connector.freeze(account, content, readFile));
  return outboxItemSchema.parse({
    id,
    accountId: account.id,
    state: 'claimed',
    frozen,
    threadKey,
    attempts: 1,
    queuedAt: bench.clock.now(),
  });
}

/** Sends, and counts how often the reply was journaled as on its way. */
export async function send(bench: Bench, item: OutboxItem, signal = idle) {
  let inflight = 0;
  const outcome = await bench.session.send(
    item,
    () => {
      inflight += 1;
      return Promise.resolve();
    },
    signal,
  );
  bench.said.push(JSON.stringify(outcome));
  return { outcome, inflight };
}

/** Answers a thread at the first try. */
export async function answerIn(bench: Bench, threadKey: string, text: string) {
  return (await send(bench, await replyTo(bench, threadKey, 'reply-1', text))).outcome;
}
