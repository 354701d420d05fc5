// Where each of the app's own replies lies in the library, and which of them are marketing.

/** Folder id → its scenarios; the names of these folders are sentences of the app. */
const folders: Readonly<Record<string, readonly string[]>> = {
  first: [
    'first-acknowledgement',
    'missing-information',
    'progress-update',
    'escalation',
    'holiday-hours',
    'out-of-office',
  ],
  orders: [
    'order-status',
    'late-parcel',
    'lost-parcel',
    'delivery-attempt-failed',
    'address-change',
    'address-change-too-late',
    'cancellation-accepted',
    'cancellation-too-late',
    'gift-wrap',
  ],
  returns: ['return-instructions', 'exchange', 'refund-started', 'refund-done', 'warranty'],
  problems: [
    'wrong-item',
    'damaged-item',
    'missing-part',
    'complaint-acknowledgement',
    'apology-compensation',
    'follow-up-after-solution',
    'incident-notice',
  ],
  products: [
    'product-question',
    'size-advice',
    'installation-help',
    'out-of-stock',
    'availability-date',
    'price-question',
    'discount-request',
    'bulk-order',
  ],
  payment: ['payment-failed', 'payment-received', 'invoice-request'],
  thanks: [
    'loyal-customer-thanks',
    'positive-review-thanks',
    'negative-review-reply',
    'star-only-review',
    'csat-request',
    'you-said-we-did',
  ],
  marketplaces: ['marketplace-question', 'marketplace-issue'],
  boundaries: ['abuse-boundary', 'spam-or-wrong-address', 'privacy-request'],
};

const folderOf = new Map(
  Object.entries(folders).flatMap(([folder, scenarios]) => scenarios.map((name) => [name, folder])),
);

/** Sent without having been asked for anything: only to people who agreed to it. */
const marketing = new Set(['you-said-we-did']);

/** The folder of a built-in scenario; undefined for one that has none yet. */
export const builtInFolder = (scenario: string): string | undefined => folderOf.get(scenario);

export const isMarketing = (scenario: string): boolean => marketing.has(scenario);
