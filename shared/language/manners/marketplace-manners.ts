// How strictly each marketplace takes each rule; channels that are not named here (e-mail, the shop's own store) have no manners but the law's.
import type { Channel } from '../../model/ids.ts';
import type { FindingRule, Severity } from './finding.ts';

export type MarketplaceRule = Exclude<
  FindingRule,
  'privateContact' | 'privateOrder' | 'privateAddress' | 'privateName'
>;
type Manners = Readonly<Record<MarketplaceRule, Severity | null>>;

/** What all of them forbid: taking the buyer elsewhere. Being away is read as refusing service by machines and people alike. */
const usual: Manners = {
  contact: 'block',
  link: 'block',
  messenger: 'block',
  outsidePayment: 'block',
  payment: 'ask',
  elsewhere: 'block',
  rival: 'ask',
  away: 'ask',
  reviewTrade: 'ask',
  promotion: 'hint',
};
/** Amazon takes out links and counts promotions and asking for good reviews against the account (help G1801). */
const amazon: Manners = { ...usual, reviewTrade: 'block', promotion: 'ask' };
/** Every operator has rules of its own; all of them keep payment on the platform. */
const mirakl: Manners = { ...usual, contact: 'ask', link: 'ask', messenger: 'ask', elsewhere: 'ask' };
/** Sellers may name their shop's terms and link within eBay. */
const ebay: Manners = { ...usual, reviewTrade: 'block' };

const byChannel: Readonly<Partial<Record<Channel, Manners>>> = {
  amazon,
  ebay,
  mirakl,
  walmart: usual,
  etsy: usual,
  trendyol: usual,
  hepsiburada: usual,
  n11: usual,
  ciceksepeti: usual,
  pttavm: usual,
  skroutz: usual,
  bol: usual,
  allegro: usual,
  kaufland: usual,
};

/** null where the channel is no marketplace. */
export function mannersOf(channel: Channel): Manners | null {
  return byChannel[channel] ?? null;
}
