// The steps of a connection test: each is timed and told, a failed one ends the rest.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';

type StepName = ConnectionStep['step'];

export interface Steps {
  /** Does one step. Rejects with `StepFailed` once the failure has been told. */
  run<Value>(step: StepName, work: () => Promise<Value>): Promise<Value>;
  /** Tells a step that has nothing to do. */
  skip(step: StepName): void;
}

/** Ends the steps of one server; what failed has been told already. */
class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/**
 * Runs the steps of one server in `order`; those after a failure are told as `skipped`. Resolves with all of them. Rejects with
 * `cancelled`, and with what is not an AppError.
 */
export async function runSteps(
  server: ConnectionStep['server'],
  order: readonly StepName[],
  now: () => number,
  onStep: (step: ConnectionStep) => void,
  work: (steps: Steps) => Promise<void>,
): Promise<ConnectionStep[]> {
  const told: ConnectionStep[] = [];
  const tell = (step: ConnectionStep): void => {
    told.push(step);
    onStep(step);
  };
  const steps: Steps = {
    async run(step, stepWork) {
      const startedAt = now();
      try {
        const value = await stepWork();
        tell({ server, step, result: 'ok', tookMs: now() - startedAt });
        return value;
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
        tell({ server, step, result: 'failed', tookMs: now() - startedAt, error: errorData(error) });
        throw new StepFailed(error.message, { cause: error });
      }
    },
    skip(step) {
      tell({ server, step, result: 'skipped', tookMs: 0 });
    },
  };
  try {
    await work(steps);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
  }
  for (const step of order) if (!told.some((each) => each.step === step)) steps.skip(step);
  return told;
}
