// What the demo shop's connector says of itself; its conversations name their own channels.
import type { Manifest } from '../../../../shared/model/manifest.ts';

export const demoManifest: Manifest = {
  id: 'demo',
  label: 'Demo',
  icon: 'store',
  canReply: true,
  canFormat: true,
  pollEveryMs: 3_600_000,
  isOffered: false,
};
