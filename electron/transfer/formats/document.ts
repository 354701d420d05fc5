// The readable documents: one HTML page, or the same printed as PDF. Every word of a mail is escaped; nothing in it can run or be fetched.
import { join } from 'node:path';
import { throwIfCancelled } from '../../../shared/errors.ts';
import type {
  ExportChunk,
  ExportedConversation,
  ExportedCustomer,
  ExportedMessage,
} from '../../../shared/model/export.ts';
import { addressText, partName, type Format, type FormatContext } from '../format.ts';
import { documentStyle } from './document-style.ts';

/** A page of this length opens at once in any browser. */
const messagesPerPage = 2000;
/** Some 200 sheets: printing takes a few seconds and 200 MB. */
const messagesPerPdf = 300;

function documentFormat(
  kind: 'html' | 'pdf',
  messagesPerPart: number,
): Pick<Format, 'messagesPerPart' | 'begin' | 'add' | 'end'> {
  return {
    messagesPerPart,
    async begin(part, context) {
      await context.parts.append(partName(part, '.html'), head(part, kind, context));
    },
    async add(part, chunk, context) {
      await context.parts.append(partName(part, '.html'), section(chunk, context));
    },
    async end(part, _isLast, { parts, label }) {
      await parts.append(
        partName(part, '.html'),
        `<footer><p>${escaped(label('end'))}</p></footer></main></body></html>\n`,
      );
    },
  };
}

export const htmlFormat: Format = {
  extension: '.html',
  ...documentFormat('html', messagesPerPage),
  async addCustomers(part, customers, { parts, label, task }) {
    // Of one person all that is known; in other documents the conversations are the matter.
    if (task.request.selection.scope.kind !== 'customer') return;
    await parts.append(partName(part, '.html'), customers.map((customer) => customerSection(customer, label)).join(''));
  },
  finish: async (count, { task }) =>
    Array.from({ length: count }, (_, part) => ({
      name: count === 1 ? 'messages.html' : partName(part, '.html'),
      path: join(task.workDir, partName(part, '.html')),
    })),
};

export const pdfFormat: Format = {
  extension: '.pdf',
  ...documentFormat('pdf', messagesPerPdf),
  async finish(count, { task }, { printPdf, signal, progress }) {
    const entries = [];
    for (let part = 0; part < count; part += 1) {
      throwIfCancelled(signal);
      await printPdf(partName(part, '.html'), partName(part, '.pdf'));
      const name = count === 1 ? 'messages.pdf' : partName(part, '.pdf');
      entries.push({ name, path: join(task.workDir, partName(part, '.pdf')) });
      progress(part + 1, count);
    }
    return entries;
  },
};

function head(part: number, kind: 'html' | 'pdf', { task, label, times }: FormatContext): string {
  const { request, language, shopName, timeZone } = task;
  const title = request.title === '' ? label('title') : request.title;
  const { from, to } = request.selection;
  const facts = [
    shopName,
    from === undefined && to === undefined
      ? ''
      : label('period', {
          from: from === undefined ? '…' : times.local(from).slice(0, 10),
          to: to === undefined ? '…' : times.local(to - 1).slice(0, 10),
        }),
    label('zoneIs', { zone: timeZone }),
    part === 0 ? '' : label('part', { part: part + 1 }),
  ].filter((fact) => fact !== '');
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
    // Nothing in here may run or be fetched, whatever a mail says; our own few lines of style are all there is.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
    `<meta name="viewport" content="width=device-width"><style>${documentStyle(kind)}</style></head><body><main>` +
    `<header><h1>${escaped(title)}</h1><p>${facts.map(escaped).join(' · ')}</p></header>\n`
  );
}

function section(chunk: ExportChunk, context: FormatContext): string {
  const { conversation, isFirst, notes, messages } = chunk;
  const { label, times } = context;
  const noteLines = notes.map(
    (note) =>
      `<article class="note"><h3>${escaped(label('kind.note'))} · ${escaped(note.author)}</h3>` +
      `<p class="when">${times.exact(note.createdAt)}</p><div class="text">${escaped(note.text)}</div></article>`,
  );
  const title = isFirst ? conversationHead(conversation, context) : '';
  const list = messages.map((message) => article(message, context));
  return `<section>${title}${noteLines.join('')}${list.join('\n')}</section>\n`;
}

