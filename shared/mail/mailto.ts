// mailto: links (RFC 6068): whom to write to, about what, in what words; nothing else that such a link may ask for.
import type { Address } from '../model/message.ts';

export interface MailtoRequest {
  to: Address[];
  cc: Address[];
  subject: string;
  text: string;
}

const mostAddresses = 50;
const longestSubject = 500;
const longestText = 20_000;

/**
 * undefined for what is no mailto: link. Attachments, hidden copies and other headers are passed over: a link on a web page must neither
 * attach a person's files nor add readers whom they do not see.
 */
export function readMailto(url: string): MailtoRequest | undefined {
  const found = /^mailto:([^?#]*)(?:\?([^#]*))?/i.exec(url);
  if (!found) return undefined;
  const [, path = '', query = ''] = found;
  const request: MailtoRequest = { to: addressesIn(path), cc: [], subject: '', text: '' };
  for (const pair of query.split('&')) {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    switch (decoded(name).trim().toLowerCase()) {
      case 'to':
        request.to.push(...addressesIn(value));
        break;
      case 'cc':
        request.cc.push(...addressesIn(value));
        break;
      case 'subject':
        request.subject = decoded(value).replace(/\s+/g, ' ').trim().slice(0, longestSubject);
        break;
      case 'body':
        request.text = decoded(value).replaceAll('\r\n', '\n').slice(0, longestText);
        break;
    }
  }
  return { ...request, to: request.to.slice(0, mostAddresses), cc: request.cc.slice(0, mostAddresses) };
}

/** A comma inside an address is written as %2C: the list is cut before it is decoded. */
function addressesIn(list: string): Address[] {
  return list
    .split(',')
    .map((each) => decoded(each).replace(/\s+/g, ' ').trim())
    .filter((address) => address !== '' && address.length <= 320)
    .map((address) => ({ name: '', address }));
}

/** Not as in forms: a plus stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone per cent sign
  }
}
