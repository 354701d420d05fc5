// The engine's loops: order of delivery, states on failure, what is settled when a send ends oddly.
import { expect, it } from 'vitest';
import type { Connector, Pulled, Session } from '../../electron/sync/connectors/connector.ts';
import { makeBell } from '../../electron/sync/engine/bell.ts';
import { runChangesLoop } from '../../electron/sync/engine/changes-loop.ts';
import { runMailLoop } from '../../electron/sync/engine/mail-loop.ts';
import { runOutboxLoop } from '../../electron/sync/engine/outbox-loop.ts';
import { AppError } from '../../shared/errors.ts';
import { freeBytesOf, leastFreeBytes } from '../../shared/low-disk.ts';
import { accountSchema } from '../../shared/model/account.ts';
import { outboxItemSchema, type OutboxItem } from '../../shared/model/outbox.ts';
import { scriptedStore, settle, virtualWorld } from '../harness/virtual-world.ts';

const account = accountSchema.parse({
  id: 'acc',
  channel: 'email',
  label: 'shop@mavi.example',
  address: 'shop@mavi.example',
  senderName: 'Mavi',
  createdAt: 0,
});

function pulled(cursor: string, totalCount = 0): Pulled {
  return { items: [], cursor, phase: 'live', doneCount: 1, totalCount };
}

function session(part: Partial<Session>): Session {
  return {
    async *pull() {
      await Promise.resolve();
      yield* [];
    },
    send: () => Promise.resolve({ kind: 'accepted' }),
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    fetchAttachment: () => Promise.resolve(),
    close: () => Promise.resolve(),
    ...part,
  };
}

const connector = { manifest: { pollEveryMs: 60_000 } } as Connector;

function mailLoop(openSession: () => Session) {
  const world = virtualWorld();
  const store = scriptedStore();
  const bell = makeBell(world.sleep);
  const stopping = new AbortController();
  const done = runMailLoop({ account, connector, openSession, store, world, bell }, stopping.signal);
  return { world, store, bell, stop: () => (stopping.abort(), done) };
}

it('delivers batches in order, resumes from the stored cursor and reports progress', async () => {
  const cursors: (string | null)[] = [];
  const { world, store, stop } = mailLoop(() =>
    session({
      async *pull(cursor) {
        cursors.push(cursor);
        await Promise.resolve();
        if (cursor === null) yield* [pulled('1', 3), pulled('2', 3), pulled('3', 3)];
      },
    }),
  );
  await settle();
  expect(store.batches.map(({ cursor }) => cursor)).toEqual(['1', '2', '3']);
  // Progress is told a few times a second at most: all three came in the same moment.
  expect(store.states.map(({ phase }) => phase)).toEqual(['connecting', 'fetching', 'idle']);
  await world.advance(60_000);
  expect(cursors).toEqual([null, '3']);
  await stop();
});

it('waits with growing patience while offline, never sooner than the server asked, and recovers', async () => {
  let tries = 0;
  const { world, store, stop } = mailLoop(() =>
    session({
      async *pull() {
        await Promise.resolve();
        tries += 1;
        if (tries === 1) throw new AppError('offline', 'no route');
        if (tries === 2) throw new AppError('server-busy', 'throttled', { retryAfterMs: 90_000 });
        yield pulled('1');
      },
    }),
  );
  await settle();
  expect(store.states.at(-1)).toMatchObject({
    phase: 'waiting',
    error: { code: 'offline' },
    retryAt: world.now() + 5_000,
  });
  await world.advance(5_000);
  expect(store.states.at(-1)).toMatchObject({ phase: 'waiting', retryAt: world.now() + 90_000 });
  await world.advance(89_000);
  expect(tries).toBe(2);
  await world.advance(1_000);
  expect(store.states.at(-1)).toMatchObject({ phase: 'idle' });
  await stop();
});

