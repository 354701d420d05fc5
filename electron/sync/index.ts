// Entry of the sync process: takes its ports from main and wires them to the engine. The only file that knows it is a utility process.
import { mkdirSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { syncPortsSchema } from '../../shared/contract/ports.ts';
import { storeApi } from '../../shared/contract/store-api.ts';
import { syncApi } from '../../shared/contract/sync-api.ts';
import { syncControl, syncDesk } from '../../shared/contract/sync-control.ts';
import { AppError, errorData } from '../../shared/errors.ts';
import type { ConnectionQuestionData } from '../../shared/model/discovery.ts';
import type { Channel } from '../../shared/model/ids.ts';
import { connect, serve, type Client, type Port } from '../../shared/rpc.ts';
import { registry } from './connectors/registry.ts';
import type { Connector, NetworkDeps, ProbeDeps, TestDeps } from './connectors/connector.ts';
import { makeEngine } from './engine/engine.ts';
import type { World } from './engine/world.ts';

/** What a utility process has and plain Node has not; declared here so that the room needs no Electron types. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

function start(port: ParentPort): void {
  const { DEFTER_FILES_DIR: filesDir, DEFTER_KEPT_DIR: keptDir, DEFTER_ARCHIVES_DIR: archivesDir } = process.env;
  const { DEFTER_DEVELOPER, DEFTER_EXTRA_CA } = process.env;
  if (!filesDir || !keptDir) throw new Error('Main must name its folders in DEFTER_FILES_DIR and DEFTER_KEPT_DIR');
  mkdirSync(filesDir, { recursive: true, mode: 0o700 });
  let desk: Client<typeof syncDesk> | undefined;

  const log: World['log'] = (level, message) => {
    // a log line that cannot be handed over is written where main keeps the output of this process
    const words = message.slice(0, 4000);
    if (desk) desk.log({ level, message: words }).catch(() => process.stderr.write(`${level} ${words}\n`));
    else process.stderr.write(`${level} ${words}\n`);
  };
  const extraCa = DEFTER_EXTRA_CA ? readFileSync(DEFTER_EXTRA_CA, 'utf8') : undefined;
  const world: World = {
    now: Date.now,
    random: Math.random,
    sleep,
    log,
    credentialOf: async (accountId) => {
      if (!desk) throw new AppError('bug', 'Main has not given its door yet');
      return desk.credentialOf({ accountId });
    },
    keepSecrets: async (accountId, secrets) => {
      if (!desk) throw new AppError('bug', 'Main has not given its door yet');
      await desk.keepSecrets({ accountId, secrets });
    },
    fetch,
    filesDir,
    keptDir,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(filesDir);
      return bavail * bsize;
    },
    ...(archivesDir === undefined ? {} : { archivesDir }),
    isDeveloper: DEFTER_DEVELOPER === '1',
    ...(extraCa === undefined ? {} : { extraCa }),
  };
  const probeDeps: ProbeDeps & NetworkDeps = {
    now: world.now,
    sleep,
    log,
    fetch,
    allowsPlaintextOnLoopback: world.isDeveloper,
    ...(extraCa === undefined ? {} : { extraCa }),
  };
  const testDeps = ({ accountId, signInId }: ConnectionQuestionData): TestDeps => ({
    ...probeDeps,
    async keepSecrets(renewed) {
      if (signInId !== undefined) await desk?.keepSignIn({ signInId, secrets: renewed });
      else if (accountId !== undefined) await world.keepSecrets(accountId, renewed);
    },
  });
  const engine = makeEngine(world);
  const tests = new Map<string, AbortController>();
  const onError = (method: string, error: { code: string; message: string }) => {
    log('warn', `${method}: ${error.code}: ${error.message}`);
  };

  const openMainDoors = (controlPort: Port, deskPort: Port) => {
    desk = connect(deskPort, syncDesk);
    const toMain = desk;
    serve(
      controlPort,
      syncControl,
      {
        setAccounts: async ({ accounts }) => {
          await engine.setAccounts(accounts);
          return null;
        },
        discoverServers: async ({ address }, signal) => {
          const { discover } = await connectorOf('email');
          return discover ? discover(address, probeDeps, signal ?? new AbortController().signal) : null;
        },
        testConnection: async ({ testId, question }) => {
          const stopping = new AbortController();
          tests.set(testId, stopping);
          try {
            const onStep = (step: Parameters<typeof toMain.testStep>[0]['step']) => {
              toMain.testStep({ testId, step }).catch((thrown: unknown) => {
                log('warn', `Announcing a test step: ${errorData(thrown).message}`);
              });
            };
            const { test } = await connectorOf(question.channel);
            if (!test) throw new AppError('unsupported', 'This channel has no connection test');
            return await test(question, testDeps(question), onStep, stopping.signal);
          } finally {
            tests.delete(testId);
          }
        },
        signIn: async ({ question, returnWords }, signal) => {
          const { signIn } = await connectorOf(question.channel);
          if (!signIn) throw new AppError('unsupported', 'This channel has no page to sign in on');
          const openBrowser = async (url: string): Promise<void> => {
            await toMain.openBrowser({ url });
          };
          return signIn(question, { ...probeDeps, openBrowser, returnWords }, signal ?? new AbortController().signal);
        },
        cancelTest: ({ testId }) => {
          tests.get(testId)?.abort();
          return Promise.resolve(null);
        },
        networkChanged: ({ isOnline }) => {
          if (isOnline) engine.lookNow(null);
          return Promise.resolve(null);
        },
        stop: async () => {
          await engine.stop();
          return null;
        },
      },
      onError,
    );
  };

  port.on('message', ({ data, ports }) => {
    const { type, doors } = syncPortsSchema.parse(data);
    const portOf = (door: string): Port => {
      const found = ports[doors.indexOf(door)];
      if (!found) throw new AppError('bug', `Main sent no port for ${door}`);
      return found;
    };
    if (type === 'defter:sync-ports') openMainDoors(portOf('sync-control'), portOf('sync-desk'));
    else {
      serve(portOf('sync-api'), syncApi, engine.syncApi, onError);
      engine.attachStore(connect(portOf('store-api'), storeApi)).catch((thrown: unknown) => {
        log('error', `Opening the door to the store: ${errorData(thrown).message}`);
      });
    }
  });
}

async function connectorOf(channel: Channel): Promise<Connector> {
  const line = registry.find(({ manifest }) => manifest.id === channel);
  if (!line) throw new AppError('unsupported', `There is no connector for the channel ${channel}`);
  return line.load();
}

async function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  try {
    // Node's timers take at most 2^31 - 1 ms; whoever waits longer is woken by a bell
    await wait(Math.min(durationMs, 2 ** 31 - 1), undefined, { signal });
  } catch (thrown) {
    throw new AppError('cancelled', 'The wait was stopped', { cause: thrown });
  }
}

if (parentPort) start(parentPort);
else throw new Error('The sync process must be started by Defter');
