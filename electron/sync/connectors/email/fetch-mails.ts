// Fetches mails by UID: first headers and structure, then only the parts that are text; attachments stay on the server.
import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import type { Item } from '../../../../shared/model/item.ts';
import { maxTextPartBytes, planBody, planWithoutStructure, type TextPart } from './body-plan.ts';
import { imapError } from './error.ts';
import { maxHeaderBytes } from './header-fields.ts';
import type { LineUse } from './imap-line.ts';
import type { FetchedMail } from './to-message.ts';
import { formatUidSet, uidSetOf } from './uid-set.ts';

export interface MailPlace {
  mailbox: string;
  role: 'inbox' | 'sent';
  uidValidity: string;
}

type Draft = FetchedMail & { bodies: Map<string, Uint8Array> };
export type MessageItem = Extract<Item, { kind: 'message' }>;

/** Text bytes asked for with one command, so that a few hundred huge mails do not fill the memory. */
const maxCommandBytes = 8 * 1024 * 1024;
const header = { key: 'HEADER', start: 0, maxLength: maxHeaderBytes };
const basics = { uid: true, flags: true, internalDate: true, size: true } as const;

/**
 * The mails of these UIDs, in no certain order. UIDs that are gone by now are left out. A mail whose structure the server or
 * imapflow cannot put into words comes with its header alone.
 * @throws AppError
 */
export async function fetchMails(use: LineUse, place: MailPlace, uids: readonly number[]): Promise<FetchedMail[]> {
  await use.use(place.mailbox, place.uidValidity);
  const drafts = await fetchHeaders(use, place, uids);
  await fetchTexts(use, [...drafts.values()]);
  return [...drafts.values()];
}

async function fetchHeaders(use: LineUse, place: MailPlace, uids: readonly number[]): Promise<Map<number, Draft>> {
  const drafts = new Map<number, Draft>();
  const gather = async (wanted: readonly number[], query: FetchQueryObject): Promise<void> => {
    await bisecting(use, wanted, query, (message) => {
      if (message.headers !== undefined) drafts.set(message.uid, draftOf(message, place));
    });
  };
  await gather(uids, { ...basics, bodyStructure: true, bodyParts: [header] });
  // imapflow leaves out a message whose answer it cannot parse (broken or too deeply nested structure); ask for less.
  const missing = uids.filter((uid) => !drafts.has(uid));
  if (missing.length > 0) await gather(missing, { ...basics, bodyParts: [header] });
  return drafts;
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
    header: message.headers ?? new Uint8Array(),
    plan: message.bodyStructure === undefined ? planWithoutStructure() : planBody(message.bodyStructure),
    bodies: new Map(),
  };
}

/**
 * One FETCH; when the server refuses it (one unreadable mail makes Exchange refuse them all) in halves, down to the mail that is to
 * blame, which is skipped and logged by imapflow's warning.
 */
async function bisecting(
  use: LineUse,
  uids: readonly number[],
  query: FetchQueryObject,
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
    if (!use.client.usable) throw error;
    if (uids.length === 1) return;
    const middle = uids.length >> 1;
    await bisecting(use, uids.slice(0, middle), query, onMessage);
    await bisecting(use, uids.slice(middle), query, onMessage);
  }
}

interface Group {
  parts: TextPart[];
  drafts: Draft[];
}

/** Mails with the same text parts go into one command; long parts are cut by the server. */
async function fetchTexts(use: LineUse, drafts: readonly Draft[]): Promise<void> {
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
    for (const some of bySize(group.drafts)) await fetchGroup(use, group.parts, some);
  }
}

function* bySize(drafts: readonly Draft[]): Generator<Draft[]> {
  let some: Draft[] = [];
  let bytes = 0;
  for (const draft of drafts) {
    const own = [...draft.plan.texts, ...draft.plan.htmls].reduce(
      (sum, part) => sum + Math.min(part.sizeBytes, maxTextPartBytes),
      0,
    );
    if (some.length > 0 && bytes + own > maxCommandBytes) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(draft);
    bytes += own;
  }
  if (some.length > 0) yield some;
}

async function fetchGroup(use: LineUse, parts: readonly TextPart[], drafts: readonly Draft[]): Promise<void> {
  const byUid = new Map(drafts.map((draft) => [draft.uid, draft]));
  const bodyParts = parts.map(({ part, sizeBytes }) =>
    sizeBytes > maxTextPartBytes ? { key: part, start: 0, maxLength: maxTextPartBytes } : part,
  );
  await bisecting(use, [...byUid.keys()], { uid: true, bodyParts }, (message) => {
    const draft = byUid.get(message.uid);
    if (draft === undefined || message.bodyParts === undefined) return;
    for (const [part, bytes] of message.bodyParts) draft.bodies.set(part, bytes);
  });
  const bare = drafts.filter((draft) => draft.bodies.size === 0);
  for (const draft of bare) draft.plan = { ...draft.plan, isTruncated: true };
}

/** What a batch carries of a message, in characters: the store takes about 2 MB at a time. */
export function weightOf({ message }: MessageItem): number {
  return message.text.length + (message.unsafeHtml?.length ?? 0) + 1000;
}

/** A UID list of an IMAP search; `false` and `undefined` are refusals. @throws AppError */
export async function searchUids(use: LineUse, query: Parameters<LineUse['client']['search']>[0]): Promise<number[]> {
  const found = await use.client.search(query, { uid: true });
  if (!Array.isArray(found)) throw use.refusal('SEARCH');
  return found;
}