it('rests while the disk has little room, says so, and goes on by itself', async () => {
  const item = { kind: 'mailbox-reset' as const, mailbox: 'INBOX' };
  let opened = 0;
  const { world, store, bell, stop } = mailLoop(() =>
    session({
      async *pull(cursor) {
        opened += 1;
        await Promise.resolve();
        if (cursor === null) yield { ...pulled('1', 3), items: [item] };
        // The disk fills up while the second batch is being fetched.
        if (opened === 1) world.room.freeBytes = leastFreeBytes - 1;
        if (cursor !== '2') yield { ...pulled('2', 3), items: [item] };
      },
    }),
  );
  await settle();
  expect(store.batches.map(({ cursor }) => cursor)).toEqual(['1']);
  expect(store.states.at(-1)).toMatchObject({ phase: 'waiting', error: { code: 'storage' } });
  expect(freeBytesOf(store.states.at(-1)?.error)).toBe(leastFreeBytes - 1);
  const said = store.states.length;
  await world.advance(120_000);
  bell.ring();
  await settle();
  expect(opened).toBe(1);
  expect(store.states.length).toBe(said);
  world.room.freeBytes = leastFreeBytes;
  await world.advance(10_000);
  expect(store.batches.map(({ cursor }) => cursor)).toEqual(['1', '2']);
  expect(store.states.at(-1)?.phase).toBe('idle');
  await stop();
});

it('goes on where the room on the disk cannot be told', async () => {
  const { world, store, stop } = mailLoop(() => session({}));
  world.freeBytes = () => Promise.reject(new Error('ENOSYS'));
  await settle();
  expect(store.states.at(-1)?.phase).toBe('idle');
  expect(world.logged.join()).toContain('ENOSYS');
  await stop();
});

it('stops and asks after a wrong password until the bell rings', async () => {
  let tries = 0;
  const { world, store, bell, stop } = mailLoop(() =>
    session({
      async *pull() {
        await Promise.resolve();
        tries += 1;
        if (tries === 1) throw new AppError('auth-failed', 'LOGIN failed');
        yield pulled('1');
      },
    }),
  );
  await world.advance(86_400_000);
  expect(tries).toBe(1);
  expect(store.states.at(-1)).toMatchObject({ phase: 'asking', error: { code: 'auth-failed' } });
  bell.ring();
  await settle();
  expect(store.states.at(-1)).toMatchObject({ phase: 'idle' });
  await stop();
});

it('pulls again when the connector saw a change, and reconnects when the watched line breaks', async () => {
  let opened = 0;
  let pulls = 0;
  let change: (() => void) | undefined;
  let breakLine: (() => void) | undefined;
  const { world, store, stop } = mailLoop(() => {
    opened += 1;
    return session({
      async *pull() {
        await Promise.resolve();
        pulls += 1;
        yield* [];
      },
      async *watch(signal) {
        await new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new AppError('cancelled', 'stopped'));
          });
          change = resolve;
          breakLine = () => {
            reject(new AppError('offline', 'line broken'));
          };
        });
        yield 'changed' as const;
      },
    });
  });
  await settle();
  change?.();
  await settle();
  expect([opened, pulls]).toEqual([1, 2]);
  breakLine?.();
  await settle();
  expect(store.states.at(-1)).toMatchObject({ phase: 'waiting' });
  await world.advance(5_000);
  expect([opened, pulls]).toEqual([2, 3]);
  await stop();
});

it('a stop in the last moment before the wait for news ends the loop', async () => {
  const { store, stop } = mailLoop(() => session({}));
  const stopped = new Promise<void>((resolve, reject) => {
    store.reportState = ({ phase }) => {
      if (phase === 'idle') stop().then(resolve, reject);
      return Promise.resolve(null);
    };
  });
  await settle();
  await stopped;
});

function item(id: string, state: OutboxItem['state'] = 'claimed'): OutboxItem {
  return outboxItemSchema.parse({
    id,
    accountId: 'acc',
    state,
    frozen: { payload: 'x', sha256: 'a'.repeat(64), envelope: { from: 'a@a.test', to: ['b@b.test'] } },
    attempts: 0,
    queuedAt: 0,
  });
}

