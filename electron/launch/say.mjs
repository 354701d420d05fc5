// What the launcher tells the person at the terminal: plain lines on stderr, so that stdout stays the app's own.

/** @param {string} text one sentence */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Says what is being done and, once done, how long it took.
 * @template T
 * @param {string} what for instance "Building the app"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(what, work) {
  say(`${what} ...`);
  const startedAt = performance.now();
  const result = await work();
  say(`${what}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** A condition of this machine that a person can mend; shown as its sentence, without a stack. */
export class LaunchError extends Error {
  /** @override */
  name = 'LaunchError';
}

/**
 * Runs a command line program's main function: a LaunchError is shown as a sentence, anything else with its stack.
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(
      // known by its name: commands written in TypeScript come through a loader that makes the class anew
      error instanceof Error && error.name === 'LaunchError'
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
    process.exitCode = 1;
  }
}
