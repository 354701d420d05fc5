// Short words for writing demo conversations: who says what, and how long ago.
import type { DemoMessage } from './demo-content.ts';

type MessageExtras = Pick<DemoMessage, 'html' | 'unread' | 'attachments' | 'cc'>;

/** Hours as minutes. */
export function hours(count: number): number {
  return Math.round(count * 60);
}

/** Days as minutes. */
export function days(count: number): number {
  return Math.round(count * 24 * 60);
}

/** A message by the customer. */
export function asked(minutesAgo: number, text: string, extras: MessageExtras = {}): DemoMessage {
  return { from: 'customer', minutesAgo, text, ...extras };
}

/** A message by the shop to the customer. */
export function answered(minutesAgo: number, text: string, extras: MessageExtras = {}): DemoMessage {
  return { from: 'shop', minutesAgo, text, ...extras };
}

/** An internal note by the shop's agent. */
export function noted(minutesAgo: number, text: string): DemoMessage {
  return { from: 'note', minutesAgo, text };
}

/** Template tag for a text of several lines: drops the first and last line break and the indentation shared by all lines. */
export function letter(strings: TemplateStringsArray, ...values: string[]): string {
  const whole = String.raw({ raw: strings }, ...values);
  const lines = whole
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}
