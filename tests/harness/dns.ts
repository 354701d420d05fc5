// A tiny DNS server on loopback UDP that answers from a table, for tests of server discovery.
import { createSocket } from 'node:dgram';

/** Records by lower-case name. A name that is in no table does not exist; `fails` answers SERVFAIL; `silent` never answers. */
export interface DnsTable {
  a?: Readonly<Record<string, readonly string[]>>;
  mx?: Readonly<Record<string, readonly { exchange: string; priority: number }[]>>;
  srv?: Readonly<Record<string, readonly { name: string; port: number; priority: number; weight: number }[]>>;
  txt?: Readonly<Record<string, readonly string[]>>;
  fails?: readonly string[];
  silent?: readonly string[];
}

export interface DnsServer {
  readonly port: number;
  /** For `Resolver.setServers`. */
  readonly address: string;
  /** Questions so far, as `MX shop.example`. */
  questions(): readonly string[];
  setTable(table: DnsTable): void;
  stop(): Promise<void>;
}

const typeCodes = { a: 1, mx: 15, txt: 16, srv: 33 } as const;
type RecordType = keyof typeof typeCodes;

interface Question {
  name: string;
  typeCode: number;
  /** Where the question ends in the packet. */
  end: number;
}

/** The first question; undefined when the packet is not one (RFC 1035, 4.1). */
function readQuestion(packet: Buffer): Question | undefined {
  if (packet.length < 17 || packet.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = 12;
  for (;;) {
    const length = packet[at];
    if (length === undefined || length > 63 || at + length + 5 > packet.length) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(packet.subarray(at, at + length).toString('latin1'));
    at += length;
  }
  return { name: labels.join('.').toLowerCase(), typeCode: packet.readUInt16BE(at), end: at + 4 };
}

function encodeName(name: string): Buffer {
  const labels = name
    .replace(/\.$/u, '')
    .split('.')
    .filter((label) => label !== '');
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

function recordData(table: DnsTable, type: RecordType, name: string): Buffer[] {
  switch (type) {
    case 'a':
      return (table.a?.[name] ?? []).map((address) => Buffer.from(address.split('.').map(Number)));
    case 'mx':
      return (table.mx?.[name] ?? []).map(({ exchange, priority }) =>
        Buffer.concat([numbers(priority), encodeName(exchange)]),
      );
    case 'txt':
      return (table.txt?.[name] ?? []).map((text) =>
        Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]),
      );
    case 'srv':
      return (table.srv?.[name] ?? []).map((record) =>
        Buffer.concat([numbers(record.priority, record.weight, record.port), encodeName(record.name)]),
      );
  }
}

function answerTo(packet: Buffer, question: Question, table: DnsTable): Buffer {
  const type = (Object.keys(typeCodes) as RecordType[]).find((key) => typeCodes[key] === question.typeCode);
  const hasFailed = table.fails?.includes(question.name) ?? false;
  const data = type === undefined || hasFailed ? [] : recordData(table, type, question.name);
  const isKnown = Object.keys(typeCodes).some((key) => table[key as RecordType]?.[question.name] !== undefined);
  const code = hasFailed ? 2 : isKnown ? 0 : 3;
  // Response, authoritative, recursion available; the name is a pointer to the question.
  const header = Buffer.concat([packet.subarray(0, 2), numbers(0x8580 | code, 1, data.length, 0, 0)]);
  const records = data.map((bytes) =>
    Buffer.concat([numbers(0xc00c, question.typeCode, 1, 0, 60, bytes.length), bytes]),
  );
  return Buffer.concat([header, packet.subarray(12, question.end), ...records]);
}

/** Starts the server on 127.0.0.1 and a port that the system picks. Answers stay under 4 kB and go out once per question. */
export async function startDns(initial: DnsTable = {}): Promise<DnsServer> {
  let table = initial;
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (packet, from) => {
    const question = readQuestion(packet);
    if (question === undefined) return;
    const type =
      Object.entries(typeCodes).find(([, code]) => code === question.typeCode)?.[0] ?? String(question.typeCode);
    if (asked.length < 10_000) asked.push(`${type.toUpperCase()} ${question.name}`);
    if (table.silent?.includes(question.name) === true) return;
    socket.send(answerTo(packet, question, table), from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  const { port } = socket.address();
  return {
    port,
    address: `127.0.0.1:${String(port)}`,
    questions: () => [...asked],
    setTable(wanted) {
      table = wanted;
    },
    stop: () =>
      new Promise((resolve) => {
        socket.close(() => {
          resolve();
        });
      }),
  };
}
