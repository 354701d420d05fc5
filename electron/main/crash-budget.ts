// How often something that crashed is started anew, and how long to wait before.

const limit = 5;
const windowMs = 5 * 60_000;
const firstDelayMs = 500;

/** Five crashes in five minutes are borne, each with twice the wait of the one before: 0.5 s to 8 s. */
export class CrashBudget {
  #crashes: number[] = [];

  /** Counts a crash at `nowMs`. Answers the wait before the next start, or null when the budget is used up. */
  countCrash(nowMs: number): number | null {
    this.#crashes = [...this.#crashes.filter((at) => nowMs - at < windowMs), nowMs];
    if (this.#crashes.length > limit) return null;
    return firstDelayMs * 2 ** (this.#crashes.length - 1);
  }

  /** A person asks for another try. */
  reset(): void {
    this.#crashes = [];
  }
}
