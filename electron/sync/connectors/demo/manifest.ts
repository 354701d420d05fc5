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
    attachmentsOut: false,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: true,
  canStart: true,
  maxAttachmentBytes: 25_000_000,
  pollEveryMs: 3_600_000,
  isOffered: false,
  accountFields: [],
  guide: noGuide,
};

/** The marketplaces that the demo shop sells on. */
export const demoChannels: readonly Manifest[] = [
  { ...demoManifest, id: 'trendyol', label: 'Trendyol', icon: 'shopping-bag', canFormat: false, maxReplyChars: 2000 },
  { ...demoManifest, id: 'ebay', label: 'eBay', icon: 'building-store', canFormat: false, maxReplyChars: 2000 },
];
