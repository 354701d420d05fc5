// Fetches mails by UID: first headers and structure, then only the parts that are text; attachments stay on the server.
import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import { marketplaceOf } from '../../../../shared/mail/relays/marketplaces.ts';
import type { Item } from '../../../../shared/model/item.ts';
import { maxTextPartBytes, planBody, planWithoutStructure, type TextPart } from './body-plan.ts';
import { imapError } from './error.ts';
import { maxHeaderBytes } from './header-fields.ts';
import type { ImapLine, LineUse } from './imap-line.ts';
import type { FetchedMail } from './to-message.ts';
import { formatUidSet, uidSetOf } from './uid-set.ts';

export interface MailPlace {
  mailbox: string;
  role: 'inbox' | 'sent';
  uidValidity: string;
}

type Draft = FetchedMail & { bodies: Map<string, Uint8Array>; wholeHeader?: Uint8Array | undefined };
export type MessageItem = Extract<Item, { kind: 'message' }>;

/** Text bytes asked for with one command, so that a few hundred huge mails do not fill the memory. */
const maxCommandBytes = 8 * 1024 * 1024;
/** Text bytes of one call. */
const maxWindowBytes = 32 * 1024 * 1024;
/** The whole block, cut by the server. */
const wholeHeader = { key: 'HEADER', start: 0, maxLength: maxHeaderBytes };
/**
 * What a message is made of. Real headers are ten times that: traces, signatures, verdicts of spam filters. The list is short because
 * the server repeats it with every mail, and imapflow reads it each time (15 names cost 0.1 ms).
 */
const headerNames = [
  ...['from', 'to', 'cc', 'reply-to', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'x-defter-id'],
  ...['return-path', 'auto-submitted', 'precedence', 'list-id', 'list-unsubscribe'],
];
/** Mails per command when one of them breaks the line. */
const carefulCount = 50;
const basics = { uid: true, flags: true, internalDate: true, size: true } as const;

export interface Fetched {
  mails: FetchedMail[];
  /** UIDs that did not fit into the memory set aside; the last ones of the list. */
  left: number[];
  /** UIDs that the server refused to give, wholly or in part: to be asked for again some day. */
  refused: number[];
}

/**
 * The mails of these UIDs, in no certain order. UIDs that are gone by now are left out. A mail whose structure the server or
 * imapflow cannot put into words comes with its header alone.
 * @throws AppError
 */
export async function fetchMails(use: LineUse, place: MailPlace, uids: readonly number[]): Promise<Fetched> {
  await use.use(place.mailbox, place.uidValidity);
  const refused: Refused = { uids: new Set(), commands: 0 };
  const drafts = await fetchHeaders(use, place, uids, refused);
  const fitting: Draft[] = [];
  let bytes = 0;
  for (const [index, uid] of uids.entries()) {
    const draft = drafts.get(uid);
    if (draft === undefined) continue;
    bytes += textBytes(draft);
    if (bytes > maxWindowBytes && fitting.length > 0) {
      await fetchTexts(use, fitting, refused);
      const left = uids.slice(index);
      return { mails: fitting, left, refused: [...refused.uids].filter((each) => !left.includes(each)) };
    }
    fitting.push(draft);
  }
  await fetchTexts(use, fitting, refused);
  return { mails: fitting, left: [], refused: [...refused.uids] };
}

function textBytes({ plan }: Draft): number {
  return [...plan.texts, ...plan.htmls].reduce((sum, part) => sum + Math.min(part.sizeBytes, maxTextPartBytes), 0);
}

async function fetchHeaders(
  use: LineUse,
  place: MailPlace,
  uids: readonly number[],
  refused: Refused,
): Promise<Map<number, Draft>> {
  const drafts = new Map<number, Draft>();
  const gather = async (wanted: readonly number[], query: FetchQueryObject): Promise<void> => {
    await bisecting(use, wanted, query, refused, (message) => {
      if (message.headers !== undefined) drafts.set(message.uid, draftOf(message, place));
    });
  };
  await gather(uids, { ...basics, bodyStructure: true, headers: headerNames });
  // imapflow leaves out a message whose answer it cannot parse (broken or too deeply nested structure): ask for less.
  const missing = uids.filter((uid) => !drafts.has(uid));
  if (missing.length > 0) await gather(missing, { ...basics, headers: headerNames });
  await fetchWholeHeaders(use, drafts, refused);
  return drafts;
}

