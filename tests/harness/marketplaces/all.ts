// A harness for every marketplace in the registry, by channel; adding a connector adds a line here.
import { allegroHarness } from './allegro.ts';
import { archiveHarness } from './archive.ts';
import { ciceksepetiHarness } from './ciceksepeti.ts';
import type { MarketplaceHarness } from './harness.ts';
import { ebayHarness } from './ebay.ts';
import { hepsiburadaHarness } from './hepsiburada.ts';
import { miraklHarness } from './mirakl.ts';
import { n11Harness } from './n11.ts';
import { telegramHarness } from './telegram.ts';
import { trendyolHarness, trendyolStorefronts } from './trendyol.ts';
import { woocommerceHarness } from './woocommerce.ts';

export const harnesses: readonly MarketplaceHarness[] = [
  trendyolHarness,
  ...trendyolStorefronts,
  hepsiburadaHarness,
  miraklHarness,
  woocommerceHarness,
  ebayHarness,
  allegroHarness,
  n11Harness,
  ciceksepetiHarness,
  telegramHarness,
  archiveHarness,
];