async function sendOnce(
  part: Partial<Session>,
  due: OutboxItem[],
  prepare = (_store: ReturnType<typeof scriptedStore>) => {},
) {
  const world = virtualWorld();
  const store = scriptedStore();
  store.due = due;
  prepare(store);
  const stopping = new AbortController();
  const bell = makeBell(world.sleep);
  const done = runOutboxLoop({ account, session: session(part), store, world, bell }, stopping.signal);
  await settle();
  stopping.abort();
  await done;
  return { store, world };
}

it('journals inflight before the bytes leave, and files what was accepted', async () => {
  const wire: string[] = [];
  const { store } = await sendOnce(
    {
      send: async ({ id }, beforeBytes) => {
        await beforeBytes();
        wire.push(id);
        return { kind: 'accepted' };
      },
    },
    [item('one'), item('two', 'accepted')],
  );
  expect(store.events).toEqual(['inflight one']);
  expect(wire).toEqual(['one']);
  expect(store.settled.map(({ id, outcome }) => `${id} ${outcome.kind}`)).toEqual(['one accepted', 'two filed']);
});

it('lets a reply wait while a person must sign in or give the password first', async () => {
  const outcomeOf = async (error: AppError) => {
    const send = () => Promise.reject(error);
    return (await sendOnce({ send }, [item('a')])).store.settled.map(({ outcome }) => outcome.kind);
  };
  expect(await outcomeOf(new AppError('auth-expired', 'invalid_grant'))).toEqual(['retry']);
  expect(await outcomeOf(new AppError('auth-failed', 'not yet', { detail: { reason: 'not-given' } }))).toEqual([
    'retry',
  ]);
  expect(await outcomeOf(new AppError('auth-failed', '535 wrong password'))).toEqual(['failed']);
});

it('calls a failure after the first byte ambiguous, before it retry or failed', async () => {
  const failing = (code: 'offline' | 'refused', afterBytes: boolean): Partial<Session> => ({
    send: async (_item, beforeBytes) => {
      if (afterBytes) await beforeBytes();
      throw new AppError(code, 'gone wrong');
    },
  });
  const kinds = async (part: Partial<Session>, due: OutboxItem) =>
    (await sendOnce(part, [due])).store.settled.map(({ outcome }) => outcome.kind);
  expect(await kinds(failing('offline', true), item('a'))).toEqual(['ambiguous']);
  expect(await kinds(failing('offline', false), item('a'))).toEqual(['retry']);
  expect(await kinds(failing('refused', false), item('a'))).toEqual(['failed']);
  expect(await kinds(failing('offline', false), item('a', 'ambiguous'))).toEqual(['ambiguous']);
});

it('sends nothing when the reply was taken back meanwhile', async () => {
  let sent = false;
  const { store } = await sendOnce(
    {
      send: async (_item, beforeBytes) => {
        await beforeBytes();
        sent = true;
        return { kind: 'accepted' };
      },
    },
    [item('a')],
    (scripted) => {
      scripted.failMarkInflight = new AppError('conflict', 'taken back');
    },
  );
  expect(sent).toBe(false);
  expect(store.settled).toEqual([]);
});

it('tells the server what was read, and tries again what failed', async () => {
  const world = virtualWorld();
  const store = scriptedStore();
  store.changes = [{ id: 'm1', messageId: 'm1' as never, placements: [], isSeen: true }];
  const told: string[][] = [];
  let fails = true;
  const tellSeen: Session['tellSeen'] = (changes) => {
    if (fails) return Promise.reject(new AppError('offline', 'no route'));
    told.push(changes.map(({ id }) => id));
    return Promise.resolve();
  };
  const stopping = new AbortController();
  const bell = makeBell(world.sleep);
  const done = runChangesLoop({ account, session: session({ tellSeen }), store, world, bell }, stopping.signal);
  await settle();
  expect(store.changes).toHaveLength(1);
  fails = false;
  await world.advance(5_000);
  expect(told).toEqual([['m1']]);
  expect(store.changes).toEqual([]);
  stopping.abort();
  await done;
});
