// The IMAP side of a connection test: greeting and STARTTLS word by word, then login and inbox through the real client.
import { AppError } from '../../../../shared/errors.ts';
import { imapError, imapRefusal } from './error.ts';
import type { ImapConnection } from './imap-client.ts';
import type { Opening, ProbeDialogue } from './probe-connect.ts';
import type { Line } from './probe-line.ts';

/** Untagged answers to CAPABILITY or STARTTLS; a server sends one or two. */
const answerLineLimit = 50;

interface Answer {
  status: string;
  text: string;
  /** The lines before the tagged one. */
  untagged: string[];
}

async function ask(line: Line, command: string, answerMs: number): Promise<Answer> {
  const tag = 'probe1';
  line.write(`${tag} ${command}\r\n`);
  const untagged: string[] = [];
  for (let count = 0; count < answerLineLimit; count += 1) {
    const text = await line.read(answerMs);
    const match = /^probe1 (OK|NO|BAD)\b ?(.*)$/iu.exec(text);
    if (match !== null) return { status: match[1]?.toUpperCase() ?? '', text: match[2] ?? '', untagged };
    if (/^\* BYE\b/iu.test(text)) throw bye(text);
    untagged.push(text);
  }
  throw new AppError('bad-data', 'The server answers without end');
}

function bye(text: string): AppError {
  const reason = text.replace(/^\* BYE ?/iu, '').slice(0, 300);
  return imapError(Object.assign(new Error(reason), { code: 'NoConnection', reason }));
}

/** The words after CAPABILITY in any of the lines, upper case. */
function capabilitiesIn(lines: readonly string[]): string[] {
  return lines
    .map((text) => /^\* CAPABILITY (.*)$/iu.exec(text)?.[1])
    .filter((list) => list !== undefined)
    .flatMap((list) => list.trim().toUpperCase().split(/\s+/u));
}

/** The beginning of an IMAP session. */
export const imapOpening: Opening = {
  async greet(line, answerMs) {
    const text = await line.read(answerMs);
    if (/^\* BYE\b/iu.test(text)) throw bye(text);
    if (/^\* PREAUTH\b/iu.test(text)) {
      // Whoever says so on an unencrypted line keeps the client from encrypting it.
      throw new AppError('tls-untrusted', 'The server wants no login', { detail: { reason: 'no-starttls' } });
    }
    if (!/^\* OK\b/iu.test(text)) {
      throw new AppError('unsupported', text.slice(0, 200), { detail: { reason: 'wrong-protocol' } });
    }
  },
  async askForTls(line, answerMs) {
    const { untagged } = await ask(line, 'CAPABILITY', answerMs);
    if (!capabilitiesIn(untagged).includes('STARTTLS')) {
      throw new AppError('tls-untrusted', 'The server offers no encryption', { detail: { reason: 'no-starttls' } });
    }
    const { status, text } = await ask(line, 'STARTTLS', answerMs);
    if (status !== 'OK') throw new AppError('tls-untrusted', text.slice(0, 300), { detail: { reason: 'no-starttls' } });
  },
};

/**
 * How the server takes logins, asked on the trusted line. Throws `unsupported` (`oauth-only`, `no-login`) when it wants no password, or
 * (`no-token-login`) no token where one is to be used; resolves with whether it advertises a token login beside or instead of a password.
 */
export async function askForLogins(
  { line }: ProbeDialogue,
  usesToken: boolean,
  answerMs: number,
): Promise<{ prefersTokens: boolean }> {
  const { untagged } = await ask(line, 'CAPABILITY', answerMs);
  line.write('probe2 LOGOUT\r\n');
  const capabilities = capabilitiesIn(untagged);
  const takesTokens = capabilities.includes('AUTH=XOAUTH2') || capabilities.includes('AUTH=OAUTHBEARER');
  const takesPasswords = capabilities.includes('AUTH=PLAIN') || capabilities.includes('AUTH=LOGIN');
  if (usesToken && !takesTokens) {
    throw new AppError('unsupported', 'The server takes no sign-in through the browser', {
      detail: { reason: 'no-token-login' },
    });
  }
  if (!usesToken && !takesPasswords && capabilities.includes('LOGINDISABLED')) {
    throw new AppError('unsupported', 'The server takes no login with a password', {
      detail: { reason: takesTokens ? 'oauth-only' : 'no-login' },
    });
  }
  // LOGIN works wherever it is not forbidden (RFC 9051, 6.2.3), so a missing AUTH=PLAIN alone decides nothing.
  return { prefersTokens: takesTokens && !takesPasswords };
}

/** Opens the inbox for reading and logs out. Throws `refused`, `gone`, `server-busy`, `offline`. */
export async function openInbox({ client, lastWords }: ImapConnection): Promise<void> {
  try {
    const mailbox: unknown = await client.mailboxOpen('INBOX', { readOnly: true });
    if (mailbox === false || mailbox === undefined) throw imapRefusal('The inbox', lastWords());
    await client.logout();
  } catch (error) {
    throw imapError(error);
  } finally {
    client.close();
  }
}