/** Whether the sender's line names an address of a marketplace. */
function namesMarketplace(block: string): boolean {
  const from = /^from:[^\n]*(?:\n[ \t][^\n]*)*/im.exec(block)?.[0] ?? '';
  return [...from.matchAll(/@[A-Za-z0-9.-]{1,255}/g)].some(
    ([domain]) => marketplaceOf(`sender${domain}`) !== undefined,
  );
}

/** A mail without Message-ID is known by its whole header; in that of a marketplace's mail stands whether the sender is proven. */
async function fetchWholeHeaders(use: LineUse, drafts: ReadonlyMap<number, Draft>, refused: Refused): Promise<void> {
  const wanted = [...drafts.values()].filter(({ header }) => {
    const block = Buffer.from(header).toString('latin1');
    return !/^message-id:/im.test(block) || namesMarketplace(block);
  });
  await bisecting(
    use,
    wanted.map(({ uid }) => uid),
    { uid: true, bodyParts: [wholeHeader] },
    refused,
    ({ uid, headers }) => {
      const draft = drafts.get(uid);
      if (draft !== undefined && headers !== undefined) draft.wholeHeader = headers;
    },
  );
}

/**
 * The same for mails among which is one whose answer broke a limit and with it the line (a header of 64 MB, a structure of 4 MB): in
 * small portions, then singly; the one to blame comes with the beginning of its header alone, or not at all.
 * @throws AppError
 */
export async function fetchCarefully(
  line: ImapLine,
  place: MailPlace,
  uids: readonly number[],
  signal: AbortSignal,
): Promise<FetchedMail[]> {
  const mails: FetchedMail[] = [];
  for (let at = 0; at < uids.length; at += carefulCount) {
    const some = uids.slice(at, at + carefulCount);
    const found = await unlessUnreadable(line.run(signal, (use) => fetchMails(use, place, some)));
    if (found?.left.length === 0) mails.push(...found.mails);
    else for (const uid of some) mails.push(...(await fetchOne(line, place, uid, signal)));
  }
  return mails;
}

async function fetchOne(line: ImapLine, place: MailPlace, uid: number, signal: AbortSignal): Promise<FetchedMail[]> {
  const whole = await unlessUnreadable(line.run(signal, (use) => fetchMails(use, place, [uid])));
  if (whole !== undefined) return whole.mails;
  const query = { ...basics, bodyParts: [wholeHeader] };
  const bare = await unlessUnreadable(
    line.run(signal, async (use) => {
      await use.use(place.mailbox, place.uidValidity);
      const found: FetchedMail[] = [];
      await bisecting(use, [uid], query, { uids: new Set(), commands: 0 }, (message) =>
        found.push({ ...draftOf(message, place), wholeHeader: message.headers }),
      );
      return found;
    }),
  );
  return bare ?? [];
}

async function unlessUnreadable<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    if (imapError(thrown).code === 'bad-data') return undefined;
    throw thrown;
  }
}

function draftOf(message: FetchMessageObject, place: MailPlace): Draft {
  const date = message.internalDate instanceof Date ? message.internalDate.getTime() : NaN;
  return {
    ...place,
    uid: message.uid,
    flags: message.flags ?? new Set(),
    internalDate: Number.isNaN(date) ? undefined : date,
    sizeBytes: message.size ?? 0,
    serverId: message.emailId,
    header: beginningOf(message.headers ?? Buffer.alloc(0)),
    plan: message.bodyStructure === undefined ? planWithoutStructure() : planBody(message.bodyStructure),
    bodies: new Map(),
  };
}

/** Copied, so that the rest of an endless header is not kept. */
function beginningOf(header: Buffer): Buffer {
  return header.length <= maxHeaderBytes ? header : Buffer.from(header.subarray(0, maxHeaderBytes));
}

