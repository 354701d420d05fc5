// The other side of a message, and the handle by which a customer is known.
import { handleSchema, type Handle } from '../model/customer.ts';
import type { Channel } from '../model/ids.ts';
import type { Address, IncomingMessage } from '../model/message.ts';

/** Longest address that becomes part of a handle; longer ones are not real and are cut. */
const addressLength = 360;

/** The other side of a message: who wrote it, or whom we wrote to first. */
export function correspondentOf(message: Pick<IncomingMessage, 'direction' | 'from' | 'to' | 'cc'>): Address {
  const other = message.direction === 'in' ? message.from : (message.to[0] ?? message.cc[0]);
  return other ?? { name: '', address: '' };
}

/** A shop's own site names its customers by their own e-mail addresses: they are who they are in the mail. Elsewhere an address is an alias. */
const ownAddressChannels: ReadonlySet<Channel> = new Set<Channel>(['shopify', 'woocommerce']);

/** `<channel>:<address>`, lower case; null when there is no address. */
export function handleOf(channel: Channel, address: Address): Handle | null {
  const plain = address.address.trim().toLowerCase().slice(0, addressLength);
  const kind = ownAddressChannels.has(channel) && plain.includes('@') ? 'email' : channel;
  return plain === '' ? null : handleSchema.parse(`${kind}:${plain}`);
}