function conversationHead(conversation: ExportedConversation, { label, accountLabel }: FormatContext): string {
  const facts: [string, string][] = [
    ['column.customer', conversation.customerName],
    ['column.channel', `${conversation.channel} · ${accountLabel(conversation.accountId)}`],
    ['column.folder', label(`folder.${conversation.folder}`)],
    ['column.order', conversation.orderNumber ?? ''],
    ['column.tags', conversation.tags.join(', ')],
  ];
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `<dt>${escaped(label(key))}</dt><dd>${escaped(value)}</dd>`);
  const subject = conversation.subject === '' ? label('noSubject') : conversation.subject;
  return `<h2>${escaped(subject)}</h2><dl>${rows.join('')}</dl>`;
}

function article(message: ExportedMessage, context: FormatContext): string {
  const { label, times } = context;
  const people: [string, string][] = [
    ['column.from', addressText(message.from)],
    ['column.to', message.to.map(addressText).join(', ')],
    ['column.cc', message.cc.map(addressText).join(', ')],
  ];
  const lines = people
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `<dt>${escaped(label(key))}</dt><dd>${escaped(value)}</dd>`);
  if (message.subject !== '')
    lines.push(`<dt>${escaped(label('column.subject'))}</dt><dd>${escaped(message.subject)}</dd>`);
  const files = message.attachments.map((attachment) => {
    const target = context.fileName(attachment);
    const name = escaped(attachment.name === '' ? label('unnamed') : attachment.name);
    const link = target === undefined ? name : `<a href="${escaped(encodeURI(target))}">${name}</a>`;
    const hash =
      attachment.sha256 === undefined ? escaped(label('notHere')) : `SHA-256 <code>${attachment.sha256}</code>`;
    return `<li>${link} · ${escaped(attachment.mimeType)} · ${attachment.sizeBytes} B<br>${hash}</li>`;
  });
  const list =
    files.length === 0 ? '' : `<p class="when">${escaped(label('column.attachments'))}</p><ul>${files.join('')}</ul>`;
  const words = message.text.trim() === '' ? `<em>${escaped(label('noText'))}</em>` : escaped(message.text.trimEnd());
  const cut = message.isTruncated ? `<p class="when">${escaped(label('truncated'))}</p>` : '';
  return (
    `<article class="${message.direction}"><h3>${escaped(label(`direction.${message.direction}`))} · ${escaped(addressText(message.from))}</h3>` +
    `<p class="when">${times.exact(message.receivedAt)}</p><dl>${lines.join('')}</dl><div class="text">${words}</div>${cut}${list}</article>`
  );
}

/** What is known of a person, for their own eyes. */
function customerSection(customer: ExportedCustomer, label: FormatContext['label']): string {
  const rows: [string, string][] = [
    ['column.customer', customer.name],
    ['handles', customer.handles.join(', ')],
    ['city', customer.city ?? ''],
    ['kind.note', customer.note],
    ...customer.notes.map(({ text }): [string, string] => ['kind.note', text]),
    ...customer.promises.map(({ text }): [string, string] => ['promise', text]),
    ...customer.touchpoints.map((contact): [string, string] => [
      'contact',
      `${new Date(contact.at).toISOString()} · ${contact.channel} · ${contact.text}`,
    ]),
    ...customer.orders.map((order): [string, string] => [
      'column.order',
      `${order.number} · ${new Date(order.placedAt).toISOString().slice(0, 10)} · ${(order.totalMinor / 100).toFixed(2)} ${order.currency} · ` +
        order.items.map((item) => `${item.quantity} × ${item.title}`).join(', '),
    ]),
  ];
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `<dt>${escaped(label(key))}</dt><dd>${escaped(value)}</dd>`);
  return `<section><h2>${escaped(label('aboutPerson'))}</h2><dl>${lines.join('')}</dl></section>\n`;
}

/** Text as text: no character of it is markup, none is a control, none turns the direction of what follows. */
function escaped(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[&<>"']/g, (character: string) => `&#${character.charCodeAt(0)};`)
  );
}
