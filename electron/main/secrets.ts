// Keeps passwords: in the system's keyring, under a passphrase, or only while Defter runs. No secret ever goes to the page.
import { join } from 'node:path';
import type { SecretsState } from '../../shared/contract/main-api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { replaceFile, type Disk } from './disk.ts';
import type { Keyring } from './keyring.ts';
import type { Log } from './log.ts';
import { deriveKey, makeSalt, seal, unseal } from './secret-box.ts';
import { emptySecretsFile, parseSecretsFile, type SecretsFile } from './secrets-file.ts';

const fileName = 'secrets.json';
const checkName = 'check';
const checkWord = 'defter';
/** Wrong passphrases that are answered at once; after them each one costs a wait, doubled up to a minute. */
const freeTries = 3;
const longestWaitMs = 60_000;

export interface SecretsWorld {
  dir: string;
  disk: Disk;
  keyring: Keyring;
  log: Log;
  now(): number;
}

export class Secrets {
  readonly #world: SecretsWorld;
  #file: SecretsFile;
  /** undefined until the keyring was asked. */
  #isKeyringGood: boolean | undefined;
  #asking: Promise<void> | undefined;
  #key: Buffer | undefined;
  readonly #inMemory = new Map<AccountId, string>();
  /** Encrypted under a key that the keyring has lost. */
  readonly #undecryptable = new Set<AccountId>();
  #queue: Promise<void> = Promise.resolve();
  #wrongTries = 0;
  #nextTryAt = 0;

  /** The file was broken and kept aside: passwords are asked anew. */
  readonly wasBroken: boolean;

  private constructor(world: SecretsWorld, file: SecretsFile, wasBroken = false) {
    this.#world = world;
    this.#file = file;
    this.wasBroken = wasBroken;
  }

  /** Reads the file only; the keyring is not asked yet. A broken file is kept aside. */
  static async open(world: SecretsWorld): Promise<Secrets> {
    const { dir, disk, log } = world;
    const path = join(dir, fileName);
    const bytes = await disk.read(path);
    if (!bytes) return new Secrets(world, emptySecretsFile());
    const file = parseSecretsFile(bytes.toString('utf8'));
    if (file) return new Secrets(world, file);
    log('error', 'The file of secrets is broken: it was kept aside and passwords will be asked');
    await disk.rename(path, join(dir, `secrets.broken-${world.now()}.json`));
    return new Secrets(world, emptySecretsFile(), true);
  }

  /** Until the keyring was asked, it is taken to be good. */
  state(accountIds: readonly AccountId[]): SecretsState {
    const isLocked = this.#file.choice === 'passphrase' && !this.#key;
    return { keeping: this.#keeping(), isLocked, missing: accountIds.filter((id) => !this.#has(id)) };
  }

  /** Asks the system's keyring, once. It may take seconds and show a window of the system: only after the first paint. */
  async askKeyring(): Promise<void> {
    this.#asking ??= this.#world.keyring.isGood().then(
      (isGood) => {
        this.#isKeyringGood = isGood;
      },
      (thrown: unknown) => {
        this.#world.log('error', `The system's keyring failed: ${String(thrown)}`);
        this.#isKeyringGood = false;
      },
    );
    return this.#asking;
  }

  /** `auth-failed` (detail.reason `not-given`) when a person must give the password, or the passphrase, first. */
  async get(accountId: AccountId): Promise<string> {
    await this.askKeyring();
    const secret = this.#inMemory.get(accountId) ?? this.#unsealed(accountId) ?? (await this.#decrypted(accountId));
    if (secret === undefined)
      throw new AppError('auth-failed', 'The password must be given first', { detail: { reason: 'not-given' } });
    return secret;
  }

  /** Keeps a password the way that was chosen; while nothing was chosen, in memory. `auth-failed` while locked. */
  async put(accountId: AccountId, secret: string): Promise<void> {
    await this.askKeyring();
    const keeping = this.#keeping();
    if (keeping === 'session' || keeping === 'undecided') {
      this.#inMemory.set(accountId, secret);
      return;
    }
    if (keeping === 'system') {
      const encrypted = (await this.#encrypted(secret)).toString('base64');
      await this.#change((file) => ({ ...file, system: { ...file.system, [accountId]: encrypted } }));
    } else {
      if (!this.#key) throw new AppError('auth-failed', 'The passphrase must be given first');
      const sealed = seal(this.#key, accountId, secret);
      await this.#change((file) => ({ ...file, sealed: { ...file.sealed, [accountId]: sealed } }));
    }
    this.#inMemory.delete(accountId);
    this.#undecryptable.delete(accountId);
  }

  async remove(accountId: AccountId): Promise<void> {
    this.#inMemory.delete(accountId);
    await this.#change((file) => ({
      ...file,
      system: without(file.system, accountId),
      sealed: without(file.sealed, accountId),
    }));
  }

