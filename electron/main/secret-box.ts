// Seals secrets with a passphrase: scrypt makes the key, AES-256-GCM keeps what is sealed whole and unread.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** 2^17 · 8 · 128 bytes = 128 MB and a third of a second for each guess (OWASP's first choice for scrypt). */
const cost = { costFactor: 2 ** 17, blockSize: 8, parallelism: 1 };

/** All in base64. */
export interface Sealed {
  iv: string;
  tag: string;
  data: string;
}

export function makeSalt(): string {
  return randomBytes(16).toString('base64');
}

/**
 * The key of 32 bytes; the passphrase is taken in Unicode form NFKC, so that two keyboards agree.
 * Not by Node's own scrypt: in Electron its look at the arguments is a whole run, on the thread that answers the windows, before the run itself.
 */
export async function deriveKey(passphrase: string, salt: string): Promise<Buffer> {
  const { scrypt } = await import('./scrypt.ts');
  return scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, cost);
}

/** `name` is bound to the secret: a sealed one cannot be passed off under another name. */
export function seal(key: Buffer, name: string, secret: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') };
}

/** undefined when the key is wrong or the sealed secret was changed. */
export function unseal(key: Buffer, name: string, { iv, tag, data }: Sealed): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8');
  } catch {
    return undefined; // GCM says no more than: not this key, or not these bytes
  }
}
