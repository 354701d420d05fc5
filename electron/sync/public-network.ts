// Connections that a mail or an address leads us to go to the public network only, never into the person's own.
import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AppError } from '../../shared/errors.ts';

/** Loopback, link-local, private and reserved networks (RFC 6890). IPv4 inside IPv6 is matched by the IPv4 rows. */
const insideNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  insideNetworks.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  insideNetworks.addSubnet(network, prefix, 'ipv6');
}

/** true for an IP address outside loopback, link-local, private and reserved networks; false for anything that is no IP address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !insideNetworks.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * For the option `lookup` of a connection: what the name really resolves to is checked at connecting time, so that a second
 * DNS answer cannot slip in. `refused` when no public address is among the answers.
 */
export const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const usable = error ? [] : found.filter(({ address }) => isPublicAddress(address));
    const [first] = usable;
    if (error) done(error, []);
    else if (!first) done(new AppError('refused', `${host} leads into a private network`), []);
    else if (options.all) done(null, usable);
    else done(null, first.address, first.family);
  });
};
