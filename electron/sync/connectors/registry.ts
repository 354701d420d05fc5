// One lazy, explicit line per connector: adding a marketplace adds one folder and one line here.
import type { Manifest } from '../../../shared/model/manifest.ts';
import type { Connector } from './connector.ts';
import { demoChannels, demoManifest } from './demo/manifest.ts';
import { emailManifest, relayChannels } from './email/manifest.ts';
import { miraklManifest } from './mirakl/manifest.ts';
import { trendyolManifest } from './trendyol/manifest.ts';
import { woocommerceManifest } from './woocommerce/manifest.ts';

interface RegistryLine {
  manifest: Manifest;
  /** Further channels whose conversations this connector delivers. */
  channels?: readonly Manifest[];
  load(): Promise<Connector>;
}

export const registry: readonly RegistryLine[] = [
  {
    manifest: emailManifest,
    channels: relayChannels,
    load: async () => (await import('./email/index.ts')).emailConnector,
  },
  { manifest: trendyolManifest, load: async () => (await import('./trendyol/index.ts')).trendyolConnector },
  { manifest: miraklManifest, load: async () => (await import('./mirakl/index.ts')).miraklConnector },
  { manifest: woocommerceManifest, load: async () => (await import('./woocommerce/index.ts')).woocommerceConnector },
  { manifest: demoManifest, channels: demoChannels, load: async () => (await import('./demo/index.ts')).demoConnector },
];
