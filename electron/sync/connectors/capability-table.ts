// What each connector can do, straight from the manifests: as rows of plain data, and as a table for a terminal.
import { registry } from './registry.ts';

/** One connector. `maxReplyChars` null: no limit. */
export interface CapabilityRow {
  id: string;
  label: string;
  read: boolean;
  reply: boolean;
  attachmentsIn: boolean;
  attachmentsOut: boolean;
  orders: boolean;
  reviews: boolean;
  deadline: boolean;
  moderated: boolean;
  maxReplyChars: number | null;
  pollSeconds: number;
}

/** In the order of the registry. */
export function capabilityRows(): CapabilityRow[] {
  return registry.map(({ manifest }) => {
    const { id, label, capabilities, outgoingFiles, maxReplyChars = null, pollEveryMs } = manifest;
    const { read, reply, attachmentsIn, orders, reviews, deadline, moderated } = capabilities;
    return {
      id,
      label,
      read,
      reply,
      attachmentsIn,
      attachmentsOut: outgoingFiles !== undefined,
      orders,
      reviews,
      deadline,
      moderated,
      maxReplyChars,
      pollSeconds: pollEveryMs / 1000,
    };
  });
}

const titles: Readonly<Record<keyof CapabilityRow, string>> = {
  id: 'id',
  label: 'label',
  read: 'read',
  reply: 'reply',
  attachmentsIn: 'files in',
  attachmentsOut: 'files out',
  orders: 'orders',
  reviews: 'reviews',
  deadline: 'deadline',
  moderated: 'moderated',
  maxReplyChars: 'longest reply',
  pollSeconds: 'asks every',
};

export function capabilityTable(rows: readonly CapabilityRow[]): string {
  const columns = Object.keys(titles) as (keyof CapabilityRow)[];
  const lines = [
    columns.map((column) => titles[column]),
    ...rows.map((row) => columns.map((column) => cell(row, column))),
  ];
  const widths = columns.map((_column, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((words, index) => words.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cell(row: CapabilityRow, column: keyof CapabilityRow): string {
  const value = row[column];
  if (column === 'pollSeconds') return `${String(value)} s`;
  if (value === null) return 'no limit';
  return typeof value === 'boolean' ? (value ? 'yes' : '–') : String(value);
}
