// scrypt in WebAssembly: loaded when somebody has a passphrase.
import { scrypt as run, type ScryptOptions } from 'hash-wasm';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Cost = Pick<ScryptOptions, 'costFactor' | 'blockSize' | 'parallelism'>;

/** `length` bytes, as RFC 7914 has it. Holds up its thread; the 128 · costFactor · blockSize bytes that it takes are given back at once. */
export async function scrypt(password: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  const key = await run({ ...cost, password, salt, hashLength: length, outputType: 'binary' });
  sweep();
  return Buffer.from(key);
}

/** V8 sweeps the room of WebAssembly when it next happens to sweep at all, which in an app at rest can take hours. */
function sweep(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
