// What the e-mail connector says of itself.
import type { Manifest } from '../../../../shared/model/manifest.ts';

export const emailManifest: Manifest = {
  id: 'email',
  label: 'E-mail',
  icon: 'mail',
  canReply: true,
  canFormat: true,
  pollEveryMs: 300_000, // beside IDLE, which can die silently
  isOffered: true,
};
