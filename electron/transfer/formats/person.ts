// Everything about one person: JSON Lines for machines and a readable page, side by side (GDPR articles 15 and 20, KVKK article 11).
import type { Format } from '../format.ts';
import { htmlFormat } from './document.ts';
import { jsonlFormat } from './jsonl.ts';

export const personFormat: Format = {
  extension: '.zip',
  messagesPerPart: htmlFormat.messagesPerPart,
  async begin(part, context) {
    if (part === 0) await jsonlFormat.begin(part, context);
    await htmlFormat.begin(part, context);
  },
  async add(part, chunk, context) {
    await jsonlFormat.add(part, chunk, context);
    await htmlFormat.add(part, chunk, context);
  },
  async addCustomers(part, customers, context) {
    await jsonlFormat.addCustomers?.(part, customers, context);
    await htmlFormat.addCustomers?.(part, customers, context);
  },
  end: (part, isLast, context) => htmlFormat.end(part, isLast, context),
  finish: async (count, context, tools) => [
    ...(await jsonlFormat.finish(count, context, tools)),
    ...(await htmlFormat.finish(count, context, tools)),
  ],
};
