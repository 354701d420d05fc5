// Names made of content: journals on disk hold them, so they may never change.
import { expect, it } from 'vitest';
import { accountIdOf, conversationIdOf } from '../../../shared/mail/conversation-id.ts';
import { stableHash } from '../../../shared/mail/stable-hash.ts';
import type { AccountId } from '../../../shared/model/ids.ts';

it('hashes as it always did', () => {
  expect([stableHash(''), stableHash('i:a@x.test'), stableHash('Ö')]).toMatchInlineSnapshot(`
    [
      "wvjl67o803eig59038ux",
      "1fkej6w12qpc537798ku",
      "9f9y80l5zas0gef1iwnj",
    ]
  `);
});

it('tells similar names apart', () => {
  const names = new Set(Array.from({ length: 50_000 }, (_, index) => stableHash(`<${index}@mail.example>`)));
  expect(names.size).toBe(50_000);
});

it('carries the account in the id of a conversation', () => {
  const account = 'a:b' as AccountId;
  expect(accountIdOf(conversationIdOf(account, 'i:root@x.test'))).toBe(account);
});
