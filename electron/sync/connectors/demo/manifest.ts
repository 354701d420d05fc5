// What the demo shop's connector says of itself; its conversations name their own channels.
import { noGuide, type Manifest } from '../../../../shared/model/manifest.ts';

export const demoManifest: Manifest = {
  id: 'demo',
  label: 'Demo',
  icon: 'store',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: true,
  canStart: true,
  outgoingFiles: { maxBytes: 25_000_000 },
  pollEveryMs: 3_600_000,
  isOffered: false,
  accountFields: [],
  guide: noGuide,
};

/** Marketplaces know only whoever wrote to the shop. */
const marketplace: Manifest = { ...demoManifest, canFormat: false, canStart: false, maxReplyChars: 2000 };

/** The marketplaces that the demo shop sells on. */
export const demoChannels: readonly Manifest[] = [
  { ...marketplace, id: 'trendyol', label: 'Trendyol', icon: 'shopping-bag' },
  { ...marketplace, id: 'ebay', label: 'eBay', icon: 'building-store' },
  { ...marketplace, id: 'woocommerce', label: 'WooCommerce', icon: 'store' },
];
