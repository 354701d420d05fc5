// A small IMAP server on loopback that can be as odd as a test wants: what Dovecot will not do on demand.
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface QuirkMail {
  uid: number;
  /** Header block and body, CRLF; one text part. */
  raw: string;
  flags?: string[];
  gmailId?: string;
}

export interface QuirkOptions {
  greeting?: string;
  /** After CAPABILITY; `IMAP4rev1` unless told. */
  capabilities?: string;
  /** LIST answers without `* LIST `. */
  folders?: string[];
  mails?: QuirkMail[];
  uidNext?: number;
  /**
   * Looks at each command (without its tag). A string is sent instead of the usual answer, `%` standing for the tag; null closes
   * the line; undefined: as usual.
   */
  onCommand?: (command: string, session: number) => string | null | undefined;
  /** BODYSTRUCTURE of a mail; one text/plain part unless told. */
  structureOf?: (mail: QuirkMail) => string | undefined;
}

export interface QuirkServer {
  readonly port: number;
  readonly commands: string[];
  sessions(): number;
  stop(): Promise<void>;
}

const literal = (text: string): string => `{${String(Buffer.byteLength(text))}}\r\n${text}`;
const quoted = (text: string): string => `"${text}"`;

function headerOf(raw: string): string {
  return raw.slice(0, raw.indexOf('\r\n\r\n') + 4);
}

function fieldsOf(raw: string, names: readonly string[]): string {
  const lines = headerOf(raw).split(/\r\n(?![ \t])/);
  return `${lines.filter((line) => names.includes((line.split(':')[0] ?? '').toLowerCase())).join('\r\n')}\r\n\r\n`;
}

function uidsIn(set: string, mails: readonly QuirkMail[]): QuirkMail[] {
  const highest = mails.at(-1)?.uid ?? 0;
  const ranges = set.split(',').map((part) => part.split(':').map((end) => (end === '*' ? highest : Number(end))));
  return mails.filter(({ uid }) =>
    ranges.some(([from = 0, to = from]) => uid >= Math.min(from, to) && uid <= Math.max(from, to)),
  );
}

function fetchLine(mail: QuirkMail, index: number, wanted: string, options: QuirkOptions): string {
  const body = mail.raw.slice(headerOf(mail.raw).length);
  const items = [`UID ${String(mail.uid)}`];
  if (wanted.includes('FLAGS')) items.push(`FLAGS (${(mail.flags ?? []).join(' ')})`);
  if (wanted.includes('INTERNALDATE')) items.push('INTERNALDATE "05-Jan-2026 10:00:00 +0000"');
  if (wanted.includes('RFC822.SIZE')) items.push(`RFC822.SIZE ${String(mail.raw.length)}`);
  if (wanted.includes('X-GM-MSGID') && mail.gmailId !== undefined) items.push(`X-GM-MSGID ${mail.gmailId}`);
  if (wanted.includes('BODYSTRUCTURE')) {
    const usual = `("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" ${String(Buffer.byteLength(body))} 1 NIL NIL NIL NIL)`;
    items.push(`BODYSTRUCTURE ${options.structureOf?.(mail) ?? usual}`);
  }
  const names = /BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]/.exec(wanted)?.[1];
  if (names !== undefined) {
    const list = names.toLowerCase().split(' ');
    items.push(`BODY[HEADER.FIELDS (${names})] ${literal(fieldsOf(mail.raw, list))}`);
  }
  const partial = /BODY\.PEEK\[HEADER\]<0\.(\d+)>/.exec(wanted)?.[1];
  if (partial !== undefined) items.push(`BODY[HEADER]<0> ${literal(headerOf(mail.raw).slice(0, Number(partial)))}`);
  if (wanted.includes('BODY.PEEK[1]')) items.push(`BODY[1] ${literal(body)}`);
  return `* ${String(index + 1)} FETCH (${items.join(' ')})\r\n`;
}

function answer(command: string, options: QuirkOptions, ids: string): string {
  const [verb = '', second = ''] = command.toUpperCase().split(' ');
  const mails = options.mails ?? [];
  if (verb === 'CAPABILITY') return `* CAPABILITY ${options.capabilities ?? 'IMAP4rev1'}\r\n${ids} OK\r\n`;
  if (verb === 'NAMESPACE') return `* NAMESPACE (("" "/")) NIL NIL\r\n${ids} OK\r\n`;
  if (command === 'LIST "" ""') return `* LIST (\\Noselect) "/" ""\r\n${ids} OK\r\n`;
  if (verb === 'LIST') {
    const folders = options.folders ?? ['() "/" INBOX'];
    return `${folders.map((folder) => `* LIST ${folder}\r\n`).join('')}${ids} OK\r\n`;
  }
  if (verb === 'SELECT') {
    const uidNext = options.uidNext ?? (mails.at(-1)?.uid ?? 0) + 1;
    const isInbox = /SELECT "?INBOX"?$/i.test(command);
    return `* FLAGS (\\Seen \\Answered)\r\n* ${String(isInbox ? mails.length : 0)} EXISTS\r\n* OK [UIDVALIDITY 77] ok\r\n* OK [UIDNEXT ${String(uidNext)}] ok\r\n${ids} OK [READ-WRITE] done\r\n`;
  }
  if (verb === 'STATUS') return `* STATUS ${quoted('x')} (MESSAGES 0 UIDNEXT 1)\r\n${ids} OK\r\n`;
  if (verb === 'UID' && second === 'SEARCH') {
    const set = /UID SEARCH UID (\S+)$/i.exec(command)?.[1];
    const found = set === undefined ? mails : uidsIn(set, mails);
    const some = /ANSWERED|SEEN$/i.test(command) ? [] : found;
    return `* SEARCH ${some.map(({ uid }) => String(uid)).join(' ')}\r\n${ids} OK\r\n`;
  }
  if (verb === 'UID' && second === 'FETCH') {
    const [, set = '', wanted = ''] = /UID FETCH (\S+) (.*)$/i.exec(command) ?? [];
    const lines = uidsIn(set, mails).map((mail) => fetchLine(mail, mails.indexOf(mail), wanted, options));
    return `${lines.join('')}${ids} OK\r\n`;
  }
  if (verb === 'LOGOUT') return `* BYE bye\r\n${ids} OK\r\n`;
  return `${ids} OK\r\n`;
}

/** Starts the server on a free port, in clear. */
export async function startQuirkImap(options: QuirkOptions): Promise<QuirkServer> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let sessions = 0;
  const server = createServer((socket) => {
    sessions += 1;
    const session = sessions;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write(`${options.greeting ?? '* OK ready'}\r\n`);
    let rest = '';
    socket.on('data', (bytes) => {
      rest += bytes.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const space = line.indexOf(' ');
        const [id, command] = [line.slice(0, space), line.slice(space + 1)];
        commands.push(command);
        const scripted = options.onCommand?.(command, session);
        if (scripted === null) socket.destroy();
        else socket.write(scripted?.replaceAll('%', id) ?? answer(command, options, id));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    sessions: () => sessions,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
