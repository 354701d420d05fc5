// The marketplaces whose mail is known, as data: domains, addresses, order numbers, and whether an answer by mail arrives.
import type { Channel } from '../../model/ids.ts';

/** One kind of mail that a marketplace sends, told by its sender alone. */
export interface RelaySender {
  /** Tested on the whole From address, ASCII letters small. */
  address: RegExp;
  /** `buyer`: passed on from a person, answered by mail. `form`: the customer stands inside. `notice`: answered on the page. */
  kind: 'buyer' | 'form' | 'notice';
}

export interface Marketplace {
  id: Channel;
  label: string;
  icon: string;
  /** Mail from these domains, and from every name below them, is the marketplace's. */
  domains: readonly string[];
  /** The first that fits decides; mail of the domains that fits none is a notice. */
  senders: readonly RelaySender[];
  order?: RegExp;
  /** Where sellers answer. */
  pageUrl: string;
}

// Amazon's stores; the .com form is verified, the others are made by analogy.
const amazonEndings =
  'com ca co.uk de fr it es nl se pl ie in sg ae sa eg co.jp co.za com.tr com.mx com.br com.be com.au'.split(' ');
const ebayEndings = 'com co.uk de fr it es ca com.au ie at ch nl be pl'.split(' ');

/** Sources and what is unverified: README.md beside this file. */
export const marketplaces: readonly Marketplace[] = [
  {
    id: 'amazon',
    label: 'Amazon',
    icon: 'amazon',
    domains: amazonEndings.map((ending) => `amazon.${ending}`),
    senders: [
      { address: /^(?:no-?reply|do-?not-?reply|auto-communication)[^@]*@/, kind: 'notice' },
      { address: /^[a-z0-9._+-]+@marketplace\.amazon\.[a-z.]+$/, kind: 'buyer' },
    ],
    order: /\b\d{3}-\d{7}-\d{7}\b/,
    pageUrl: 'https://sellercentral.amazon.com/messaging/inbox',
  },
  {
    id: 'ebay',
    label: 'eBay',
    icon: 'building-store',
    domains: ebayEndings.map((ending) => `ebay.${ending}`),
    senders: [{ address: /^[0-9a-f]{20}@members\.ebay\.[a-z.]+$/, kind: 'buyer' }],
    order: /\b\d{2}-\d{5}-\d{5}\b/,
    pageUrl: 'https://www.ebay.com/cnt/Seller',
  },
  {
    id: 'walmart',
    label: 'Walmart',
    icon: 'walmart',
    domains: ['walmart.com'],
    senders: [{ address: /^(?:pc-)?[0-9a-f]{32}@relay\.walmart\.com$/, kind: 'buyer' }],
    order: /\b\d{13,15}\b/,
    pageUrl: 'https://seller.walmart.com/',
  },
  {
    id: 'shopify',
    label: 'Shopify',
    icon: 'shopping-bag',
    domains: ['shopify.com', 'shopifyemail.com'],
    senders: [{ address: /@(?:[a-z0-9.-]+\.)?(?:shopify|shopifyemail)\.com$/, kind: 'form' }],
    order: /(?<![\w#])#\d{3,10}\b/,
    pageUrl: 'https://admin.shopify.com/',
  },
  {
    id: 'etsy',
    label: 'Etsy',
    icon: 'etsy',
    domains: ['etsy.com'],
    senders: [],
    order: /(?<=\bOrder #)\d{9,11}\b/i,
    pageUrl: 'https://www.etsy.com/messages',
  },
  {
    id: 'trendyol',
    label: 'Trendyol',
    icon: 'shopping-bag',
    // trendyolmail.com: the buyer's alias of the orders API; whether it passes mail on is not known, so nothing is sent there
    domains: ['trendyol.com', 'trendyolmail.com'],
    senders: [],
    pageUrl: 'https://partner.trendyol.com/',
  },
  {
    id: 'hepsiburada',
    label: 'Hepsiburada',
    icon: 'shopping-bag',
    domains: ['hepsiburada.com'],
    senders: [],
    pageUrl: 'https://merchant.hepsiburada.com/',
  },
  { id: 'n11', label: 'n11', icon: 'shopping-bag', domains: ['n11.com'], senders: [], pageUrl: 'https://so.n11.com/' },
  {
    id: 'ciceksepeti',
    label: 'Çiçeksepeti',
    icon: 'shopping-bag',
    domains: ['ciceksepeti.com'],
    senders: [],
    pageUrl: 'https://www.ciceksepeti.com/',
  },
  {
    id: 'pttavm',
    label: 'PttAVM',
    icon: 'shopping-bag',
    domains: ['pttavm.com'],
    senders: [],
    pageUrl: 'https://www.pttavm.com/',
  },
  {
    id: 'skroutz',
    label: 'Skroutz',
    icon: 'shopping-bag',
    domains: ['skroutz.gr', 'skroutz.cy', 'skroutz.ro', 'skroutz.bg'],
    senders: [],
    order: /\b\d{6}-\d{5,8}\b/,
    pageUrl: 'https://merchants.skroutz.gr/',
  },
  {
    id: 'bol',
    label: 'bol',
    icon: 'shopping-bag',
    domains: ['bol.com'],
    senders: [],
    pageUrl: 'https://partner.bol.com/',
  },
  {
    id: 'allegro',
    label: 'Allegro',
    icon: 'shopping-bag',
    domains: ['allegro.pl', 'allegro.cz', 'allegro.sk', 'allegro.hu'],
    senders: [],
    pageUrl: 'https://allegro.pl/centrum-wiadomosci',
  },
  {
    id: 'kaufland',
    label: 'Kaufland',
    icon: 'shopping-bag',
    domains: ['kaufland-marktplatz.de', 'kaufland-online.de'],
    senders: [],
    pageUrl: 'https://sellerportal.kaufland.com/',
  },
];

/** Whether `domain` is one of `domains` or lies below one. */
export function isWithin(domain: string, domains: readonly string[]): boolean {
  const lower = domain.toLowerCase().replace(/\.$/, '');
  return domains.some((each) => lower === each || lower.endsWith(`.${each}`));
}

/** The marketplace that `address` belongs to by its domain; undefined for every other address. */
export function marketplaceOf(address: string): Marketplace | undefined {
  const at = address.lastIndexOf('@');
  if (at < 1) return undefined;
  const domain = address.slice(at + 1).trim();
  return marketplaces.find(({ domains }) => isWithin(domain, domains));
}

/** What the sender's address says about the mail. */
export function senderKind(marketplace: Marketplace, address: string): RelaySender['kind'] {
  const lower = address.trim().toLowerCase();
  return marketplace.senders.find((sender) => sender.address.test(lower))?.kind ?? 'notice';
}
