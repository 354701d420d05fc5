// Makes a canned reply of a sent message: what belongs to one customer and one order becomes a field.
import { greekVocative } from './names.ts';

/** What is known of the conversation that the message was sent in; '' and absent ones are passed over. */
export interface KnownFacts {
  customerName?: string | undefined;
  customerFirstName?: string | undefined;
  agentName?: string | undefined;
  shopName?: string | undefined;
  orderNumbers?: readonly string[] | undefined;
  trackingNumbers?: readonly string[] | undefined;
  carriers?: readonly string[] | undefined;
  products?: readonly string[] | undefined;
  /** E-mail addresses and telephone numbers of the customer. */
  contacts?: readonly string[] | undefined;
}

export interface Generalised {
  body: string;
  /** What was taken out, and the field that stands for it now. */
  replaced: { found: string; field: string }[];
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Not inside a longer word or number, nor inside a field that is already there. */
const whole = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}{.])${escape(text).replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, 'giu');

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const address = /https?:\/\/[^\s<>"]+/gu;
const phone = /(?<![\p{L}\p{N}])\+?\d[\d ()./-]{7,18}\d(?![\p{L}\p{N}])/gu;
/** Money as the three languages write it. */
const money =
  /(?<![\p{L}\p{N}])(?:[€₺£$]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|₺|£|\$|TL\b|TRY\b|EUR\b|GBP\b|USD\b|ευρώ\b|lira\b))/gu;
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου';
const day = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{1,2}\\s(?:${months})(?:\\s\\d{4})?|(?:${months})\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?![\\p{L}\\p{N}])`,
  'giu',
);
const clock = /(?<![\p{L}\p{N}:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?![\p{L}\p{N}:])/gu;
const postal = /(?<![\p{L}\p{N}])[A-Z0-9]{0,4}\d{8,}[A-Z0-9]*(?![\p{L}\p{N}])/gu;

/**
 * Replaces personal data by fields: names (in Greek the vocative too), order and tracking numbers, products, the agent and the shop, and
 * whatever looks like an address, a telephone number, a sum, a date or a time. What a person has to look at again is in `replaced`.
 */
export function generaliseReply(text: string, known: KnownFacts): Generalised {
  const replaced: Generalised['replaced'] = [];
  let body = text;
  const put = (pattern: RegExp, field: string): void => {
    body = body.replace(pattern, (found: string) => {
      replaced.push({ found, field });
      return `{{${field}}}`;
    });
  };
  const putAll = (values: readonly (string | undefined)[] | undefined, field: string): void => {
    const given = [...new Set((values ?? []).map((value) => value?.trim() ?? ''))].filter((value) => value.length > 1);
    for (const value of given.sort((a, b) => b.length - a.length)) put(whole(value), field);
  };
  const names = (name: string | undefined) => (name === undefined ? [] : [name, greekVocative(name)]);

  putAll(known.contacts, 'contact');
  put(address, 'link');
  put(email, 'contact');
  putAll(known.orderNumbers, 'order.number');
  putAll(known.trackingNumbers, 'order.tracking');
  putAll(known.products, 'product.name');
  putAll(known.carriers, 'carrier.name');
  putAll(names(known.customerName), 'customer.name');
  putAll(names(known.customerFirstName), 'customer.firstName');
  putAll([known.shopName], 'shop.name');
  putAll([known.agentName], 'agent.name');
  put(money, 'amount');
  put(day, 'date');
  put(clock, 'time');
  put(phone, 'contact');
  put(postal, 'order.number');
  return { body, replaced };
}
