// Which mailbox is the Inbox and which holds sent mail, on servers that say so and on those that only give them a name.
import type { ListResponse } from 'imapflow';
import { foldText } from '../../../../shared/language/fold.ts';
import { imapError } from './error.ts';
import type { LineUse } from './imap-line.ts';

export interface Mailboxes {
  inbox: string;
  /** undefined: there is none yet. */
  sent: string | undefined;
  /** What a new folder's name begins with: '' or `INBOX.`. */
  prefix: string;
}

/** Names that programs and providers give it, best first; compared folded. From the programs' own language packs and provider pages. */
const sentNames = [
  ...['Sent', 'Sent Items', 'Sent Messages', 'Sent Mail', 'Sent-Mail', 'Sent Objects'],
  ...[
    'Gönderilmiş Öğeler',
    'Gönderilmiş',
    'Gönderilenler',
    'Gönderilmiş Postalar',
    'Gönderilmiş E-postalar',
    'Gönderilen',
    'Gönderilen Postalar',
  ],
  ...['Gönderilen Öğeler', 'Gönderilmiş iletiler', 'Gönderilmiş Mesajlar', 'Giden Postalar', 'Giden'],
  ...['Απεσταλμένα', 'Απεσταλμένα στοιχεία', 'Απεσταλμένα μηνύματα', 'Σταλμένα', 'Σταλθέντα', 'Εξερχόμενα απεσταλμένα'],
  ...[
    'Gesendet',
    'Gesendete Elemente',
    'Gesendete Objekte',
    'Gesendete Nachrichten',
    'Envoyés',
    'Éléments envoyés',
    'Messages envoyés',
  ],
  ...[
    'Enviados',
    'Elementos enviados',
    'Inviata',
    'Posta inviata',
    'Inviati',
    'Verzonden',
    'Verzonden items',
    'Отправленные',
    'Изпратени',
  ],
].map((name) => foldText(name));

const isThere = (entry: ListResponse): boolean =>
  ![...entry.flags].some((flag) => /^\\(noselect|nonexistent)$/i.test(flag));

/** The rank of a folder as the one for sent mail, lower is better; Infinity when it is not. */
function sentRank(entry: ListResponse): number {
  // Cyrus writes \sent; imapflow knows only \Sent.
  if ([...entry.flags].some((flag) => /^\\sent$/i.test(flag))) return 0;
  if (entry.specialUse === '\\Sent' && entry.specialUseSource === 'extension') return 0;
  const byName = sentNames.indexOf(foldText(entry.name));
  const depth = entry.parent.length;
  if (byName >= 0) return 10 + depth * 100 + byName;
  return entry.specialUse === '\\Sent' ? 90 + depth * 100 : Infinity;
}

/**
 * Finds them in a folder list. Exactly one folder is taken for sent mail: the one the server marks, else the best known name, nearest
 * to the top.
 */
export function chooseMailboxes(list: readonly ListResponse[]): Pick<Mailboxes, 'inbox' | 'sent'> {
  const there = list.filter(isThere);
  const inbox = there.find((entry) => entry.path.toUpperCase() === 'INBOX')?.path ?? 'INBOX';
  let sent: string | undefined;
  let best = Infinity;
  for (const entry of there) {
    const rank = sentRank(entry);
    if (rank < best && entry.path !== inbox) [sent, best] = [entry.path, rank];
  }
  return { inbox, sent };
}

/** Asks the server for its folders. @throws AppError */
export async function findMailboxes({ client }: LineUse): Promise<Mailboxes> {
  try {
    const list = await client.list();
    return { ...chooseMailboxes(list), prefix: client.namespace?.prefix ?? '' };
  } catch (thrown) {
    throw imapError(thrown);
  }
}
