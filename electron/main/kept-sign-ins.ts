// Tokens of sign-ins that no account has taken yet: in memory only, and never shown to the page.
import { AppError } from '../../shared/errors.ts';
import type { Secrets } from '../../shared/model/secrets.ts';

/** A person has one form open; the rest were given up. */
const keptCount = 4;

export class KeptSignIns {
  readonly #kept = new Map<string, Secrets>();

  /** Beside what is kept of it already. */
  keep(signInId: string, secrets: Secrets): void {
    const before = this.#kept.get(signInId);
    this.#kept.delete(signInId);
    this.#kept.set(signInId, { ...before, ...secrets });
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > keptCount) this.#kept.delete(oldest);
  }

  /** `given` with the tokens. `gone` when they are not kept any more; undefined `signInId`: nobody has signed in. */
  join(given: Secrets, signInId: string | undefined): Secrets {
    if (signInId === undefined) return given;
    const kept = this.#kept.get(signInId);
    if (!kept) throw new AppError('gone', 'The sign-in is not kept any more');
    return { ...given, ...kept };
  }

  /** An account has taken them. */
  forget(signInId: string | undefined): void {
    if (signInId !== undefined) this.#kept.delete(signInId);
  }
}
