// What stands in a marketplace's mail: the buyer's own words, name, order and article, without the marketplace's frame.
import type { Address } from '../../model/message.ts';

/** As much of a body as is looked at: marketplaces' frames are short, hostile mails are not. */
const maxChars = 100_000;

export interface RelayBody {
  text?: string;
  buyerName?: string;
  /** The customer's own address, where the mail names it. */
  customer?: Address;
  article?: string;
  /** The marketplace's own number of the conversation. */
  thread?: string;
  replyToken?: string;
  /** A person wrote, though the mail comes from an address that nobody reads. */
  isPersonal?: boolean;
}

export interface RelayText {
  from: Address;
  subject: string;
  text: string;
  unsafeHtml: string | undefined;
}

const trimmed = (text: string | undefined): string | undefined => {
  const plain = text?.trim() ?? '';
  return plain === '' ? undefined : plain;
};

/** Leaves out what is not there: the results are spread over other values. */
function known(body: { [K in keyof RelayBody]: RelayBody[K] | undefined }): RelayBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Words between the two markers; the name before ` - Amazon Marketplace`. */
export function readAmazon({ from, text }: RelayText): RelayBody {
  const body = text.slice(0, maxChars);
  const words = /-{5,}\s*Begin message\s*-{5,}([\s\S]*?)-{5,}\s*End message\s*-{5,}/i.exec(body);
  const title = /^[ \t]*\d+ of (.{1,300}?)[ \t]*\[ASIN:/im.exec(body)?.[1];
  const asin = /\[ASIN:\s*([A-Z0-9]{10})\]/.exec(body)?.[1];
  return known({
    text: trimmed(words?.[1]),
    buyerName: trimmed(/^(.+?)\s*[-–]\s*Amazon\b/.exec(from.name)?.[1]),
    article: trimmed([title, asin === undefined ? undefined : `(${asin})`].filter(Boolean).join(' ')),
    replyToken: /\[commMgrTok:[A-Za-z0-9+/=_-]{4,200}\]/.exec(body)?.[0],
  });
}

/** The member's name from the sender's line; the item's number. */
export function readEbay({ from, subject, text }: RelayText): RelayBody {
  const item = /\b1\d{11}\b/.exec(`${subject}\n${text.slice(0, maxChars)}`)?.[0];
  return known({ buyerName: trimmed(from.name.replace(/^eBay Member:\s*/i, '')), article: item });
}

export function readWalmart({ from }: RelayText): RelayBody {
  return known({ buyerName: trimmed(from.name) });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const decoded = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]{0,500}>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => entities[name] ?? '');

const bodyRow =
  /^(?:body|comment|message|mesaj|mesajınız|yorum|μήνυμα|σχόλιο|nachricht|kommentar|commentaire|messaggio|mensaje)$/iu;
const nameRow = /^(?:name|full name|ad|adınız|ad soyad|isim|όνομα|ονοματεπώνυμο|nom|nome|nombre)$/iu;

/** The rows of a contact form, `<b>Field:</b><pre>value</pre>`; a theme may name them in its own language. */
export function readContactForm({ text, unsafeHtml }: RelayText): RelayBody {
  const rows = rowsOf(text.slice(0, maxChars), unsafeHtml?.slice(0, maxChars));
  const email = rows.find(({ value }) => /^[^\s@<>]{1,64}@[^\s@<>]{3,255}$/.test(value))?.value;
  const name = rows.find(({ field }) => nameRow.test(field))?.value;
  const words = rows.find(({ field }) => bodyRow.test(field)) ?? longest(rows);
  return known({
    text: trimmed(words?.value),
    buyerName: trimmed(name),
    customer: email === undefined ? undefined : { name: name ?? '', address: email },
  });
}

interface Row {
  field: string;
  value: string;
}

function rowsOf(text: string, html: string | undefined): Row[] {
  const found = [
    ...(html ?? '').matchAll(/<b>([^<]{1,80}?):?\s*<\/b>\s*(?:<br\s*\/?>)?\s*<pre[^>]{0,200}>([\s\S]*?)<\/pre>/gi),
  ];
  const rows = found.map((match) => ({ field: decoded(match[1] ?? '').trim(), value: decoded(match[2] ?? '').trim() }));
  if (rows.length > 0) return rows;
  // plain text: a field stands on its line with a colon, its value behind it or below
  const parts = text.split(/^([\p{L} ]{2,40}):[ \t]*$/mu);
  return parts.flatMap((field, index) =>
    index % 2 === 1 ? [{ field: field.trim(), value: (parts[index + 1] ?? '').trim() }] : [],
  );
}

function longest(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (row.value.length > (best?.value.length ?? 0) ? row : best),
    undefined,
  );
}

/** A request for help names what is wrong in rows; a sale names the buyer; the conversation's number stands in its link. */
export function readEtsy({ subject, text }: RelayText): RelayBody {
  const body = text.slice(0, maxChars);
  const row = (label: RegExp): string | undefined => trimmed(label.exec(body)?.[1]);
  const thread = /https:\/\/www\.etsy\.com\/conversations\/(\d{4,20})\b/.exec(body)?.[1];
  const writer =
    /^(?:Re:\s*)?Etsy Conversation with (.{1,100})$/i.exec(subject)?.[1] ??
    /^(.{1,100}?) needs help with an order\b/i.exec(subject)?.[1];
  const help = row(/^You need help with:[ \t]*(.+)$/im);
  const resolution = row(/^Your ideal resolution:[ \t]*(.+)$/im);
  const note = row(/^Note for seller:[ \t]*([\s\S]+?)(?=^\s*(?:Reply here|View message|https:\/\/)|$(?![\s\S]))/im);
  const words = [help, resolution, note].filter((part) => part !== undefined);
  return known({
    text: words.length > 0 ? words.join('\n\n') : undefined,
    buyerName: trimmed(writer) ?? row(/^Buyer:[ \t]*(.{1,100})$/im),
    isPersonal: writer !== undefined || thread !== undefined,
    article: row(/^Item:[ \t]*(.{1,300})$/im),
    thread,
  });
}
