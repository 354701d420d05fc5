// One account at work: its three loops over two sessions, started and stopped together.
import { errorData } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Connector, ConnectorDeps, Session } from '../connectors/connector.ts';
import { makeBell } from './bell.ts';
import { runChangesLoop } from './changes-loop.ts';
import { runMailLoop } from './mail-loop.ts';
import { runOutboxLoop } from './outbox-loop.ts';
import type { StoreClient, World } from './world.ts';

export interface AccountRunner {
  readonly account: Account;
  readonly connector: Connector;
  /** For attachments: the session that sends and files, apart from the one that pulls. */
  readonly desk: Session;
  /** Look for new mail now, whatever was being waited for. */
  look(): void;
  outboxChanged(): void;
  changesWaiting(): void;
  /** Resolves when everything has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the account. The pulling session and the desk session are apart, so that a long first fetch never delays a reply and
 * a broken line of one does not end the other.
 */
export function startAccount(account: Account, connector: Connector, store: StoreClient, world: World): AccountRunner {
  const stopping = new AbortController();
  const { signal } = stopping;
  const deps = connectorDeps(account, world);
  const mailBell = makeBell(world.sleep);
  const outboxBell = makeBell(world.sleep);
  const changesBell = makeBell(world.sleep);
  const desk = connector.open(account, deps);
  const openSession = () => connector.open(account, deps);
  const loops = [
    runMailLoop({ account, connector, openSession, store, world, bell: mailBell }, signal),
    runOutboxLoop({ account, session: desk, store, world, bell: outboxBell }, signal),
    runChangesLoop({ account, session: desk, store, world, bell: changesBell }, signal),
  ].map((loop) =>
    loop.catch((thrown: unknown) => {
      if (!signal.aborted) world.log('error', `A loop of ${account.id} ended: ${errorData(thrown).message}`);
    }),
  );
  return {
    account,
    connector,
    desk,
    look() {
      mailBell.ring();
      outboxBell.ring();
      changesBell.ring();
    },
    outboxChanged: outboxBell.ring,
    changesWaiting: changesBell.ring,
    async stop() {
      stopping.abort();
      await desk.close();
      await Promise.all(loops);
    },
  };
}

function connectorDeps(account: Account, world: World): ConnectorDeps {
  return {
    credential: () => world.credentialOf(account.id),
    keepSecrets: (renewed) => world.keepSecrets(account.id, renewed),
    fetch: world.fetch,
    now: world.now,
    sleep: world.sleep,
    log: world.log,
    allowsPlaintextOnLoopback: world.isDeveloper,
    ...(world.archivesDir === undefined ? {} : { archivesDir: world.archivesDir }),
    ...(world.extraCa === undefined ? {} : { extraCa: world.extraCa }),
  };
}
