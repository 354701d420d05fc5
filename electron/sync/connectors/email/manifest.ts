// What the e-mail connector says of itself, and of the marketplaces whose mail it brings.
import { marketplaces } from '../../../../shared/mail/relays/marketplaces.ts';
import { noGuide, type Manifest } from '../../../../shared/model/manifest.ts';

export const emailManifest: Manifest = {
  id: 'email',
  label: 'E-mail',
  icon: 'mail',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: false,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: true,
  canStart: true,
  outgoingFiles: { maxBytes: 25_000_000 },
  pollEveryMs: 300_000, // beside IDLE, which can die silently
  isOffered: true,
  accountFields: [],
  guide: noGuide,
};

/** Marketplaces pass on plain text only: links and pictures are taken out or get the shop into trouble. */
export const relayChannels: readonly Manifest[] = marketplaces.map(({ id, label, icon }) => ({
  ...emailManifest,
  id,
  label,
  icon,
  canFormat: false,
  canStart: false,
  isOffered: false,
}));
