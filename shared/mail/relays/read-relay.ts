// Recognises mail of marketplaces by the sender's domain and the receiving server's word, and reads the buyer out of it.
import type { Address } from '../../model/message.ts';
import type { Relay } from '../../model/relay.ts';
import { isEmailAddress } from '../addresses.ts';
import { provesSender, trustedResults, type HeaderLine } from './auth-results.ts';
import { isWithin, marketplaceOf, senderKind, type Marketplace, type RelaySender } from './marketplaces.ts';
import {
  readAmazon,
  readContactForm,
  readEbay,
  readEtsy,
  readWalmart,
  type RelayBody,
  type RelayText,
} from './relay-bodies.ts';

export interface RelayMail extends RelayText {
  /** How many addresses the From fields hold: more than one can hide a sender behind another. */
  fromCount: number;
  replyTo: readonly Address[];
  /** Authentication-Results and Received from the top. */
  headerLines: readonly HeaderLine[];
  imapHost: string;
}

/** What a marketplace's mail is shown as; what is absent stays as it was. */
export interface ReadRelay {
  relay: Relay;
  /** The conversation's channel; absent where it stays e-mail. */
  channel?: string;
  from?: Address;
  replyTo?: Address[];
  threadKey?: string;
  orderNumber?: string;
  text?: string;
  isAutomatic?: boolean;
}

const readers: Readonly<Partial<Record<string, (mail: RelayText) => RelayBody>>> = {
  amazon: readAmazon,
  ebay: readEbay,
  walmart: readWalmart,
  shopify: readContactForm,
  etsy: readEtsy,
};

/**
 * The mail as its marketplace means it; null for mail that is no marketplace's. Display names and subjects never decide. Of a mail whose
 * sender is not proven nothing is read and nothing changed: it is marked, and answers by mail stay refused where they would be anyway.
 */
export function readRelay(mail: RelayMail): ReadRelay | null {
  const marketplace = marketplaceOf(mail.from.address);
  if (marketplace === undefined) return null;
  const fromDomain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1);
  const isVerified =
    mail.fromCount === 1 &&
    provesSender(trustedResults(mail.headerLines, mail.imapHost), fromDomain, marketplace.domains);
  const kind = senderKind(marketplace, mail.from.address);
  const relay: Relay = {
    marketplace: marketplace.id,
    label: marketplace.label,
    isVerified,
    answer: kind === 'notice' ? 'page' : 'mail',
    ...(kind === 'notice' ? { pageUrl: marketplace.pageUrl } : {}),
    sender: mail.from.address,
  };
  if (!isVerified) return { relay };
  const body = readers[marketplace.id]?.(mail) ?? {};
  const orderNumber = orderOf(marketplace, mail);
  const about = { ...(orderNumber === undefined ? {} : { orderNumber }) };
  if (kind === 'form') return readForm(marketplace, relay, mail, body, about);
  return {
    relay: {
      ...relay,
      ...(kind === 'notice' && body.thread !== undefined ? { pageUrl: threadUrl(marketplace, body.thread) } : {}),
      ...(body.replyToken === undefined ? {} : { replyToken: body.replyToken }),
      ...(body.article === undefined ? {} : { article: body.article.slice(0, 500) }),
    },
    channel: marketplace.id,
    from: buyerOf(kind, mail, body),
    replyTo: kind === 'buyer' ? [relayAddress(marketplace, mail)] : [],
    ...about,
    ...threadOf(marketplace, kind, mail, { thread: body.thread, orderNumber }),
    ...(body.text === undefined ? {} : { text: body.text }),
    ...(kind === 'buyer' || body.isPersonal === true ? { isAutomatic: false } : {}),
  };
}

/** Contact forms: the customer writes, and is answered at their own address; the conversation stays one by e-mail. */
function readForm(
  marketplace: Marketplace,
  relay: Relay,
  mail: RelayMail,
  body: RelayBody,
  about: { orderNumber?: string },
): ReadRelay {
  const named = mail.replyTo.find(
    ({ address }) =>
      isEmailAddress(address) && !isWithin(address.slice(address.lastIndexOf('@') + 1), marketplace.domains),
  );
  const customer = named ?? body.customer;
  // an order notice or a bill of the platform itself: nobody there to answer
  if (customer === undefined || body.text === undefined) {
    return { relay: { ...relay, answer: 'page', pageUrl: marketplace.pageUrl }, channel: marketplace.id, ...about };
  }
  const name = customer.name === '' ? (body.buyerName ?? '') : customer.name;
  const from = { name, address: customer.address };
  return { relay, from, replyTo: [from], text: body.text, isAutomatic: false, ...about };
}

/** Only an address of the relay itself is written to, whatever Reply-To says. */
function relayAddress(marketplace: Marketplace, mail: RelayMail): Address {
  const named = mail.replyTo.find(
    ({ address }) => marketplaceOf(address) === marketplace && senderKind(marketplace, address) === 'buyer',
  );
  return { name: '', address: named?.address ?? mail.from.address };
}

/**
 * One buyer per alias: Amazon hangs a tag on it that changes from message to message. Notices come from one address for everybody, which
 * must not make one customer of them all.
 */
function buyerOf(kind: RelaySender['kind'], mail: RelayMail, body: RelayBody): Address {
  if (kind === 'notice') return { name: body.buyerName ?? mail.from.name, address: '' };
  return {
    name: body.buyerName ?? mail.from.name,
    address: mail.from.address.replace(/\+[^@]*(?=@)/, '').toLowerCase(),
  };
}

/** Messages of one buyer about one order are one conversation, and so are notices about one order or one thread of the marketplace. */
function threadOf(
  { id }: Marketplace,
  kind: RelaySender['kind'],
  mail: RelayMail,
  known: { thread: string | undefined; orderNumber: string | undefined },
): { threadKey?: string } {
  const alias = mail.from.address.slice(0, mail.from.address.lastIndexOf('@')).replace(/\+.*$/, '').toLowerCase();
  const ofBuyer = [known.orderNumber, alias].filter((part) => part !== undefined).join(':');
  const key = known.thread ?? (kind === 'buyer' ? ofBuyer : known.orderNumber);
  return key === undefined ? {} : { threadKey: `${id}:${kind}:${key}`.slice(0, 300) };
}

function orderOf({ order }: Marketplace, { subject, text }: RelayMail): string | undefined {
  if (order === undefined) return undefined;
  return order.exec(subject)?.[0] ?? order.exec(text.slice(0, 100_000))?.[0];
}

function threadUrl(marketplace: Marketplace, thread: string): string {
  return marketplace.id === 'etsy' ? `https://www.etsy.com/conversations/${thread}` : marketplace.pageUrl;
}
