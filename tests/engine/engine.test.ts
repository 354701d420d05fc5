// The engine as a whole: what the store asks while the set of accounts at work is being changed.
import { expect, it } from 'vitest';
import { makeEngine } from '../../electron/sync/engine/engine.ts';
import { accountSchema } from '../../shared/model/account.ts';
import { replyContentSchema } from '../../shared/model/outbox.ts';
import { scriptedStore, settle, virtualWorld } from '../harness/virtual-world.ts';

const account = accountSchema.parse({
  id: 'acc',
  channel: 'demo',
  label: 'Mavi',
  address: '',
  senderName: 'Mavi',
  createdAt: 0,
});
const content = replyContentSchema.parse({
  outboxId: 'reply-1',
  to: [],
  cc: [],
  subject: '',
  text: 'Merhaba',
  html: '',
  references: [],
  writtenAt: 0,
});

it('a reply that is sent while a new page takes over waits for it, and is frozen', async () => {
  const engine = makeEngine(virtualWorld());
  await engine.setAccounts([account]);
  await engine.attachStore(scriptedStore());
  let greet = (): void => undefined;
  const greeted = new Promise<null>((resolve) => {
    greet = () => {
      resolve(null);
    };
  });
  const attached = engine.attachStore({ ...scriptedStore(), hello: () => greeted });
  await settle();
  const freezing = engine.syncApi.freezeReply({ accountId: account.id, content }, undefined);
  await settle();
  greet();
  await expect(freezing).resolves.toMatchObject({ rfcMessageId: 'reply-1@demo.example' });
  await attached;
  await engine.stop();
});

it('a reply of an account that was taken away is refused', async () => {
  const engine = makeEngine(virtualWorld());
  await engine.setAccounts([account]);
  await engine.attachStore(scriptedStore());
  await engine.setAccounts([]);
  await expect(engine.syncApi.freezeReply({ accountId: account.id, content }, undefined)).rejects.toMatchObject({
    code: 'gone',
  });
  await engine.stop();
});
