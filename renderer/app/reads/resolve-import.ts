// Finds whose each line of an import is, and leaves out what the store knows already.
import { foldText } from '../../../shared/language/fold.ts';
import type { CustomerEntry } from '../../../shared/model/journal.ts';
import { nameKey, phoneKey } from '../../../shared/service/same-person.ts';
import type { Person, PlannedLine } from '../../../shared/service/import/plan-import.ts';
import { database } from './database.ts';
import { findCustomerByEmail, findCustomerByName, findCustomerByPhone } from './find-customer.ts';

export interface ResolvedImport {
  entries: CustomerEntry[];
  /** Lines that are in the store already. */
  knownCount: number;
  /** People who will be made. */
  newCount: number;
}

/** The channel of orders that came from a file. */
const fileChannel = 'file';

/** @param author who imports @param missedWords for calls that nobody took and of which the file says nothing more */
export async function resolveImport(
  lines: readonly PlannedLine[],
  importId: string,
  author: string,
  words: { missed: string; call: string },
): Promise<ResolvedImport> {
  const entries: CustomerEntry[] = [];
  const made = new Set<string>();
  let knownCount = 0;
  for (const line of lines) {
    if (line.kind === 'problem') continue;
    if (await isKnown(line)) {
      knownCount += 1;
      continue;
    }
    const { handle, isNew } = await handleOf(line.person);
    if (isNew) made.add(handle);
    if (line.kind === 'order') {
      const order = { ...line.order, handle, channel: fileChannel };
      entries.push({
        kind: 'shop-order',
        key: `${fileChannel}|${order.number}`,
        data: { order, importId, importedAt: Date.now() },
      });
    } else entries.push(callEntry(line, handle, { importId, author, words }));
    // What a line adds to a person: seen by the next one through the name that the record carries.
    if (isNew && line.kind === 'order') entries.push(...profileOf(handle, line.person));
  }
  return { entries, knownCount, newCount: made.size };
}

function callEntry(
  line: Extract<PlannedLine, { kind: 'call' }>,
  handle: string,
  { importId, author, words }: { importId: string; author: string; words: { missed: string; call: string } },
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

async function isKnown(line: Exclude<PlannedLine, { kind: 'problem' }>): Promise<boolean> {
  const { touchpoints, orders } = database();
  if (line.kind === 'call') return (await touchpoints.get(callId(line))) !== undefined;
  return (await orders.where('number').equals(line.order.number).count()) > 0;
}

/** Known by address, telephone or a name that nobody else has; else a handle of the first of these that the line has. */
async function handleOf({ name, phone, email }: Person): Promise<{ handle: string; isNew: boolean }> {
  const known =
    (await findCustomerByEmail(email)) ??
    (await findCustomerByPhone(phone)) ??
    (email === '' && phone === '' ? await findCustomerByName(name) : undefined);
  if (known) return { handle: known.id, isNew: false };
  if (email !== '') return { handle: `email:${email}`, isNew: true };
  if (phoneKey(phone) !== '') return { handle: `phone:${phone.replace(/[^\d+]/g, '')}`, isNew: true };
  return { handle: `person:${nameKey(name) || foldText(name)}`.slice(0, 400), isNew: true };
}

/** A new customer's name, telephone and city: an order by itself names nobody. */
function profileOf(handle: string, { name, phone, city, email }: Person): CustomerEntry[] {
  const profile = {
    ...(name === '' ? {} : { name: name.slice(0, 200) }),
    ...(phone === '' || handle.startsWith('phone:') ? {} : { phone: phone.slice(0, 60) }),
    ...(email === '' || handle.startsWith('email:') ? {} : { email }),
    ...(city === '' ? {} : { city: city.slice(0, 100) }),
  };
  if (Object.keys(profile).length === 0) return [];
  const changedAt = Date.now();
  return [
    { kind: 'customer', key: handle, data: { customerId: handle as never, handle, note: '', profile, changedAt } },
  ];
}
