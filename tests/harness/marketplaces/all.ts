// A harness for every marketplace in the registry, by channel; adding a connector adds a line here.
import type { MarketplaceHarness } from './harness.ts';
import { miraklHarness } from './mirakl.ts';
import { trendyolHarness } from './trendyol.ts';
import { woocommerceHarness } from './woocommerce.ts';

export const harnesses: readonly MarketplaceHarness[] = [trendyolHarness, miraklHarness, woocommerceHarness];
