// Takes an e-mail address apart for discovery: local part, and domain in the form that DNS wants.
import { domainToASCII } from 'node:url';
import { AppError } from '../../../../../shared/errors.ts';

export interface MailAddress {
  /** As typed, without spaces around. */
  address: string;
  localPart: string;
  /** Lower case, ASCII (punycode). */
  domain: string;
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domainName = new RegExp(`^(?:${label}\\.)+${label}$`, 'u');

/** Whether `host` is a plain DNS name with at least two labels; not an IP address. */
export function isHostName(host: string): boolean {
  return host.length <= 253 && domainName.test(host) && !/^[0-9.]+$/u.test(host);
}

/** The parts of an address. Throws `bad-data` for anything that no mail could go to. */
export function splitAddress(text: string): MailAddress {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const localPart = address.slice(0, at);
  const typed = address.slice(at + 1).toLowerCase();
  // The conversion reads its input as the host of a URL and drops what follows one.
  const domain = /[\s/\\?#:@%[\]]/u.test(typed) ? '' : domainToASCII(typed);
  const isSound = at > 0 && address.length <= 320 && localPart.length <= 64 && isHostName(domain);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!isSound || /[\u0000-\u0020\u007f<>]/u.test(localPart)) throw new AppError('bad-data', 'Not an e-mail address');
  return { address, localPart, domain };
}
