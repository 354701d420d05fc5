// What stands below a forwarded mail: who wrote it, when, to whom, and its words.
import type { MessageWithText } from '../../reads/use-messages.ts';
import type { Text } from '../../text/use-text.ts';

/** Longer mails are passed on as they are by other means; the editor stays quick. */
const mostChars = 100_000;

/** Plain text, the head in the language of the screens. */
export function forwardedText(message: MessageWithText, text: Text): string {
  const people = (addresses: readonly { name: string; address: string }[]) =>
    addresses.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
  const head = [
    text('composer.forwarded.title'),
    text('composer.forwarded.from', { names: people([message.from]) }),
    text('composer.forwarded.date', { date: text.full(message.sentAt) }),
    text('composer.forwarded.subject', { subject: message.subject }),
    text('composer.forwarded.to', { names: people(message.to) }),
  ];
  return `${head.join('\n')}\n\n${message.text.slice(0, mostChars).trim()}`;
}
