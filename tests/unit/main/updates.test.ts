// Updates: asked of nobody without a feed; fetched and installed only after a yes.
import { expect, test } from 'vitest';
import { Updates, type Updater } from '../../../electron/main/updates.ts';
import type { UpdateState } from '../../../shared/model/updates.ts';

/** A feed that offers `version`, or nothing; `failure` is what its next answer fails with. */
class Feed implements Updater {
  autoDownload = true;
  autoInstallOnAppQuit = false;
  version: string | undefined;
  failure: Error | undefined;
  asked = 0;
  installed = 0;
  tell: (progress: { percent: number }) => void = () => undefined;

  on(event: 'download-progress' | 'update-downloaded' | 'error', listener: unknown): void {
    if (event === 'download-progress') this.tell = listener as typeof this.tell;
  }
  async checkForUpdates() {
    this.asked += 1;
    if (this.failure) throw this.failure;
    return { isUpdateAvailable: this.version !== undefined, updateInfo: { version: this.version ?? '1.0.0' } };
  }
  async downloadUpdate() {
    this.tell({ percent: 41.7 });
    if (this.failure) throw this.failure;
  }
  quitAndInstall() {
    this.installed += 1;
  }
}

function updatesOf(feed: Feed | undefined) {
  const seen: UpdateState[] = [];
  const updates: Updates = new Updates({
    load: feed ? async () => feed : undefined,
    now: () => 1_000,
    log: () => undefined,
    onChange: () => seen.push(updates.state),
  });
  return { updates, seen };
}

test('without a feed nothing is asked and looking is refused', async () => {
  const { updates } = updatesOf(undefined);
  expect(updates.state).toEqual({ kind: 'absent' });
  await expect(updates.look()).rejects.toMatchObject({ code: 'unsupported' });
});

test('nothing newer is said with the time', async () => {
  const feed = new Feed();
  const { updates, seen } = updatesOf(feed);
  expect(await updates.look()).toEqual({ kind: 'current', checkedAt: 1_000 });
  expect(seen.map(({ kind }) => kind)).toEqual(['looking', 'current']);
  expect(feed.autoDownload).toBe(false);
});

test('a newer version is fetched after a yes and installed after another', async () => {
  const feed = new Feed();
  feed.version = '2.0.0';
  const { updates, seen } = updatesOf(feed);
  await updates.look();
  expect(updates.state).toEqual({ kind: 'available', version: '2.0.0' });
  await expect(updates.install()).rejects.toMatchObject({ code: 'conflict' });
  await updates.fetch();
  expect(seen).toContainEqual({ kind: 'loading', version: '2.0.0', percent: 41 });
  expect(updates.state).toEqual({ kind: 'ready', version: '2.0.0' });
  await updates.look();
  expect(feed.asked).toBe(1);
  await updates.install();
  expect(feed.installed).toBe(1);
});

test('a feed that fails is told in its words and asked again later', async () => {
  const feed = new Feed();
  feed.failure = new Error('net::ERR_NAME_NOT_RESOLVED\n at somewhere');
  const { updates } = updatesOf(feed);
  await expect(updates.look()).rejects.toMatchObject({ code: 'server-busy' });
  expect(updates.state).toEqual({ kind: 'failed', reason: 'net::ERR_NAME_NOT_RESOLVED' });
  feed.failure = undefined;
  feed.version = '2.0.0';
  await updates.look();
  feed.failure = new Error('the line dropped');
  await expect(updates.fetch()).rejects.toMatchObject({ code: 'server-busy' });
  feed.failure = undefined;
  expect(await updates.look()).toEqual({ kind: 'available', version: '2.0.0' });
});
