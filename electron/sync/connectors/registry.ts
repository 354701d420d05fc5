// One lazy, explicit line per connector: adding a marketplace adds one folder and one line here.
import type { Manifest } from '../../../shared/model/manifest.ts';
import { allegroManifest } from './allegro/manifest.ts';
import type { Connector } from './connector.ts';
import { ciceksepetiManifest } from './ciceksepeti/manifest.ts';
import { archiveManifest } from './archive/manifest.ts';
import { demoChannels, demoManifest } from './demo/manifest.ts';
import { ebayManifest } from './ebay/manifest.ts';
import { emailManifest, relayChannels } from './email/manifest.ts';
import { hepsiburadaManifest } from './hepsiburada/manifest.ts';
import { miraklManifest } from './mirakl/manifest.ts';
import { n11Manifest } from './n11/manifest.ts';
import { telegramManifest } from './telegram/manifest.ts';
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
  {
    manifest: hepsiburadaManifest,
    load: async () => (await import('./hepsiburada/index.ts')).hepsiburadaConnector,
  },
  { manifest: miraklManifest, load: async () => (await import('./mirakl/index.ts')).miraklConnector },
  { manifest: woocommerceManifest, load: async () => (await import('./woocommerce/index.ts')).woocommerceConnector },
  { manifest: allegroManifest, load: async () => (await import('./allegro/index.ts')).allegroConnector },
  { manifest: ebayManifest, load: async () => (await import('./ebay/index.ts')).ebayConnector },
  { manifest: n11Manifest, load: async () => (await import('./n11/index.ts')).n11Connector },
  {
    manifest: ciceksepetiManifest,
    load: async () => (await import('./ciceksepeti/index.ts')).ciceksepetiConnector,
  },
  { manifest: telegramManifest, load: async () => (await import('./telegram/index.ts')).telegramConnector },
  { manifest: archiveManifest, load: async () => (await import('./archive/index.ts')).archiveConnector },
  { manifest: demoManifest, channels: demoChannels, load: async () => (await import('./demo/index.ts')).demoConnector },
];
