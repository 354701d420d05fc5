// Whether the receiving server vouches for the sender's domain: Authentication-Results (RFC 8601), and which of them can be believed.
import { isWithin } from './marketplaces.ts';

/** One result of a check: `dkim=pass header.d=shop.example`. */
export interface AuthResult {
  method: string;
  result: string;
  /** `header.d`, `header.from`, `smtp.mailfrom`, … in lower case. */
  properties: ReadonlyMap<string, string>;
}

export interface AuthResults {
  /** The server that checked; '' where it does not name itself (Exchange Online). */
  authserv: string;
  results: AuthResult[];
}

/** One field of a header block, in the order of the block. */
export interface HeaderLine {
  /** Lower case. */
  name: string;
  /** Unfolded. */
  value: string;
}

/** A real one is some 600 characters; a forged one may be endless. */
const maxFieldChars = 10_000;

function withoutComments(value: string): string {
  let out = '';
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < Math.min(value.length, maxFieldChars); index++) {
    const letter = value.charAt(index);
    if (letter === '\\') {
      if (depth === 0) out += value.charAt(index + 1);
      index++;
    } else if (depth === 0 && letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === '(') depth++;
    else if (!isQuoted && letter === ')' && depth > 0) depth--;
    // a semicolon inside quotes is no end of a result
    else if (depth === 0) out += isQuoted && letter === ';' ? ' ' : letter;
  }
  return out;
}

/** Reads one Authentication-Results field; what cannot be read is left out. */
export function parseAuthResults(value: string): AuthResults {
  const parts = withoutComments(value).split(';');
  const [head = ''] = parts;
  const namesServer = !head.includes('=');
  const authserv = namesServer ? (head.trim().split(/\s+/)[0] ?? '').toLowerCase() : '';
  const results: AuthResult[] = [];
  for (const part of namesServer ? parts.slice(1) : parts) {
    const pairs = [...part.matchAll(/([a-z0-9._/-]+)\s*=\s*([^\s=]+)/gi)];
    const [first, ...rest] = pairs;
    if (first === undefined) continue;
    results.push({
      method: (first[1] ?? '').toLowerCase().replace(/\/.*$/, ''),
      result: (first[2] ?? '').toLowerCase(),
      properties: new Map(rest.map((pair) => [(pair[1] ?? '').toLowerCase(), (pair[2] ?? '').toLowerCase()])),
    });
  }
  return { authserv, results };
}

/**
 * Hosts that always write their own result and take forged ones in their name away (RFC 8601 5): there the topmost one is theirs, wherever
 * it stands. `imap`: of the account's server. `authserv`: what they call themselves.
 */
const knownReceivers: readonly { imap: readonly string[]; authserv: RegExp }[] = [
  { imap: ['gmail.com', 'googlemail.com', 'google.com'], authserv: /^mx\.google\.com$/ },
  // Exchange Online does not name itself and renames what came in
  { imap: ['office365.com', 'outlook.com', 'hotmail.com'], authserv: /^$|\.outlook\.com$/ },
  { imap: ['yahoo.com', 'aol.com'], authserv: /\.yahoo\.com$/ },
  { imap: ['mail.me.com', 'icloud.com'], authserv: /(?:^|\.)icloud\.com$/ },
  { imap: ['yandex.com', 'yandex.ru', 'yandex.com.tr'], authserv: /\.yandex\.net$/ },
  {
    imap: ['zoho.com', 'zoho.eu', 'zoho.com.tr'],
    authserv: /(?:^|\.)(?:zohomail\.com|zoho\.com|zoho\.eu|zohomail\.eu)$/,
  },
  { imap: ['fastmail.com'], authserv: /\.messagingengine\.com$/ },
  { imap: ['gmx.com', 'gmx.net', 'web.de', 'mail.com'], authserv: /^(?:gmx\.net|web\.de|mail\.com)$/ },
];

/**
 * The result that the receiving server wrote itself, null when none can be told from a forgery. Of a host that is not known only what
 * stands above the line in which our side took the mail (its topmost Received, hand-overs by LMTP aside) counts: a sender cannot write there.
 * @param lines Authentication-Results and Received fields from the top
 * @param imapHost the server of the account
 */
export function trustedResults(lines: readonly HeaderLine[], imapHost: string): AuthResults | null {
  const receiver = knownReceivers.find(({ imap }) => isWithin(imapHost, imap));
  for (const { name, value } of lines) {
    if (name === 'authentication-results') {
      const results = parseAuthResults(value);
      return receiver === undefined || receiver.authserv.test(results.authserv) ? results : null;
    }
    const isOurLine = name === 'received' && !/\bwith\s+LMTP\w*\b/i.test(value);
    if (isOurLine && receiver === undefined) return null;
  }
  return null;
}

/**
 * Whether the results prove that one of `domains` sent a mail whose only From address is of `fromDomain`: DMARC passed for it, or a DKIM
 * signature of those domains did.
 */
export function provesSender(results: AuthResults | null, fromDomain: string, domains: readonly string[]): boolean {
  if (results === null || !isWithin(fromDomain, domains)) return false;
  const from = fromDomain.toLowerCase();
  return results.results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    if (method === 'dmarc') return (properties.get('header.from') ?? '').replace(/^.*@/, '') === from;
    if (method !== 'dkim') return false;
    const signer = properties.get('header.d') ?? (properties.get('header.i') ?? '').replace(/^.*@/, '');
    return isWithin(signer, domains) && isAligned(signer, from);
  });
}

/** Relaxed alignment (RFC 7489 3.1.1) within the domains of one marketplace: one is the other, or lies below it. */
function isAligned(signer: string, from: string): boolean {
  return isWithin(from, [signer]) || isWithin(signer, [from]);
}