/** One unreadable mail among 2,000 takes some 20 refused commands to find. More than ten of those: the server is to blame. */
const maxRefusedCommands = 200;

interface Refused {
  uids: Set<number>;
  commands: number;
}

/**
 * One FETCH; when the server refuses it (one unreadable mail makes Exchange refuse them all) in halves, down to the mail that is to
 * blame, which joins `refused` (imapflow logs the server's words).
 */
async function bisecting(
  use: LineUse,
  uids: readonly number[],
  query: FetchQueryObject,
  refused: Refused,
  onMessage: (message: FetchMessageObject) => void,
): Promise<void> {
  if (uids.length === 0) return;
  const wanted = new Set(uids);
  try {
    // No command may be given inside this loop: imapflow would wait for ever.
    for await (const message of use.client.fetch(formatUidSet(uidSetOf(uids)), query, { uid: true })) {
      if (wanted.has(message.uid)) onMessage(message);
    }
  } catch (thrown) {
    const error = imapError(thrown);
    if (error.code !== 'refused' && error.code !== 'bad-data') throw error;
    refused.commands += 1;
    if (!use.client.usable || refused.commands > maxRefusedCommands) throw error;
    const [first] = uids;
    if (uids.length === 1 && first !== undefined) {
      refused.uids.add(first);
      return;
    }
    const middle = uids.length >> 1;
    await bisecting(use, uids.slice(0, middle), query, refused, onMessage);
    await bisecting(use, uids.slice(middle), query, refused, onMessage);
  }
}

interface Group {
  parts: TextPart[];
  drafts: Draft[];
}

/** Mails with the same text parts go into one command; long parts are cut by the server. */
async function fetchTexts(use: LineUse, drafts: readonly Draft[], refused: Refused): Promise<void> {
  const groups = new Map<string, Group>();
  for (const draft of drafts) {
    const parts = [...draft.plan.texts, ...draft.plan.htmls].filter((part) => part.sizeBytes > 0);
    if (parts.length === 0) continue;
    const key = parts.map((part) => `${part.part}${part.sizeBytes > maxTextPartBytes ? '<' : ''}`).join(',');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { parts, drafts: [draft] });
    else group.drafts.push(draft);
  }
  for (const group of groups.values()) {
    for (const some of bySize(group.drafts)) await fetchGroup(use, group.parts, some, refused);
  }
}

function* bySize(drafts: readonly Draft[]): Generator<Draft[]> {
  let some: Draft[] = [];
  let bytes = 0;
  for (const draft of drafts) {
    const own = textBytes(draft);
    if (some.length > 0 && bytes + own > maxCommandBytes) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(draft);
    bytes += own;
  }
  if (some.length > 0) yield some;
}

async function fetchGroup(
  use: LineUse,
  parts: readonly TextPart[],
  drafts: readonly Draft[],
  refused: Refused,
): Promise<void> {
  const byUid = new Map(drafts.map((draft) => [draft.uid, draft]));
  const bodyParts = parts.map(({ part, sizeBytes }) =>
    sizeBytes > maxTextPartBytes ? { key: part, start: 0, maxLength: maxTextPartBytes } : part,
  );
  await bisecting(use, [...byUid.keys()], { uid: true, bodyParts }, refused, (message) => {
    const draft = byUid.get(message.uid);
    if (draft === undefined || message.bodyParts === undefined) return;
    for (const [part, bytes] of message.bodyParts) draft.bodies.set(part, bytes);
  });
  const bare = drafts.filter((draft) => draft.bodies.size === 0);
  for (const draft of bare) draft.plan = { ...draft.plan, isTruncated: true };
}

/** A UID list of an IMAP search; `false` and `undefined` are refusals. @throws AppError */
export async function searchUids(use: LineUse, query: Parameters<LineUse['client']['search']>[0]): Promise<number[]> {
  const found = await use.client.search(query, { uid: true });
  if (!Array.isArray(found)) throw use.refusal('SEARCH');
  return found;
}
