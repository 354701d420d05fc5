// The connection test of a marketplace: is it reached, does it take the keys, does it give out what Defter needs.
import { errorData, throwIfCancelled } from '../../../shared/errors.ts';
import type { ConnectionReport, ConnectionStep } from '../../../shared/model/discovery.ts';
import type { NetworkDeps } from './connector.ts';

/**
 * Runs `call`, one cheap request that needs the keys, and reads from how it ends which steps held. `check`: a further request
 * that shows the account can be used. Rejects with `cancelled` only.
 */
export async function testApi(
  deps: Pick<NetworkDeps, 'now'>,
  onStep: (step: ConnectionStep) => void,
  signal: AbortSignal,
  call: () => Promise<unknown>,
  check?: () => Promise<unknown>,
): Promise<ConnectionReport> {
  const steps: ConnectionStep[] = [];
  let startedAt = deps.now();
  const tell = (step: ConnectionStep['step'], failure?: unknown): void => {
    const error = failure === undefined ? {} : { error: errorData(failure) };
    const result = failure === undefined ? 'ok' : 'failed';
    const told: ConnectionStep = { server: 'api', step, result, tookMs: Math.max(0, deps.now() - startedAt), ...error };
    startedAt = deps.now();
    steps.push(told);
    onStep(told);
  };
  const report = (): ConnectionReport => ({ isOk: steps.every(({ result }) => result === 'ok'), steps });
  try {
    await call();
  } catch (thrown) {
    throwIfCancelled(signal);
    const { code, detail } = errorData(thrown);
    const wasReached = typeof detail?.['status'] === 'number' || code === 'bad-data' || code === 'auth-failed';
    if (!wasReached) tell('connect', thrown);
    else {
      tell('connect');
      if (code === 'auth-failed') tell('login', thrown);
      else tell('use', thrown);
    }
    return report();
  }
  tell('connect');
  tell('login');
  try {
    await check?.();
    tell('use');
  } catch (thrown) {
    throwIfCancelled(signal);
    tell('use', thrown);
  }
  return report();
}
