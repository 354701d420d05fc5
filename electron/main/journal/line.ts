// How a record lies in a segment of the journal: one line with a checksum, its place in its call, and what was safe before it.
import type { JournaledRecord } from '../../../shared/model/journal.ts';
import { crc32c } from './crc32c.ts';

/*
 * <crc32c> <length> <part>/<of> <durable> <json>\n
 *
 * crc32c   of everything after the length's space, without the line feed
 * length   of the json in bytes
 * part/of  which record of its append call: a call counts only when all its parts are there
 * durable  length of the segment that was flushed before this line was written: whatever is wrong before that point is damage,
 *          whatever is wrong behind the highest such point was never promised to anybody
 * json     a JournaledRecord; JSON text holds no raw line feed, so the reader can find its feet again at the next one
 */

/** A line found whole in a segment. `offset` and `end` in bytes, `end` behind its line feed. */
export interface Line {
  offset: number;
  end: number;
  part: number;
  of: number;
  durable: number;
  seq: number;
  /** `kind` and `key` of the record: the latest of each name is what counts. */
  name: string;
  isTombstone: boolean;
}

/** Bytes of a segment that are no whole line. */
export interface BadRange {
  from: number;
  to: number;
}

const header = /^([0-9a-f]{8}) (\d{1,9}) ((\d{1,5})\/(\d{1,5}) (\d{1,12}) )/;
const longestHeader = 48;
const lineFeed = 0x0a;

export function encodeLine(entry: JournaledRecord, part: number, of: number, durable: number): Buffer {
  const json = Buffer.from(JSON.stringify(entry));
  const checked = Buffer.concat([Buffer.from(`${part}/${of} ${durable} `), json]);
  return Buffer.concat([Buffer.from(`${crc32c(checked)} ${json.length} `), checked, Buffer.of(lineFeed)]);
}

/** The record of a whole line, without checking it again. */
export function decodeLine(bytes: Buffer): unknown {
  const match = header.exec(bytes.toString('latin1', 0, longestHeader));
  const start = match?.[0].length ?? 0;
  return JSON.parse(bytes.toString('utf8', start, bytes.length - 1));
}

/** Reads all of a segment. Nothing is thrown: what cannot be read is answered as bad. */
export function scanSegment(bytes: Buffer): { lines: Line[]; bad: BadRange[] } {
  const lines: Line[] = [];
  const bad: BadRange[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = readLine(bytes, at);
    if (line) {
      lines.push(line);
      at = line.end;
      // a line feed that rotted takes neither its own line nor the next one along
      if (bytes[at - 1] !== lineFeed) bad.push({ from: at - 1, to: at });
      continue;
    }
    const feed = bytes.indexOf(lineFeed, at);
    const next = feed === -1 ? bytes.length : feed + 1;
    const last = bad.at(-1);
    if (last?.to === at) last.to = next;
    else bad.push({ from: at, to: next });
    at = next;
  }
  return { lines, bad };
}

function readLine(bytes: Buffer, offset: number): Line | undefined {
  const match = header.exec(bytes.toString('latin1', offset, offset + longestHeader));
  if (!match) return undefined;
  const [whole = '', crc = '', length = '', checkedHead = '', part = '', of = '', durable = ''] = match;
  const jsonFrom = offset + whole.length;
  const jsonTo = jsonFrom + Number(length);
  if (jsonTo >= bytes.length) return undefined;
  if (crc32c(bytes.subarray(jsonFrom - checkedHead.length, jsonTo)) !== crc) return undefined;
  const entry = parseEntry(bytes.toString('utf8', jsonFrom, jsonTo));
  if (!entry) return undefined;
  return { offset, end: jsonTo + 1, part: Number(part), of: Number(of), durable: Number(durable), ...entry };
}

/** Only what the journal itself needs of a record: its full shape is checked when it is read. */
function parseEntry(json: string): Pick<Line, 'seq' | 'name' | 'isTombstone'> | undefined {
  try {
    const { seq, record } = JSON.parse(json) as Partial<JournaledRecord>;
    if (typeof seq !== 'number' || !record) return undefined;
    return { seq, name: `${record.kind}\n${record.key}`, isTombstone: record.data === null };
  } catch {
    return undefined; // the checksum was right by chance, or another program wrote here: bad either way
  }
}
