// What main takes as a new account: no address that nobody reads.
import { expect, it } from 'vitest';
import { mainApi } from '../../shared/contract/main-api.ts';

const asked = (channel: string, address: string) => ({
  account: { channel, label: 'Mavi Çini', address, senderName: 'Defne' },
  secrets: {},
});

it('refuses an e-mail address to which customers could not answer, and takes others', () => {
  const { input } = mainApi.addAccount;
  expect(input.safeParse(asked('email', 'no-reply@shop.example')).error?.issues[0]?.message).toMatch(
    /could not answer/,
  );
  expect(input.safeParse(asked('email', 'hello@shop.example')).success).toBe(true);
  expect(input.safeParse(asked('trendyol', '')).success).toBe(true);
});