  /** Only while undecided, else `conflict`. What was given until now is sealed at once, or stays in memory. */
  async choose(choice: { keeping: 'passphrase'; passphrase: string } | { keeping: 'session' }): Promise<void> {
    await this.askKeyring();
    if (this.#keeping() !== 'undecided') throw new AppError('conflict', 'How secrets are kept was decided already');
    if (choice.keeping === 'session') {
      await this.#change((file) => ({ ...file, choice: 'session' }));
      return;
    }
    const salt = makeSalt();
    const key = await deriveKey(choice.passphrase, salt);
    const sealed = Object.fromEntries([...this.#inMemory].map(([id, secret]) => [id, seal(key, id, secret)]));
    const passphrase = { salt, check: seal(key, checkName, checkWord) };
    await this.#change((file) => ({ ...file, choice: 'passphrase', passphrase, sealed }));
    this.#key = key;
    this.#inMemory.clear();
  }

  /** `auth-failed` when the passphrase is wrong; with `retryAfterMs` when there were too many tries. */
  async unlock(passphrase: string): Promise<void> {
    const sealed = this.#file.passphrase;
    if (this.#file.choice !== 'passphrase' || !sealed) throw new AppError('conflict', 'There is no passphrase');
    if (this.#key) return;
    const waitMs = this.#nextTryAt - this.#world.now();
    if (waitMs > 0) throw new AppError('auth-failed', 'Too many wrong passphrases', { retryAfterMs: waitMs });
    // counted before the answer is known: tries sent at once must not share one
    this.#wrongTries++;
    const costly = this.#wrongTries - freeTries;
    if (costly >= 0) this.#nextTryAt = this.#world.now() + Math.min(longestWaitMs, 1000 * 2 ** costly);
    const key = await deriveKey(passphrase, sealed.salt);
    if (unseal(key, checkName, sealed.check) !== checkWord)
      throw new AppError('auth-failed', 'The passphrase is wrong');
    this.#key = key;
    this.#wrongTries = 0;
    this.#nextTryAt = 0;
  }

  #keeping(): SecretsState['keeping'] {
    return this.#file.choice ?? (this.#isKeyringGood === false ? 'undecided' : 'system');
  }

  #has(accountId: AccountId): boolean {
    if (this.#inMemory.has(accountId) || this.#file.sealed[accountId] !== undefined) return true;
    if (this.#isKeyringGood === false || this.#undecryptable.has(accountId)) return false;
    return this.#file.system[accountId] !== undefined;
  }

  #unsealed(accountId: AccountId): string | undefined {
    const sealed = this.#file.sealed[accountId];
    return sealed && this.#key ? unseal(this.#key, accountId, sealed) : undefined;
  }

  async #encrypted(secret: string): Promise<Buffer> {
    try {
      return await this.#world.keyring.encrypt(secret);
    } catch (thrown) {
      throw new AppError('storage', `The system's keyring refused: ${String(thrown)}`, { cause: thrown });
    }
  }

  async #decrypted(accountId: AccountId): Promise<string | undefined> {
    const encrypted = this.#file.system[accountId];
    if (encrypted === undefined || !this.#isKeyringGood) return undefined;
    try {
      return await this.#world.keyring.decrypt(Buffer.from(encrypted, 'base64'));
    } catch (thrown) {
      this.#world.log('warn', `The system's keyring does not know a password any more: ${String(thrown)}`);
      this.#undecryptable.add(accountId);
      return undefined;
    }
  }

  /** One change at a time, each on top of the one before. */
  #change(make: (file: SecretsFile) => SecretsFile): Promise<void> {
    const done = this.#queue.then(() => this.#save(make(this.#file)));
    this.#queue = done.catch(() => undefined); // whoever asked gets the error
    return done;
  }

  async #save(file: SecretsFile): Promise<void> {
    const { disk, dir } = this.#world;
    try {
      await disk.makeDir(dir);
      await replaceFile(disk, dir, fileName, Buffer.from(JSON.stringify(file)));
    } catch (thrown) {
      throw new AppError('storage', `The secrets cannot be written: ${String(thrown)}`, { cause: thrown });
    }
    this.#file = file;
  }
}

function without<T>(all: Record<string, T>, accountId: AccountId): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => id !== accountId));
}
