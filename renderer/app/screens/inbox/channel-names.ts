// What a channel is called and which icon it has: from its connector's manifest, else from the list of known marketplaces.
import { useCallback } from 'react';
import { useManifests } from '../../reads/use-manifests.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';

export interface ChannelName {
  label: string;
  icon: string;
}

/** Channels that have no connector of their own, such as those of the demo shop. Proper names, the same in every language. */
const known: Readonly<Partial<Record<string, ChannelName>>> = {
  trendyol: { label: 'Trendyol', icon: 'shopping-bag' },
  ebay: { label: 'eBay', icon: 'building-store' },
  etsy: { label: 'Etsy', icon: 'etsy' },
  amazon: { label: 'Amazon', icon: 'amazon' },
  hepsiburada: { label: 'Hepsiburada', icon: 'shopping-bag' },
  facebook: { label: 'Facebook', icon: 'facebook' },
  instagram: { label: 'Instagram', icon: 'instagram' },
  whatsapp: { label: 'WhatsApp', icon: 'whatsapp' },
  telegram: { label: 'Telegram', icon: 'telegram' },
};

/** What is logged by hand, and kinds of channels, with words of ours. */
const ours: Readonly<Partial<Record<string, { words: TextId; icon: string }>>> = {
  phone: { words: 'channel.phone', icon: 'phone' },
  visit: { words: 'channel.visit', icon: 'store' },
  sms: { words: 'channel.sms', icon: 'message' },
  letter: { words: 'channel.letter', icon: 'mail' },
  file: { words: 'channel.file', icon: 'package' },
  person: { words: 'channel.person', icon: 'user' },
  other: { words: 'channel.other', icon: 'message' },
  marketplace: { words: 'channel.marketplace', icon: 'building-store' },
  review: { words: 'channel.review', icon: 'building-store' },
  chat: { words: 'channel.chat', icon: 'message' },
};

export function useChannelNames(): (channel: string) => ChannelName {
  const manifests = useManifests();
  const text = useText();
  return useCallback(
    (channel: string) => {
      if (channel === 'email') return { label: text('channel.email'), icon: 'mail' };
      const manifest = manifests?.get(channel);
      if (manifest) return { label: manifest.label, icon: manifest.icon };
      const own = ours[channel];
      if (own) return { label: text(own.words), icon: own.icon };
      return known[channel] ?? { label: channel.charAt(0).toLocaleUpperCase('en') + channel.slice(1), icon: channel };
    },
    [manifests, text],
  );
}
