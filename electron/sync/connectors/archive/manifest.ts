// What the connector of imported archives says of itself: to read, search and export, never to answer from.
import { noGuide, type Manifest } from '../../../../shared/model/manifest.ts';

export const archiveManifest: Manifest = {
  id: 'archive',
  label: 'Archive',
  icon: 'archive',
  capabilities: {
    read: true,
    reply: false,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  // nothing ever changes in it
  pollEveryMs: 86_400_000,
  isOffered: false,
  accountFields: [],
  guide: noGuide,
};
