// Whether a canned reply is meant for a channel.
import type { Channel } from '../model/ids.ts';

/** For any, for it by name, or for marketplaces as a kind (whatever is no e-mail). */
export function suitsChannel(channels: readonly string[], channel: Channel): boolean {
  if (channels.length === 0 || channels.includes('any') || channels.includes(channel)) return true;
  return channels.includes('marketplace') && channel !== 'email';
}
