// An imported archive on the disk, growing as no archive does: enough to try the promises that reading a file can keep.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageItem } from '../../../electron/sync/connectors/thread-message.ts';
import { accountSchema } from '../../../shared/model/account.ts';
import { archiveFiles } from '../../../shared/model/archive.ts';
import type { Check, Marketplace, MarketplaceHarness } from './harness.ts';
import type { TestClock } from './test-clock.ts';

const readsOnly = 'an archive sends nothing';
const noServer = 'there is no server, only a file';

export function startArchive(clock: TestClock): Promise<Marketplace> {
  const archivesDir = mkdtempSync(join(tmpdir(), 'defter-archives-'));
  const account = accountSchema.parse({
    id: 'acc-archive',
    channel: 'archive',
    label: 'Eski posta',
    address: 'archive',
    senderName: '',
    createdAt: 0,
  });
  const folder = join(archivesDir, account.id);
  mkdirSync(folder);
  writeFileSync(join(folder, archiveFiles.head), JSON.stringify({ messages: 0 }));
  writeFileSync(join(folder, archiveFiles.items), '');
  let count = 0;
  const line = (text: string, at: number): string => {
    count += 1;
    const threadKey = `thread-${count}`;
    const customer = { name: 'Deniz Ak', address: `deniz${count}@customer.example` };
    const item = messageItem({
      key: `a-${count}`,
      threadKey,
      direction: 'in',
      customer,
      shop: 'shop@shop.example',
      subject: text,
      text,
      at,
      isSeen: true,
    });
    return `${JSON.stringify(item)}\n`;
  };
  const append = (lines: string): void => {
    appendFileSync(join(folder, archiveFiles.items), lines);
  };
  return Promise.resolve({
    account,
    secrets: {},
    deps: { archivesDir },
    ask(text) {
      append(line(text, clock.now()));
      return `thread-${count}`;
    },
    askMany(many) {
      append(Array.from({ length: many }, (_, index) => line(`Soru ${index}`, clock.now() - index)).join(''));
    },
    delivered: () => [],
    setFault: () => undefined,
    close() {
      rmSync(archivesDir, { recursive: true });
      return Promise.resolve();
    },
  });
}

const notApplicable: Partial<Record<Check, string>> = {
  'send once': readsOnly,
  'limits of files': readsOnly,
  '401': noServer,
  '403': noServer,
  '429': noServer,
  '5xx': noServer,
  'found after time-out': readsOnly,
  truncated: 'Defter writes the file itself, whole or not at all',
  'wrong types': 'Defter writes the file itself, checked line by line',
  'cancel in 1 s': 'it looks at the signal before every stretch of at most 1 MB',
  'no secret in log': 'it has no secrets',
};

export const archiveHarness: MarketplaceHarness = { channel: 'archive', notApplicable, start: startArchive };
