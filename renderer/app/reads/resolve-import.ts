// Finds whose each line of an import is, and leaves out what the store knows already.
import { foldText } from '../../../shared/language/fold.ts';
import type { CustomerProfile } from '../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { CustomerEntry } from '../../../shared/model/journal.ts';
import { matchKeysOf, nameKey, phoneKey } from '../../../shared/service/same-person.ts';
import type { Person, PlannedLine } from '../../../shared/service/import/plan-import.ts';
import type { CustomerRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { findCustomers } from './find-customer.ts';

export interface ResolvedImport {
  entries: CustomerEntry[];
  /** Lines of which the store knows everything already. */
  knownCount: number;
}

interface Importing {
  importId: string;
  /** Who imports. */
  author: string;
  /** For calls that nobody took, and of which the file says nothing more. */
  words: { missed: string; call: string };
}

type Line = Exclude<PlannedLine, { kind: 'problem' }>;
/** Whose a line is: a customer of the store, or somebody who will be made. */
interface Owner {
  handle: string;
  row: CustomerRow | undefined;
  /** With what earlier lines of the file have said. */
  profile: CustomerProfile;
}

/** The channel of orders that came from a file. */
const fileChannel = 'file';

export async function resolveImport(lines: readonly Line[], importing: Importing): Promise<ResolvedImport> {
  const isKnown = await knownLines(lines);
  const ownerOf = await owners(lines);
  const hasNote = await knownNotes(lines.map(({ person }) => ownerOf(person)));
  const entriesOf = (line: Line): CustomerEntry[] => {
    const owner = ownerOf(line.person);
    if (isKnown(line)) return [];
    switch (line.kind) {
      case 'call':
        return [callEntry(line, owner.handle, importing)];
      case 'order':
        // An order by itself names nobody.
        return [orderEntry(line, owner.handle, importing), ...(owner.row ? [] : profileEntries(owner, line.person))];
      case 'customer':
        return [
          ...profileEntries(owner, line.person),
          ...(hasNote(owner, line.note) ? [] : [noteEntry(line, owner.handle, importing)]),
        ];
    }
  };
  const entries = lines.map(entriesOf);
  return { entries: entries.flat(), knownCount: entries.filter(({ length }) => length === 0).length };
}

async function knownLines(lines: readonly Line[]): Promise<(line: Line) => boolean> {
  const { touchpoints, orders } = database();
  const calls = lines.flatMap((line) => (line.kind === 'call' ? [callId(line)] : []));
  const numbers = lines.flatMap((line) => (line.kind === 'order' ? [line.order.number] : []));
  const knownCalls = new Set((await touchpoints.bulkGet(calls)).map((row) => row?.id));
  const knownNumbers = new Set((await orders.where('number').anyOf(numbers).toArray()).map((row) => row.number));
  return (line) =>
    (line.kind === 'call' && knownCalls.has(callId(line))) ||
    (line.kind === 'order' && knownNumbers.has(line.order.number));
}

/** Known by address, telephone or a name that nobody else has; else a handle of the first of these that the line has. */
async function owners(lines: readonly Line[]): Promise<(person: Person) => Owner> {
  const keysOf = ({ name, phone, email }: Person) => ({
    email: email === '' ? '' : `e:${email}`,
    phone: phoneKey(phone) === '' ? '' : `p:${phoneKey(phone)}`,
    name: email === '' && phone === '' ? `n:${nameKey(name)}` : '',
  });
  const found = await findCustomers([...new Set(lines.flatMap(({ person }) => Object.values(keysOf(person))))]);
  const byHandle = new Map<string, Owner>();
  return (person) => {
    const keys = keysOf(person);
    const named = found.get(keys.name) ?? [];
    const row = found.get(keys.email)?.[0] ?? found.get(keys.phone)?.[0] ?? (named.length === 1 ? named[0] : undefined);
    const handle = row?.id ?? newHandle(person);
    const owner = byHandle.get(handle) ?? { handle, row, profile: row?.profile ?? {} };
    byHandle.set(handle, owner);
    return owner;
  };
}

function newHandle({ name, phone, email }: Person): string {
  if (email !== '') return `email:${email}`;
  if (phoneKey(phone) !== '') return `phone:${phone.replace(/[^\d+]/g, '')}`;
  return `person:${nameKey(name) || foldText(name)}`.slice(0, 400);
}

/** Whether a customer has this note already; nothing is no news either. */
async function knownNotes(of: readonly Owner[]): Promise<(owner: Owner, text: string) => boolean> {
  const ids = new Set(of.flatMap(({ row }) => row?.id ?? []));
  const rows = await database()
    .customerNotes.where('customerId')
    .anyOf([...ids])
    .toArray();
  const known = new Set(rows.map(({ customerId, text }) => `${customerId}|${text}`));
  return ({ handle }, text) => text === '' || known.has(`${handle}|${text}`);
}

/** What a line adds to name, telephone, address and city: what is known stays as it is. Remembers it for the lines that follow. */
function profileEntries(owner: Owner, { name, phone, city, email }: Person): CustomerEntry[] {
  const { handle, row, profile: before } = owner;
  const keys = matchKeysOf({ id: handle, name: '', handles: row?.handles ?? [handle], profile: before });
  const news: CustomerProfile = {
    ...(name === '' || (before.name ?? row?.name ?? '') !== '' ? {} : { name: name.slice(0, 200) }),
    ...(phone === '' || before.phone !== undefined || keys.includes(`p:${phoneKey(phone)}`)
      ? {}
      : { phone: phone.slice(0, 60) }),
    ...(email === '' || before.email !== undefined || keys.includes(`e:${email}`) ? {} : { email }),
    ...(city === '' || (before.city ?? row?.city ?? '') !== '' ? {} : { city: city.slice(0, 100) }),
  };
  if (Object.keys(news).length === 0) return [];
  owner.profile = { ...before, ...news };
  const data = {
    customerId: handle as CustomerId,
    handle,
    note: row?.note ?? '',
    profile: owner.profile,
    changedAt: Date.now(),
  };
  return [{ kind: 'customer', key: handle, data }];
}

function noteEntry(line: Extract<Line, { kind: 'customer' }>, handle: string, { author }: Importing): CustomerEntry {
  const id = crypto.randomUUID();
  const text = line.note.slice(0, 20_000);
  return {
    kind: 'customer-note',
    key: id,
    data: { id, handle, kind: 'note', text, author, createdAt: Date.now(), isPinned: false },
  };
}

function orderEntry(line: Extract<Line, { kind: 'order' }>, handle: string, { importId }: Importing): CustomerEntry {
  const order = { ...line.order, handle, channel: fileChannel };
  return {
    kind: 'shop-order',
    key: `${fileChannel}|${order.number}`,
    data: { order, importId, importedAt: Date.now() },
  };
}

function callEntry(
  line: Extract<Line, { kind: 'call' }>,
  handle: string,
  { importId, author, words }: Importing,
): CustomerEntry {
  const id = callId(line);
  return {
    kind: 'touchpoint',
    key: id,
    data: {
      id,
      handle,
      ...(line.person.name === '' ? {} : { name: line.person.name.slice(0, 200) }),
      channel: 'phone',
      direction: line.direction,
      isMissed: line.isMissed,
      at: line.at,
      text: (line.text === '' ? (line.isMissed ? words.missed : words.call) : line.text).slice(0, 20_000),
      author,
      // An old missed call is history, not work.
      isInInbox: false,
      importId,
      createdAt: Date.now(),
      ...(line.minutes === null ? {} : { minutes: Math.min(1440, line.minutes) }),
      ...(line.orderNumber === '' ? {} : { orderNumber: line.orderNumber.slice(0, 100) }),
    },
  };
}

const callId = ({ key }: { key: string }): string => `call-${key}`.slice(0, 100);
