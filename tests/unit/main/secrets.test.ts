// Passwords: kept as chosen, never in plain text on the disk, asked for again when they cannot be had.
import { scryptSync } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { Keyring } from '../../../electron/main/keyring.ts';
import { deriveKey, makeSalt, seal, unseal } from '../../../electron/main/secret-box.ts';
import { Secrets } from '../../../electron/main/secrets.ts';
import { accountIdSchema } from '../../../shared/model/ids.ts';
import { seeded, SimulatedDisk } from './simulated-disk.ts';

// a guess costs half a second by design, and more on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const shop = accountIdSchema.parse('shop');
const other = accountIdSchema.parse('other');
const path = '/profile/secrets.json';

/** A keyring with a key that can be lost. */
function ringOf(isGood: boolean, key = 0x5a): Keyring {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ key));
  return {
    isGood: () => Promise.resolve(isGood),
    encrypt: (secret) => Promise.resolve(turn(Buffer.from(`ok ${secret}`))),
    decrypt: async (encrypted) => {
      const text = turn(encrypted).toString();
      if (!text.startsWith('ok ')) throw new Error('another key');
      return text.slice(3);
    },
  };
}

function worldOf(disk: SimulatedDisk, keyring: Keyring) {
  const clock = { now: 1_000_000 };
  const logged: string[] = [];
  const log = (_level: string, message: string) => logged.push(message);
  return { clock, logged, world: { dir: '/profile', disk, keyring, log, now: () => clock.now } };
}

test('a key is what scrypt makes of the passphrase and the salt, whatever keyboard it was typed on', async () => {
  const salt = makeSalt();
  const expected = scryptSync('parolamız şu', Buffer.from(salt, 'base64'), 32, {
    ...{ N: 2 ** 17, r: 8, p: 1 },
    maxmem: 256 * 1024 * 1024,
  });
  expect(await deriveKey('parolamız şu'.normalize('NFD'), salt)).toEqual(expected);
});

describe('with a keyring', () => {
  test('a password is encrypted by it and comes back in the next life', async () => {
    const disk = new SimulatedDisk(seeded(1));
    const { world } = worldOf(disk, ringOf(true));
    const secrets = await Secrets.open(world);
    await Promise.all([secrets.put(shop, 'geheim'), secrets.put(other, 'anders')]);
    expect(disk.content(path).toString()).not.toMatch(/geheim|anders/);
    disk.crash();
    const next = await Secrets.open(world);
    expect(next.state([shop, other])).toEqual({ keeping: 'system', isLocked: false, missing: [] });
    await expect(next.get(shop)).resolves.toBe('geheim');
    await next.remove(shop);
    await expect(next.get(shop)).rejects.toMatchObject({ code: 'auth-failed' });
    await expect(next.get(other)).resolves.toBe('anders');
  });

  test('that lost its key: the password is missing, and a new one is kept', async () => {
    const disk = new SimulatedDisk(seeded(2));
    await (await Secrets.open(worldOf(disk, ringOf(true)).world)).put(shop, 'geheim');
    const secrets = await Secrets.open(worldOf(disk, ringOf(true, 0x33)).world);
    await expect(secrets.get(shop)).rejects.toMatchObject({ code: 'auth-failed' });
    expect(secrets.state([shop]).missing).toEqual([shop]);
    await secrets.put(shop, 'neu');
    expect(secrets.state([shop]).missing).toEqual([]);
    await expect(secrets.get(shop)).resolves.toBe('neu');
  });

  test('that is away today: nothing of it is thrown away', async () => {
    const disk = new SimulatedDisk(seeded(3));
    await (await Secrets.open(worldOf(disk, ringOf(true)).world)).put(shop, 'geheim');
    const today = await Secrets.open(worldOf(disk, ringOf(false)).world);
    await today.askKeyring();
    expect(today.state([shop])).toEqual({ keeping: 'undecided', isLocked: false, missing: [shop] });
    await today.put(other, 'nur heute');
    const tomorrow = await Secrets.open(worldOf(disk, ringOf(true)).world);
    await expect(tomorrow.get(shop)).resolves.toBe('geheim');
  });

  test('that fails when asked counts as none', async () => {
    const keyring = { ...ringOf(true), isGood: () => Promise.reject(new Error('no bus')) };
    const { world, logged } = worldOf(new SimulatedDisk(seeded(4)), keyring);
    const secrets = await Secrets.open(world);
    await secrets.askKeyring();
    expect(secrets.state([]).keeping).toBe('undecided');
    expect(logged.join()).toContain('no bus');
  });
});

