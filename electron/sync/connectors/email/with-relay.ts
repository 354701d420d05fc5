// A marketplace's mail as the marketplace means it: buyer, order and the buyer's own words; pure.
import { readRelay } from '../../../../shared/mail/relays/read-relay.ts';
import { marketplaceOf } from '../../../../shared/mail/relays/marketplaces.ts';
import type { IncomingMessage } from '../../../../shared/model/message.ts';
import { headerLines } from './header-fields.ts';
import type { FetchedMail } from './to-message.ts';

const traceNames: ReadonlySet<string> = new Set(['authentication-results', 'received']);
const fromNames: ReadonlySet<string> = new Set(['from']);

/** The same message where the sender is no marketplace. */
export function withRelay(message: IncomingMessage, mail: FetchedMail, imapHost: string): IncomingMessage {
  if (marketplaceOf(message.from.address) === undefined) return message;
  const { from, replyTo, subject, text, unsafeHtml } = message;
  const read = readRelay({
    from,
    fromCount: fromCountOf(mail.header),
    replyTo,
    subject,
    text,
    unsafeHtml,
    headerLines: headerLines(mail.wholeHeader ?? mail.header, traceNames),
    imapHost,
  });
  return read === null ? message : { ...message, ...read };
}

/** Addresses in all From fields; an @ inside a quoted name counts too, which errs on the safe side. */
function fromCountOf(header: Uint8Array): number {
  return headerLines(header, fromNames).reduce((sum, { value }) => sum + value.split('@').length - 1, 0);
}
