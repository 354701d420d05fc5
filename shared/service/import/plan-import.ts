// Turns the lines of a file into calls, orders or customers, with a clear reason for each line that cannot be one.
import { foldText } from '../../language/fold.ts';
import { isEmailAddress, normaliseAddress } from '../../mail/addresses.ts';
import type { Order } from '../../model/customer.ts';
import { phoneKey } from '../same-person.ts';
import type { ImportField, ImportKind, Mapping } from './columns.ts';
import {
  readAmount,
  readCurrency,
  readDate,
  readDirection,
  readMinutes,
  readMissed,
  readStatus,
} from './read-values.ts';

/** Why a line is left out. */
export type LineProblem = 'no-date' | 'no-number' | 'nobody' | 'bad-amount' | 'repeated';

/** How a line names a person; empty parts are not known. */
export interface Person {
  name: string;
  phone: string;
  email: string;
  city: string;
}

export type PlannedLine = { line: number; person: Person } & (
  | { kind: 'problem'; problem: LineProblem; text: string }
  | {
      kind: 'call';
      key: string;
      at: number;
      direction: 'in' | 'out';
      isMissed: boolean;
      text: string;
      minutes: number | null;
      orderNumber: string;
    }
  | { kind: 'order'; key: string; order: Omit<Order, 'handle' | 'channel'> }
  | { kind: 'customer'; key: string; note: string }
);

export interface ImportFile {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface ImportOptions {
  zone: string;
  /** For amounts that name none. */
  currency: string;
}

/** Lines are numbered as a spreadsheet shows them: the heading is line 1. Lines that say the same twice are told, and kept once. */
export function planImport(
  kind: ImportKind,
  file: ImportFile,
  mapping: Mapping,
  options: ImportOptions,
): PlannedLine[] {
  const seen = new Map<string, PlannedLine>();
  const planned: PlannedLine[] = [];
  file.rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const value = (field: ImportField): string =>
      mapping[field] === undefined ? '' : (row[mapping[field]] ?? '').trim();
    const line = index + 2;
    const made =
      kind === 'calls'
        ? callOf(line, value, file.header[mapping.missed ?? -1] ?? '', options)
        : kind === 'orders'
          ? orderOf(line, value, options)
          : customerOf(line, value);
    const words = row.filter((cell) => cell.trim() !== '').join(' · ');
    if (made.kind === 'problem') {
      planned.push({ ...made, text: made.text || words });
      return;
    }
    const before = seen.get(made.key);
    if (before && joined(before, made)) return;
    if (before) {
      planned.push({ line, person: made.person, kind: 'problem', problem: 'repeated', text: words });
      return;
    }
    seen.set(made.key, made);
    planned.push(made);
  });
  return planned;
}

type ValueOf = (field: ImportField) => string;

function personOf(value: ValueOf): Person {
  const email = normaliseAddress(value('email'));
  return {
    name: `${value('name')} ${value('surname')}`.trim(),
    phone: phoneKey(value('phone')) === '' ? '' : value('phone'),
    email: isEmailAddress(email) ? email : '',
    city: value('city'),
  };
}

/** The same for two lines about one person, in one spelling or another. */
const whoOf = ({ name, phone, email }: Person): string => phoneKey(phone) || email || foldText(name);

const isNobody = ({ name, phone, email }: Person): boolean => name === '' && phone === '' && email === '';

function callOf(line: number, value: ValueOf, missedHeading: string, { zone }: ImportOptions): PlannedLine {
  const person = personOf(value);
  const at = readDate(value('at'), zone);
  if (at === null) return { line, person, kind: 'problem', problem: 'no-date', text: value('at') };
  if (isNobody(person)) return { line, person, kind: 'problem', problem: 'nobody', text: value('text') };
  const direction = readDirection(value('direction')) ?? 'in';
  const isMissed =
    readMissed(value('missed'), missedHeading) || /missed|cevapsiz|αναπαντ/.test(foldText(value('direction')));
  // The same call in two exports has the same minute and the same person.
  const key = `${String(Math.floor(at / 60_000))}|${direction}|${whoOf(person)}`;
  return {
    line,
    person,
    kind: 'call',
    key,
    at,
    direction,
    isMissed,
    text: value('text'),
    minutes: readMinutes(value('minutes')),
    orderNumber: value('order'),
  };
}

function orderOf(line: number, value: ValueOf, { zone, currency }: ImportOptions): PlannedLine {
  const person = personOf(value);
  const number = value('number').replace(/^#/, '');
  const problem = (which: LineProblem, text: string): PlannedLine => ({
    line,
    person,
    kind: 'problem',
    problem: which,
    text,
  });
  if (number === '') return problem('no-number', value('item'));
  const placedAt = readDate(value('at'), zone);
  if (placedAt === null) return problem('no-date', value('at'));
  if (isNobody(person)) return problem('nobody', number);
  const total = value('total') === '' ? 0 : readAmount(value('total'));
  if (total === null) return problem('bad-amount', value('total'));
  const quantity = Math.max(1, Math.floor(Number(value('quantity').replace(',', '.')) || 1));
  const title = value('item');
  return {
    line,
    person,
    kind: 'order',
    key: number,
    order: {
      number: number.slice(0, 100),
      placedAt,
      status: readStatus(value('status')) ?? 'paid',
      totalMinor: total,
      currency: readCurrency(value('currency')) ?? readCurrency(value('total')) ?? currency,
      items:
        title === '' ? [] : [{ title, quantity, priceMinor: quantity === 1 ? total : Math.round(total / quantity) }],
      ...(value('carrier') === '' ? {} : { carrier: value('carrier') }),
      ...(value('tracking') === '' ? {} : { trackingNumber: value('tracking') }),
    },
  };
}

function customerOf(line: number, value: ValueOf): PlannedLine {
  const person = personOf(value);
  if (isNobody(person)) return { line, person, kind: 'problem', problem: 'nobody', text: value('note') };
  return { line, person, kind: 'customer', key: person.email || whoOf(person), note: value('note') };
}

/** Many shops write one line per item: a further line of the same order and day with another item joins it. */
function joined(before: PlannedLine, made: PlannedLine): boolean {
  if (before.kind !== 'order' || made.kind !== 'order') return false;
  const [item] = made.order.items;
  const isAnother = item !== undefined && !before.order.items.some(({ title }) => title === item.title);
  if (!isAnother || before.order.placedAt !== made.order.placedAt) return false;
  before.order.items.push(item);
  return true;
}
