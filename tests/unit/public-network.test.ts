// Which addresses are public: a mail or an address must not lead us into the person's own network.
import { expect, it } from 'vitest';
import { isPublicAddress } from '../../electron/sync/public-network.ts';

it.each([
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['172.20.0.1', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:192.168.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::a00:1', false],
  ['not an address', false],
  ['8.8.8.8', true],
  ['93.184.216.34', true],
  ['172.32.0.1', true],
  ['2001:4860:4860::8888', true],
  ['2606:2800:220:1::1', true],
])('%s public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
