// The settings file: defaults for what is missing, as much as possible saved of what is broken.
import { expect, test } from 'vitest';
import { readStored } from '../../../electron/main/stored-settings.ts';
import { currentAgent } from '../../../shared/model/shop.ts';

const account = {
  id: 'a',
  channel: 'email',
  label: 'Shop',
  address: 'shop@defter.example',
  senderName: '',
  createdAt: 1,
};

test('an empty file is all defaults', () => {
  const { stored, problems } = readStored({});
  expect(problems).toBe(0);
  expect(stored.settings).toMatchObject({
    language: 'system',
    theme: 'system',
    undoWindowMs: 10_000,
    staysInTray: true,
  });
  expect(stored.accounts).toEqual([]);
  expect(stored.window).toBeUndefined();
});

test('what is written comes back', () => {
  const window = { x: 1, y: 2, width: 1300, height: 800, isMaximized: true };
  const { stored, problems } = readStored({ settings: { language: 'el', theme: 'dark' }, accounts: [account], window });
  expect(problems).toBe(0);
  expect(stored.settings).toMatchObject({ language: 'el', theme: 'dark', notifies: true });
  expect(stored).toMatchObject({ accounts: [account], window });
});

test('a setting or an account that breaks a rule goes alone', () => {
  const { stored, problems } = readStored({
    settings: { language: 'xx', theme: 'dark', undoWindowMs: -1, aNewerSetting: 1 },
    accounts: [{ ...account, channel: 'NO' }, account, null],
    window: 'big',
  });
  expect(problems).toBe(4);
  expect(stored.settings).toMatchObject({ language: 'system', theme: 'dark', undoWindowMs: 10_000 });
  expect(stored.accounts).toEqual([account]);
});

test.each([{ settings: 'x' }, { accounts: {} }, { settings: [] }])('%j counts as a problem', (content) => {
  expect(readStored(content).problems).toBe(1);
});

test('the one agent of older settings becomes the first of several, the shop card keeps what it had', () => {
  const { stored, problems } = readStored({
    settings: { agent: { name: 'Elif', signature: 'Sevgiler' }, shop: { name: 'Mavi', website: 'x.test', phone: '1' } },
  });
  expect(problems).toBe(0);
  expect(stored.settings.agents).toEqual([{ id: 'agent-1', name: 'Elif', role: '', signature: 'Sevgiler' }]);
  expect(currentAgent(stored.settings).name).toBe('Elif');
  expect(stored.settings.shop).toMatchObject({ name: 'Mavi', website: 'x.test', phone: '1', address: '' });
});