describe('without a keyring', () => {
  test('a passphrase seals what was given before and after, and opens it in the next life', async () => {
    const disk = new SimulatedDisk(seeded(5));
    const { world } = worldOf(disk, ringOf(false));
    const secrets = await Secrets.open(world);
    await secrets.put(shop, 'geheim');
    expect(disk.paths()).toEqual([]);
    await secrets.choose({ keeping: 'passphrase', passphrase: 'doğru at zeytin' });
    await secrets.put(other, 'anders');
    expect(disk.content(path).toString()).not.toMatch(/geheim|anders|zeytin/);
    await expect(secrets.choose({ keeping: 'session' })).rejects.toMatchObject({ code: 'conflict' });

    const next = await Secrets.open(world);
    expect(next.state([shop, other])).toEqual({ keeping: 'passphrase', isLocked: true, missing: [] });
    await expect(next.get(shop)).rejects.toMatchObject({ code: 'auth-failed' });
    await expect(next.put(shop, 'x')).rejects.toMatchObject({ code: 'auth-failed' });
    await expect(next.unlock('falsch')).rejects.toMatchObject({ code: 'auth-failed' });
    await next.unlock('dog\u0306ru at zeytin'); // typed on a keyboard that composes
    await expect(next.get(shop)).resolves.toBe('geheim');
    await expect(next.get(other)).resolves.toBe('anders');
    expect(next.state([shop]).isLocked).toBe(false);
  });

  test('wrong passphrases cost ever longer waits, tries sent at once too', async () => {
    const disk = new SimulatedDisk(seeded(6));
    const { world, clock } = worldOf(disk, ringOf(false));
    await (await Secrets.open(world)).choose({ keeping: 'passphrase', passphrase: 'right right' });
    const secrets = await Secrets.open(world);
    const tries = await Promise.allSettled(['a', 'b', 'c', 'd', 'right right'].map((guess) => secrets.unlock(guess)));
    const waits = tries.map((result) =>
      result.status === 'rejected' ? (result.reason as { retryAfterMs?: number }).retryAfterMs : 'opened',
    );
    expect(waits).toEqual([undefined, undefined, undefined, 1000, 1000]);
    clock.now += 1000;
    await expect(secrets.unlock('e')).rejects.toMatchObject({ code: 'auth-failed' });
    await expect(secrets.unlock('right right')).rejects.toMatchObject({ retryAfterMs: 2000 });
    clock.now += 2000;
    await secrets.unlock('right right');
    expect(secrets.state([]).isLocked).toBe(false);
  });

  test('for the session only: in memory, and the choice is remembered', async () => {
    const disk = new SimulatedDisk(seeded(7));
    const { world } = worldOf(disk, ringOf(false));
    const secrets = await Secrets.open(world);
    await secrets.choose({ keeping: 'session' });
    await secrets.put(shop, 'geheim');
    expect(disk.content(path).toString()).not.toContain('geheim');
    await expect(secrets.get(shop)).resolves.toBe('geheim');
    const next = await Secrets.open(worldOf(disk, ringOf(true)).world);
    expect(next.state([shop])).toEqual({ keeping: 'session', isLocked: false, missing: [shop] });
  });
});

describe('the file', () => {
  test.each(['', '{', '[]', '{"version":2}', '{"version":1,"choice":"passphrase","system":{},"sealed":{}}'])(
    '%j is kept aside and begun anew',
    async (content) => {
      const disk = new SimulatedDisk(seeded(8));
      await disk.open(path, true);
      disk.damage(path, () => Buffer.from(content));
      const { world } = worldOf(disk, ringOf(true));
      const secrets = await Secrets.open(world);
      expect(secrets.wasBroken).toBe(true);
      expect(disk.paths()).toEqual(['/profile/secrets.broken-1000000.json']);
      await secrets.put(shop, 'neu');
      await expect(secrets.get(shop)).resolves.toBe('neu');
    },
  );

  test('that cannot be written: an error, and the old one stays', async () => {
    const disk = new SimulatedDisk(seeded(9));
    const { world } = worldOf(disk, ringOf(true));
    const secrets = await Secrets.open(world);
    await secrets.put(shop, 'alt');
    disk.failAt.set(disk.steps + 3, 'ENOSPC');
    await expect(secrets.put(shop, 'neu')).rejects.toMatchObject({ code: 'storage' });
    await expect(secrets.get(shop)).resolves.toBe('alt');
    await expect((await Secrets.open(world)).get(shop)).resolves.toBe('alt');
  });
});

test('a sealed secret opens only with its key and under its name', async () => {
  const key = await deriveKey('one', makeSalt());
  const sealed = seal(key, 'shop', 'geheim');
  expect(unseal(key, 'shop', sealed)).toBe('geheim');
  expect(unseal(key, 'other', sealed)).toBeUndefined();
  expect(unseal(await deriveKey('one', makeSalt()), 'shop', sealed)).toBeUndefined();
  expect(unseal(key, 'shop', { ...sealed, data: Buffer.from('xxxxxx').toString('base64') })).toBeUndefined();
  expect(unseal(key, 'shop', { ...sealed, tag: sealed.tag.slice(0, 8) })).toBeUndefined();
  expect(seal(key, 'shop', 'geheim').iv).not.toBe(sealed.iv);
});
