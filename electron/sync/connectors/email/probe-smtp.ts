// The SMTP side of a connection test: greeting, STARTTLS, login, and whether the sender's address is accepted. Nothing is sent.
import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { AppError } from '../../../../shared/errors.ts';
import { smtpError } from './error.ts';
import type { Opening, ProbeDialogue } from './probe-connect.ts';
import type { Line } from './probe-line.ts';
import { bearerWords } from './sign-in.ts';

interface Reply {
  code: number;
  /** The texts of its lines. */
  lines: string[];
}

/** A server has some ten extensions; more than this is not a reply. */
const replyLineLimit = 200;

async function readReply(line: Line, answerMs: number): Promise<Reply> {
  const lines: string[] = [];
  for (let count = 0; count < replyLineLimit; count += 1) {
    const text = await line.read(answerMs);
    const match = /^(\d{3})(?:([ -])(.*))?$/u.exec(text);
    if (match === null) {
      throw new AppError('unsupported', text.slice(0, 200), { detail: { reason: 'wrong-protocol' } });
    }
    lines.push(match[3] ?? '');
    if (match[2] !== '-') return { code: Number(match[1]), lines };
  }
  throw new AppError('bad-data', 'The server answers without end');
}

async function ask(line: Line, command: string, answerMs: number): Promise<Reply> {
  line.write(`${command}\r\n`);
  return readReply(line, answerMs);
}

/** The server's no, translated as if the library that sends mail had heard it. */
function refusal({ code, lines }: Reply, libraryCode: string): AppError {
  const response = `${String(code)} ${lines.join(' ')}`;
  return smtpError(Object.assign(new Error(response), { code: libraryCode, responseCode: code, response }));
}

async function greetClient(line: Line, answerMs: number): Promise<string[]> {
  // An address literal needs no name of this machine (RFC 5321, 4.1.3).
  const reply = await ask(line, 'EHLO [127.0.0.1]', answerMs);
  if (reply.code !== 250) throw refusal(reply, 'EPROTOCOL');
  return reply.lines.slice(1).map((text) => text.trim().toUpperCase());
}

/** The beginning of an SMTP session. */
export const smtpOpening: Opening = {
  async greet(line, answerMs) {
    const reply = await readReply(line, answerMs);
    if (reply.code !== 220) throw refusal(reply, 'EPROTOCOL');
  },
  async askForTls(line, answerMs) {
    const extensions = await greetClient(line, answerMs);
    if (!extensions.includes('STARTTLS')) {
      throw new AppError('tls-untrusted', 'The server offers no encryption', { detail: { reason: 'no-starttls' } });
    }
    const reply = await ask(line, 'STARTTLS', answerMs);
    if (reply.code >= 400 && reply.code < 500) throw refusal(reply, 'ETLS');
    if (reply.code !== 220) {
      throw new AppError('tls-untrusted', reply.lines.join(' ').slice(0, 300), { detail: { reason: 'no-starttls' } });
    }
  },
};

function mechanismsOf(extensions: readonly string[]): string[] {
  // `AUTH=LOGIN` is how servers of the nineties said it, and some still do.
  return extensions.filter((text) => /^AUTH[ =]/u.test(text)).flatMap((text) => text.slice(5).split(/\s+/u));
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Logs in the way the sending side does: PLAIN, else LOGIN, else CRAM-MD5. Throws `auth-failed` with the server's words, `server-busy`,
 * and `unsupported` before the password is sent when no password is wanted (`oauth-only`, `no-login`). The line must be trusted.
 */
export async function logInToSmtp(
  { line }: ProbeDialogue,
  userName: string,
  password: string,
  answerMs: number,
): Promise<void> {
  const mechanisms = mechanismsOf(await greetClient(line, answerMs));
  let reply: Reply;
  if (mechanisms.includes('PLAIN')) {
    reply = await ask(line, `AUTH PLAIN ${base64(`\u0000${userName}\u0000${password}`)}`, answerMs);
  } else if (mechanisms.includes('LOGIN')) {
    reply = await ask(line, 'AUTH LOGIN', answerMs);
    if (reply.code === 334) reply = await ask(line, base64(userName), answerMs);
    if (reply.code === 334) reply = await ask(line, base64(password), answerMs);
  } else if (mechanisms.includes('CRAM-MD5')) {
    reply = await ask(line, 'AUTH CRAM-MD5', answerMs);
    if (reply.code === 334) {
      const challenge = Buffer.from(reply.lines[0] ?? '', 'base64');
      const digest = createHmac('md5', password).update(challenge).digest('hex');
      reply = await ask(line, base64(`${userName} ${digest}`), answerMs);
    }
  } else {
    const isOauth = mechanisms.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER');
    throw new AppError('unsupported', `The server offers no login with a password: ${mechanisms.join(' ')}`, {
      detail: { reason: isOauth ? 'oauth-only' : 'no-login' },
    });
  }
  if (reply.code !== 235) throw refusal(reply, 'EAUTH');
}

/** As {@link logInToSmtp}, with a token. `unsupported` (`no-token-login`) before it is sent where the server takes none. */
export async function logInWithToken(
  { line }: ProbeDialogue,
  userName: string,
  token: string,
  answerMs: number,
): Promise<void> {
  const mechanisms = mechanismsOf(await greetClient(line, answerMs));
  if (!mechanisms.includes('XOAUTH2')) {
    throw new AppError('unsupported', `The server takes no sign-in through the browser: ${mechanisms.join(' ')}`, {
      detail: { reason: 'no-token-login' },
    });
  }
  let reply = await ask(line, `AUTH XOAUTH2 ${bearerWords(userName, token)}`, answerMs);
  if (reply.code === 334) reply = await ask(line, '', answerMs);
  if (reply.code !== 235) throw refusal(reply, 'EAUTH');
}

/** Names the sender and takes it back. Throws `refused` or `server-busy` with the server's words, `bad-data` for no address. */
export async function tryAsSender({ line }: ProbeDialogue, address: string, answerMs: number): Promise<void> {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (at < 1 || domain === '' || /[\u0000-\u0020\u007f<>]/u.test(address))
    throw new AppError('bad-data', 'The sender is no e-mail address');
  const reply = await ask(line, `MAIL FROM:<${address.slice(0, at)}@${domain}>`, answerMs);
  if (reply.code !== 250) throw refusal(reply, 'EENVELOPE');
  await ask(line, 'RSET', answerMs);
  line.write('QUIT\r\n');
}
